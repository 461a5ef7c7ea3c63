import * as fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { portablePath } from './portable-path';
import { unzipFiles, zipFiles } from './zip';

test('unpacks what it packs, byte order marks and line ends included', () => {
  const files = [
    { name: 'ins_a.md', text: '---\r\nid: ins_a\r\n---\r\n' },
    { name: 'insights/ins_é.md', text: '\ufeff😀 \u2028' },
    { name: 'empty.json', text: '' },
  ];
  expect(unzipFiles(zipFiles(files))).toEqual({
    ok: true,
    value: { files: files.map(({ name, text }) => ({ path: name, text })), unread: [] },
  });
});

test('the same files make the same bytes, and names that clash are kept apart', () => {
  const files = [
    { name: 'A.md', text: '1' },
    { name: 'a.md', text: '2' },
    { name: '../a.md', text: '3' },
  ];
  const bytes = zipFiles(files);
  expect(zipFiles(files)).toEqual(bytes);
  expect(unzipFiles(bytes)).toMatchObject({
    value: { files: [{ path: 'A.md' }, { path: 'a-2.md' }, { path: 'a-3.md' }] },
  });
});

test('names that are one on some system are told apart, and bytes that are no UTF-8 are not read', () => {
  const bytes = zipSync({
    'what?.md': strToU8('1'),
    'what:.md': strToU8('2'),
    'latin.md': new Uint8Array([0x4d, 0xfc, 0x6c]),
  });
  expect(unzipFiles(bytes)).toEqual({
    ok: true,
    value: {
      files: [
        { path: 'what-.md', text: '1' },
        { path: 'what--2.md', text: '2' },
      ],
      unread: ['latin.md'],
    },
  });
});

test('takes only text files, and keeps their paths inside', () => {
  const x = strToU8('x');
  const bytes = zipSync({
    '../../evil.md': x,
    '/abs/a.MD': x,
    'C:\\b.md': x,
    'image.png': x,
    '__MACOSX/._c.md': x,
    '.hidden.md': x,
    'dir/.git/d.md': x,
  });
  const result = unzipFiles(bytes);
  expect(result.ok && result.value.files.map(({ path }) => path)).toEqual([
    'evil.md',
    'abs/a.MD',
    'b.md',
  ]);
});

test.each([
  ['nothing', new Uint8Array()],
  ['text', strToU8('# Not a zip, but long enough to look for the end record in it.')],
  ['a zip that is cut off', zipFiles([{ name: 'a.md', text: 'x'.repeat(5000) }]).slice(0, -30)],
])('names what is no zip: %s', (_, bytes) => {
  expect(unzipFiles(bytes)).toMatchObject({ ok: false, error: { kind: 'not-a-zip' } });
});

test('a zip with damaged bytes is a value or a failure, and never throws', () => {
  const bytes = zipFiles([{ name: 'a.md', text: 'some text '.repeat(50) }]);
  fc.assert(
    fc.property(fc.nat(bytes.length - 1), fc.nat(255), (at, byte) => {
      const damaged = bytes.slice();
      damaged[at] = byte;
      expect(typeof unzipFiles(damaged).ok).toBe('boolean');
    }),
    { numRuns: 2000 },
  );
});

test('refuses a bomb before unpacking it', () => {
  const bytes = zipSync({ 'a.md': new Uint8Array(6_000_000) });
  expect(bytes.length).toBeLessThan(10_000);
  expect(unzipFiles(bytes)).toMatchObject({ error: { kind: 'zip-too-large', detail: 'a.md' } });
});

test('the index of ten thousand cards keeps none of them out', () => {
  const record = { path: 'insights/ins_a.md', claim: 'x'.repeat(960) };
  const index = JSON.stringify(Array.from({ length: 10_000 }, () => record));
  const bytes = zipSync({ 'INDEX.json': strToU8(index), 'insights/ins_a.md': strToU8('a') });
  expect(unzipFiles(bytes)).toMatchObject({ value: { files: [{}, { text: 'a' }], unread: [] } });
});

test('a large library that left as one zip comes in again', () => {
  const files = Array.from({ length: 20_001 }, (_, n) => ({ name: `ins_${n}.md`, text: `${n}` }));
  const unzipped = unzipFiles(zipFiles(files));
  expect(unzipped.ok && unzipped.value.files.length).toBe(files.length);
});

test('a file does not unpack beyond the size it declares', () => {
  const bytes = zipSync({ 'a.md': new Uint8Array(6_000_000) });
  const size = new DataView(bytes.buffer, bytes.byteOffset);
  const directory = size.getUint32(bytes.length - 6, true);
  size.setUint32(directory + 24, 100, true);
  const result = unzipFiles(bytes);
  expect(result.ok && result.value.files[0]?.text.length).toBeLessThanOrEqual(100);
});

test.each([
  ['a/b.md', 'a/b.md'],
  ['..\\..\\a.md', 'a.md'],
  ['con.md', '_con.md'],
  ['a: b?.md', 'a- b-.md'],
  ['name. ', 'name'],
  ['', 'file'],
  [`${'x'.repeat(300)}.md`, `${'x'.repeat(100)}${'x'.repeat(17)}.md`],
])('makes %s portable', (path, portable) => {
  expect(portablePath(path)).toBe(portable);
});
