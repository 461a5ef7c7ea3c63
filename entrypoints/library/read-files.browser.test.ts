import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { zipFiles } from '@/lib/core/exchange/zip';
import { namedFiles, readFiles } from './read-files';

const card = '\ufeff---\r\nid: ins_one\r\n---\r\n';

test('two files of one name stay two, and what is no UTF-8 in a zip is named', async () => {
  const zip = new Uint8Array(
    zipSync({ 'ins_one.md': strToU8(card), 'latin.md': new Uint8Array([0xfc]) }),
  );
  const files = [new File(['first'], 'ins_one.md'), new File([zip], 'all.zip')];
  expect(await readFiles(namedFiles(files), () => undefined)).toEqual({
    files: [
      { path: 'ins_one.md', text: 'first' },
      { path: 'ins_one-2.md', text: card },
    ],
    skipped: [],
    unread: [{ path: 'latin.md', reason: 'not-text' }],
  });
});

test('Markdown and the Markdown in zips come in as they are, the rest is named', async () => {
  const [zip = new Uint8Array()] = zipFiles([
    { name: 'cards/ins_two.md', text: card },
    { name: 'INDEX.json', text: '{}' },
  ]);
  const files = [
    new File([card], 'ins_one.md'),
    new File([new Uint8Array(zip)], 'all.zip'),
    new File(['x'], 'picture.png'),
    new File([new Uint8Array([0xff, 0xfe, 0x00])], 'latin.md'),
    new File(['no zip'], 'broken.zip'),
  ];
  const told: number[] = [];
  const read = await readFiles(namedFiles(files), (done, total) => told.push(done / total));
  expect(read).toEqual({
    files: [
      { path: 'ins_one.md', text: card },
      { path: 'cards/ins_two.md', text: card },
    ],
    skipped: ['picture.png'],
    unread: [
      { path: 'latin.md', reason: 'not-text' },
      { path: 'broken.zip', reason: 'bad-zip' },
    ],
  });
  expect(told).toEqual([1]);
});

test('what is hidden in a chosen folder stays out, as in a zip and in a kept folder', () => {
  const paths = ['vault/ins_one.md', 'vault/.trash/ins_old.md', 'vault/cards/._ins_one.md'];
  const inFolder = (path: string): File =>
    Object.defineProperty(new File([card], path), 'webkitRelativePath', { value: path });
  const named = namedFiles([...paths.map(inFolder), new File([card], '.chosen.md')]);
  expect(named.map(({ path }) => path)).toEqual(['vault/ins_one.md', '.chosen.md']);
});

test('a file that the disk does not hand out is named, and takes no other along', async () => {
  const gone = (name: string): File =>
    Object.defineProperty(new File([card], name), 'arrayBuffer', {
      value: () => Promise.reject(new DOMException('moved away', 'NotReadableError')),
    });
  const files = [gone('ins_gone.md'), new File([card], 'ins_one.md'), gone('all.zip')];
  expect(await readFiles(namedFiles(files), () => undefined)).toEqual({
    files: [{ path: 'ins_one.md', text: card }],
    skipped: [],
    unread: [
      { path: 'ins_gone.md', reason: 'not-readable' },
      { path: 'all.zip', reason: 'not-readable' },
    ],
  });
});
