/** A folder of one's own in the built extension, over a directory of the browser's file system. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seriousFaults } from '../support/axe.ts';
import { launchExtension, type Extension } from '../support/extension.ts';
import { cardText } from '../support/folder-world.ts';
import { fillIn, giveScore, openInsight, promote } from '../support/library-steps.ts';
import { selectWords } from '../support/page-steps.ts';
import { clipWith } from '../support/popup-steps.ts';
import { sampleHosts, samplePages, samplePassage } from '../support/sample.ts';
import { serve, type FixtureServer } from '../support/server.ts';
import { liveRows } from '../support/stored.ts';
import { until } from '../support/until.ts';

const [one, two] = ['insights/ins_one.md', 'insights/ins_two.md'];
const fresh = 'insights/ins_fresh-from-a-page.md';

let server: FixtureServer;
let extension: Extension;
let library: Page;

beforeAll(async () => {
  server = await serve(sampleHosts());
  extension = await launchExtension({ server });
  library = await extension.openOwn('library.html#/folder');
  await put('insights/ins_one.md', cardText('ins_one'));
  await put('insights/ins_two.md', cardText('ins_two'));
  await put('README.md', '# A codex\n');
});

afterAll(async () => {
  await extension.close();
  await server.close();
});

/** Writes a file as another program would. */
async function put(path: string, text: string): Promise<void> {
  await library.evaluate(
    async ([where = '', words = '']) => {
      const top = await navigator.storage.getDirectory();
      let folder = await top.getDirectoryHandle('my-codex', { create: true });
      const names = where.split('/');
      const name = names.pop() ?? '';
      for (const each of names) folder = await folder.getDirectoryHandle(each, { create: true });
      const stream = await (await folder.getFileHandle(name, { create: true })).createWritable();
      await stream.write(words);
      await stream.close();
    },
    [path, text],
  );
}

/** The folder's files by path. */
function files(): Promise<Record<string, string>> {
  return library.evaluate(async () => {
    let found: Record<string, string> = {};
    const walk = async (folder: FileSystemDirectoryHandle, above: string): Promise<void> => {
      for await (const [name, entry] of folder.entries()) {
        if (entry.kind === 'directory') await walk(entry, `${above}${name}/`);
        else found[above + name] = await (await entry.getFile()).text();
      }
    };
    const top = await navigator.storage.getDirectory();
    for (let looks = 1; ; looks += 1) {
      found = {};
      try {
        await walk(await top.getDirectoryHandle('my-codex', { create: true }), '');
        return found;
      } catch (error) {
        // A file that is just being replaced is not to be had for a moment.
        if (looks === 20) throw error;
      }
    }
  });
}

async function swap(path: string, from: string, to: string): Promise<void> {
  const text = (await files())[path] ?? '';
  expect(text).toContain(from);
  await put(path, text.replace(from, to));
}

async function fileSays(path: string, words: string): Promise<void> {
  await until(`${path} to say “${words}”`, async () => (await files())[path]?.includes(words), 30);
}

const go = async (route: string) => {
  await library.evaluate((hash) => {
    location.hash = hash;
  }, route);
};
const keyOf = async (id: string) =>
  (await liveRows(library, 'insights')).find(({ card }) => card.id === id)?.key ?? '';

/** Away to another page and back, as one does after working in an editor. */
async function comeBack(): Promise<void> {
  await library.evaluate(() => {
    dispatchEvent(new Event('focus'));
  });
}

