import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findBrowser } from './browser.mjs';

const top = mkdtempSync(join(tmpdir(), 'counterpoint browsers '));
const put = (...path: string[]) => {
  const file = join(top, ...path);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, '');
  return file;
};
let chrome: string;
let brave: string;
let edge: string;
let mac: string;

beforeAll(() => {
  chrome = put('first', 'google-chrome');
  brave = put('second', 'brave-browser');
  edge = put('C', 'Microsoft\\Edge\\Application\\msedge.exe');
  mac = put('home', 'Applications', 'Chromium.app', 'Contents', 'MacOS', 'Chromium');
});

afterAll(() => rmSync(top, { recursive: true }));

const path = () => [join(top, 'first'), join(top, 'second')].join(delimiter);

test('a browser that loads extensions comes before Chrome, wherever it stands in PATH', () => {
  expect(findBrowser({ PATH: path() }, 'linux')).toBe(brave);
  expect(findBrowser({ PATH: join(top, 'first') }, 'linux')).toBe(chrome);
  expect(findBrowser({ PATH: join(top, 'home') }, 'linux')).toBeUndefined();
  expect(findBrowser({}, 'linux')).toBeUndefined();
});

test('program folders are searched on Windows, and those of the person on macOS', () => {
  expect(findBrowser({ PROGRAMFILES: join(top, 'C') }, 'win32')).toBe(edge);
  expect(findBrowser({ HOME: join(top, 'home') }, 'darwin')).toBe(mac);
});

test('COUNTERPOINT_BROWSER is taken as it is', () => {
  const env = { COUNTERPOINT_BROWSER: 'mine', PATH: path() };
  expect(findBrowser(env, 'linux')).toBe('mine');
});
