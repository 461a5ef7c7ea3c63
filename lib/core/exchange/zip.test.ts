import * as fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { portablePath } from './portable-path';
import { unzipFiles, zipFiles } from './zip';

/** The one zip of a few files. */
function zipOf(files: readonly { name: string; text: string }[]): Uint8Array {
  const [zip, ...others] = zipFiles(files);
  expect(others).toEqual([]);
  return zip ?? new Uint8Array();
}

test('unpacks what it packs, byte order marks and line ends included', () => {
  const files = [
    { name: 'ins_a.md', text: '---\r\nid: ins_a\r\n---\r\n' },
    { name: 'insights/ins_é.md', text: '\ufeff😀 \u2028' },
    { name: 'empty.json', text: '' },
  ];
  expect(unzipFiles(zipOf(files))).toEqual({
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
  const bytes = zipOf(files);
  expect(zipOf(files)).toEqual(bytes);
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
  ['a zip that is cut off', zipOf([{ name: 'a.md', text: 'x'.repeat(5000) }]).slice(0, -30)],
])('names what is no zip: %s', (_, bytes) => {
  expect(unzipFiles(bytes)).toMatchObject({ ok: false, error: { kind: 'not-a-zip' } });
});

test('a zip with damaged bytes is a value or a failure, and never throws', () => {
  const bytes = zipOf([{ name: 'a.md', text: 'some text '.repeat(50) }]);
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
  const unzipped = unzipFiles(zipOf(files));
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

test('more files than a zip can count go into several', () => {
  const files = Array.from({ length: 65_540 }, (_, at) => ({ name: `${at}.md`, text: '' }));
  const zips = zipFiles(files).map((zip) => unzipFiles(zip));
  expect(zips.map((zip) => zip.ok && zip.value.files.length)).toEqual([65_535, 5]);
});

test('nothing is lost between several zips, and none holds more than it may', () => {
  const file = fc.record({
    name: fc.constantFrom('a.md', 'A.md', 'b.md'),
    text: fc.string({ maxLength: 30 }),
  });
  const most = fc.record({ files: fc.integer({ min: 1, max: 5 }), bytes: fc.nat({ max: 80 }) });
  fc.assert(
    fc.property(fc.array(file, { maxLength: 12 }), most, (files, limits) => {
      const zips = zipFiles(files, limits).map((zip) => {
        const unzipped = unzipFiles(zip);
        return unzipped.ok ? unzipped.value.files : [];
      });
      const all = zips.flat();
      expect(all.map(({ text }) => text)).toEqual(files.map(({ text }) => text));
      expect(new Set(all.map(({ path }) => path.toLowerCase())).size).toBe(files.length);
      for (const zip of zips) {
        const bytes = zip.reduce((sum, { text }) => sum + new TextEncoder().encode(text).length, 0);
        expect(zip.length).toBeLessThanOrEqual(limits.files);
        expect(zip.length === 1 || bytes <= limits.bytes).toBe(true);
      }
    }),
  );
});