describe('a folder of one’s own', () => {
  it('says what will happen, is chosen once, and its cards come in', async () => {
    await library.getByText('Keep your insights as Markdown files in a folder').waitFor();
    await library.evaluate(() => {
      Object.assign(globalThis, {
        showDirectoryPicker: async () =>
          (await navigator.storage.getDirectory()).getDirectoryHandle('my-codex'),
      });
    });
    await library.getByRole('button', { name: 'Choose a folder' }).press('Enter');
    await library.getByText('In step: 2 cards.').waitFor();
    await library.getByText('2 new cards came in').waitFor();
    expect(await files()).toEqual({
      [one]: cardText('ins_one'),
      [two]: cardText('ins_two'),
      'README.md': '# A codex\n',
    });
    expect(await liveRows(library, 'insights')).toMatchObject([
      { status: 'ready', card: { id: 'ins_one' } },
      { status: 'ready', card: { id: 'ins_two' } },
    ]);
  });

  it('is still chosen in another page, and what is edited there is one line in the file', async () => {
    await library.reload();
    await library.getByText('In step: 2 cards.').waitFor();
    await go(`/insight/${await keyOf('ins_two')}/edit`);
    await fillIn(library, { 'Operator role': 'Adviser' });
    await fileSays(two, 'operator_role: Adviser\n');
    const before = cardText('ins_two').split('\n');
    const after = (await files())[two]?.split('\n') ?? [];
    expect(after.filter((line, at) => line !== before[at])).toEqual(['operator_role: Adviser']);
  });

  it('notices an edit made elsewhere', async () => {
    await go(`/insight/${await keyOf('ins_two')}`);
    await swap(two, 'The claim of ins_two.', 'A claim from elsewhere.');
    await comeBack();
    await library.getByText('A claim from elsewhere.').first().waitFor();
  });

  it('the same words edited on both sides stand side by side; the keyboard alone solves it', async () => {
    await go(`/insight/${await keyOf('ins_one')}/edit`);
    await swap(one, 'The claim of ins_one.', 'The file claims this.');
    await fillIn(library, { Claim: 'The library claims this.' });
    await library.getByRole('link', { name: 'Folder (1)' }).press('Enter');
    await library.getByText('1 card needs your choice').waitFor();
    expect((await files())[one]).toContain('The file claims this.');
    await library.getByRole('group', { name: 'Claim' }).waitFor();
    expect(await seriousFaults(library)).toEqual([]);

    const press = (key: string) => library.keyboard.press(key);
    await library.getByRole('radio', { name: 'Take what Counterpoint has' }).focus();
    await press('ArrowDown');
    await press('ArrowDown');
    await press('Tab');
    await press('ControlOrMeta+a');
    await library.keyboard.type('Both claim this.');
    await press('Tab');
    await press('Enter');
    await fileSays(one, '## Claim\nBoth claim this.\n');
    await library.getByText(/is the same in the folder and here now/).waitFor();

    await library.getByRole('button', { name: 'Undo' }).press('Enter');
    await fileSays(one, 'The file claims this.');
    await library.getByText('1 card needs your choice').waitFor();
    await library.getByRole('radio', { name: 'Take what the file has' }).press(' ');
    await library.getByRole('button', { name: /^Save your choice for/ }).press('Enter');
    await until('the choice to be stored', async () => {
      const rows = await liveRows(library, 'insights');
      return rows.some(({ card }) => card.sections.claim === 'The file claims this.');
    });
    await library.getByText('1 card needs your choice').waitFor({ state: 'detached' });
  });

  it('a draft is written once it is ready', async () => {
    const page = await extension.open(samplePages.article);
    await selectWords(page, ...samplePassage);
    const popup = await extension.clickToolbar(page);
    await clipWith(popup, 'Clip selection');
    await popup.close();
    await page.close();
    await library.bringToFront();
    await go('/');
    await openInsight(library, /discount for paying ahead/i);
    await library.getByRole('link', { name: 'Edit', exact: true }).click();
    await fillIn(library, {
      Title: 'Fresh from a page',
      Claim: 'A discount for paying a year ahead takes away the complaint.',
      Mechanism: 'Nobody votes, and nobody looks.',
      Domain: 'pricing',
    });
    await giveScore(library, [3, 5, 3, 4, 4]);
    await library.getByText('Saved', { exact: true }).waitFor();
    await comeBack();
    expect(Object.keys(await files()).filter((path) => path.includes('fresh'))).toEqual([]);
    expect(await promote(library)).toEqual([]);
    await fileSays(fresh, '# Fresh from a page');
    expect((await files())[fresh]).toMatch(/## Evidence\n> /);
    await go('/folder');
  });

  it('writes INDEX.json when asked', async () => {
    await library.getByRole('button', { name: 'Write INDEX.json' }).press('Enter');
    await library.getByText('INDEX.json is written.').waitFor();
    const index = JSON.parse((await files())['INDEX.json'] ?? '') as { insights: unknown[] };
    expect(index.insights).toMatchObject([
      { path: fresh, title: 'Fresh from a page' },
      { path: one, id: 'ins_one', title: 'The title of ins_one' },
      { path: two, operator_role: 'Adviser' },
    ]);
  });

  it('a deleted insight’s file goes to the trash folder, and comes back with it', async () => {
    await go(`/insight/${await keyOf('ins_two')}`);
    await library.getByRole('button', { name: 'Delete' }).press('Enter');
    // It is copied there first, and only then removed.
    await until('the file to move', async () => {
      const now = await files();
      return now['.trash/ins_two.md'] && now[two] === undefined;
    });
    await library.getByRole('button', { name: 'Undo' }).press('Enter');
    await fileSays(two, 'Adviser');
  });

  it('has no serious fault, light, dark and at 320 px', async () => {
    await go('/folder');
    await library.getByText('In step: 3 cards.').waitFor();
    for (const colorScheme of ['light', 'dark'] as const) {
      await library.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      expect(await seriousFaults(library), colorScheme).toEqual([]);
    }
    await library.setViewportSize({ width: 320, height: 700 });
    expect(await seriousFaults(library)).toEqual([]);
    const tooWide = () =>
      library.evaluate(() => document.documentElement.scrollWidth > document.body.clientWidth);
    await expect.poll(tooWide).toBe(false);
    await library.setViewportSize({ width: 1200, height: 800 });
  });

  it('waits while access is withdrawn, and writes once it is given again', async () => {
    await library.evaluate(() => {
      let state = 'prompt';
      Object.assign(FileSystemDirectoryHandle.prototype, {
        queryPermission: async () => state,
        requestPermission: async () => (state = 'granted'),
      });
    });
    await library.getByRole('button', { name: 'Sync now' }).press('Enter');
    await library.getByText(/The browser has closed this folder/).waitFor();
    expect(await seriousFaults(library)).toEqual([]);
    await go(`/insight/${await keyOf('ins_two')}/edit`);
    await fillIn(library, { 'Operator role': 'Mayor' });
    await go('/folder');
    await library.getByText(/The browser has closed this folder/).waitFor();
    expect((await files())[two]).toContain('Adviser');
    await library.getByRole('button', { name: 'Give access again' }).press('Enter');
    await fileSays(two, 'Mayor');
    await library.getByText('In step: 3 cards.').waitFor();
  });

  it('asks when the folder is suddenly empty; then the files are written again', async () => {
    const before = await files();
    await library.evaluate(async () => {
      const top = await navigator.storage.getDirectory();
      const folder = await top.getDirectoryHandle('my-codex');
      await folder.removeEntry('insights', { recursive: true });
    });
    await library.getByRole('button', { name: 'Sync now' }).press('Enter');
    await library.getByText(/3 of 3 cards are not in the folder any more/).waitFor();
    expect(await liveRows(library, 'insights')).toHaveLength(3);
    await library.getByRole('button', { name: 'Write 3 files again' }).press('Enter');
    await library.getByText('In step: 3 cards.').waitFor();
    expect(await files()).toEqual(before);
  });

  it('is let go of: files and insights stay', async () => {
    const before = await files();
    await library.getByRole('button', { name: 'Stop using this folder' }).press('Enter');
    await library.getByRole('button', { name: 'Choose a folder' }).waitFor();
    expect(await files()).toEqual(before);
    expect(await liveRows(library, 'insights')).toHaveLength(3);
  });
});
