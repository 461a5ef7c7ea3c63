import { expect, test } from 'vitest';
import { looksSpoken } from './looks-spoken';
import { readTranscript } from './read-transcript';

const sorry = `<!doctype html><html><head><title>Gone</title></head>
  <body><h1>404</h1><p>Page not found.</p></body></html>`;
const signIn = `<!doctype html><title>Sign in</title><p>${'Please sign in first. '.repeat(40)}</p>`;
const talk = `<p>${'We weigh it, and then we weigh it once more. '.repeat(20)}</p>`;

test.each([
  ['a page that is sorry', sorry, 'text/html', false],
  ['a page that is sorry, for captions', sorry, 'text/vtt', false],
  ['a long page that asks to sign in, for JSON', signIn, 'application/json', false],
  ['an empty page', '<!doctype html><title>Sorry</title><div></div>', 'text/html', false],
  ['words on a page', talk, 'text/html', true],
  ['words on a page of no declared type', talk, '', true],
  ['a name', '<cite>Mira:</cite><p>Yes.</p>', 'text/vtt', true],
  ['a time', 'WEBVTT\n\n00:01.000 --> 00:02.000\nYes.', '', true],
])('%s', (_name, text, type, isSpoken) => {
  expect(looksSpoken(readTranscript(text, type).transcript, type)).toBe(isSpoken);
});
