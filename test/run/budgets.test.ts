import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { loadedFiles } from './budgets.mjs';

test('a page counts with what it loads at once, and not with what it loads later', () => {
  const root = mkdtempSync(join(tmpdir(), 'counterpoint built '));
  const write = (name: string, text: string) => writeFileSync(join(root, name), text);
  try {
    mkdirSync(join(root, 'chunks'));
    write(
      'popup.html',
      '<link rel="modulepreload" crossorigin href="/chunks/shared.js"><link rel="stylesheet" href="/s.css">' +
        '<script type="module" crossorigin src="/chunks/popup.js"></script>',
    );
    write('s.css', 'body{}');
    write(
      'chunks/popup.js',
      'import{a as b}from"./shared.js";import"./side.js";b();import("./later.js")',
    );
    write('chunks/shared.js', 'import*as x from"./deep.js";export{x as a}');
    write('chunks/side.js', 'const text="import is a word";export{text}');
    write('chunks/deep.js', 'export*from"./star.js";');
    write('chunks/star.js', 'import"/chunks/side.js"');
    write('chunks/later.js', 'export{}');
    const files = [...loadedFiles(root, join(root, 'popup.html'))].map((path) =>
      relative(root, path),
    );
    expect(files.sort()).toEqual([
      'chunks/deep.js',
      'chunks/popup.js',
      'chunks/shared.js',
      'chunks/side.js',
      'chunks/star.js',
      'popup.html',
      's.css',
    ]);
  } finally {
    rmSync(root, { recursive: true });
  }
});
