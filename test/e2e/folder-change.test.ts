/** From one folder to another in the built extension, while the first is still being looked at. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchExtension, type Extension } from '../support/extension.ts';
import { cardText } from '../support/folder-world.ts';
import { serve, type FixtureServer } from '../support/server.ts';
import { liveRows } from '../support/stored.ts';
import { until } from '../support/until.ts';

let server: FixtureServer;
let extension: Extension;
let library: Page;

beforeAll(async () => {
  server = await serve({});
  extension = await launchExtension({ server });
  library = await extension.openOwn('library.html#/folder');
});

afterAll(async () => {
  await extension.close();
  await server.close();
});

/** Writes cards into a directory of the browser's own file system. */
async function put(name: string, ids: readonly string[]): Promise<void> {
  const texts = ids.map((id) => [`${id}.md`, cardText(id)] as const);
  await library.evaluate(
    async ([directory, files]) => {
      const top = await navigator.storage.getDirectory();
      const folder = await top.getDirectoryHandle(directory, { create: true });
      for (const [file, text] of files) {
        const handle = await folder.getFileHandle(file, { create: true });
        const stream = await handle.createWritable();
        await stream.write(text);
        await stream.close();
      }
    },
    [name, texts] as const,
  );
}

/** Chooses a directory of the browser's own file system. */
async function choose(name: string): Promise<void> {
  await library.evaluate((wanted) => {
    Object.assign(globalThis, {
      showDirectoryPicker: async () =>
        (await navigator.storage.getDirectory()).getDirectoryHandle(wanted),
    });
  }, name);
  await library.getByRole('button', { name: 'Choose a folder' }).press('Enter');
}

/** How many of our pages' works on a folder are under way, and how many wait. */
const turns = () =>
  library.evaluate(async () => {
    const { held = [], pending = [] } = await navigator.locks.query();
    const isFolder = ({ name }: LockInfo) => name === 'counterpoint-folder';
    return { held: held.filter(isFolder).length, pending: pending.filter(isFolder).length };
  });

it('a folder that is let go of in the middle of a sync leaves nothing to the next one', async () => {
  await put('first', ['ins_one', 'ins_two']);
  // As an older copy of the first.
  await put('second', ['ins_one']);
  await choose('first');
  await library.getByText('In step: 2 cards.').waitFor();

  // The disk takes its time.
  await library.evaluate(() => {
    const { getFile } = FileSystemFileHandle.prototype;
    const { promise, resolve } = Promise.withResolvers<void>();
    addEventListener('disk-answers', () => resolve());
    FileSystemFileHandle.prototype.getFile = async function () {
      await promise;
      return getFile.call(this);
    };
  });
  await library.getByRole('button', { name: 'Sync now' }).press('Enter');
  await until('the sync to be under way', async () => (await turns()).held > 0);
  const before = (await turns()).pending;
  await library.getByRole('button', { name: 'Stop using this folder' }).press('Enter');
  const another = library.getByRole('button', { name: 'Choose a folder' });
  await until(
    'the folder to be let go of, or to wait for it',
    async () => (await another.count()) > 0 || (await turns()).pending > before,
  );
  await library.evaluate(() => dispatchEvent(new Event('disk-answers')));
  await another.waitFor();
  await until('the sync to end', async () => (await turns()).held === 0);

  await choose('second');
  await library.getByText(/^In step: \d cards?\.$/).waitFor();
  expect(await liveRows(library, 'insights')).toHaveLength(2);
  expect(
    await library.evaluate(async () => {
      const top = await navigator.storage.getDirectory();
      const names: string[] = [];
      for await (const name of (await top.getDirectoryHandle('second')).keys()) names.push(name);
      return names.sort();
    }),
  ).toEqual(['ins_one.md', 'ins_two.md']);
});
