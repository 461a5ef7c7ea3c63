/** Bringing cards in: a broken file that is kept and mended, and a thousand cards while one types. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seriousFaults } from '../support/axe.ts';
import { launchExtension, type Extension } from '../support/extension.ts';
import { downloadBy, importFiles } from '../support/library-steps.ts';
import { sampleCards } from '../support/sample.ts';
import { liveRows, storedRows } from '../support/stored.ts';
import { until } from '../support/until.ts';

let extension: Extension;
let library: Page;
let folder: string;

beforeAll(async () => {
  extension = await launchExtension();
  library = await extension.openOwn('library.html#/import');
  folder = mkdtempSync(join(tmpdir(), 'counterpoint-cards-'));
});

afterAll(async () => {
  await extension.close();
  rmSync(folder, { recursive: true, force: true });
});

function fileOf(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const go = async (route: string) => {
  await library.goto(library.url().replace(/#.*$/, `#${route}`));
  await library.reload();
};

const good = readFileSync(sampleCards()[0]!, 'utf8');
/** A line without its colon, far below the top. */
const broken = good
  .replace('id: ins_a-paid-week-of-real-work', 'id: ins_half-a-card')
  .replace('tier: A', 'tier A');
const brokenLine = broken.split('\n').indexOf('tier A') + 1;
const mended = broken.replace('tier A', 'tier: A');

describe('a broken file', () => {
  it('is kept with its line and reason across reloads, and not twice', async () => {
    const file = fileOf('ins_half-a-card.md', broken);
    for (let times = 0; times < 2; times += 1) {
      const { counts } = await importFiles(library, [...sampleCards(), file]);
      expect(counts).toMatchObject({ Broken: 1 });
      await go('/import');
      const kept = library.getByRole('link', { name: `ins_half-a-card.md, line ${brokenLine}` });
      await kept.waitFor();
      expect(await kept.count()).toBe(1);
      await library.getByText('neither “key: value” nor part of a list: tier A').waitFor();
    }
    expect(await seriousFaults(library)).toEqual([]);
  });

  it('is mended with the keyboard and brought in', async () => {
    await library.getByRole('link', { name: /^ins_half-a-card.md/ }).focus();
    await library.keyboard.press('Enter');
    const heading = library.getByRole('heading', { name: 'Mend ins_half-a-card.md' });
    await until('the heading to have the focus', () =>
      heading.evaluate((element) => element === document.activeElement),
    );
    await library.keyboard.press('Tab');
    await library.keyboard.press('Enter');
    const text = library.getByRole('textbox', { name: 'Text of the file' });
    expect(
      await text.evaluate((area: HTMLTextAreaElement) => {
        const before = area.value.slice(0, area.selectionStart);
        return [area === document.activeElement, before.split('\n').length];
      }),
    ).toEqual([true, brokenLine]);
    expect(await seriousFaults(library)).toEqual([]);

    // The fault moves as the text does, until there is none.
    await library.keyboard.press('Enter');
    await library.getByRole('button', { name: `Go to line ${brokenLine + 1}` }).waitFor();
    await library.keyboard.press('Backspace');
    for (let at = 0; at < 'tier'.length; at += 1) await library.keyboard.press('ArrowRight');
    await library.keyboard.type(':');
    await library.getByText('This is a card now').waitFor();
    await library.getByText('A paid week of real work predicts better').first().waitFor();
    await library.getByText('Saved', { exact: true }).waitFor();

    await library.reload();
    expect(await text.inputValue()).toBe(mended);
    const file = await downloadBy(library, () =>
      library.getByRole('button', { name: 'Save the file' }).click(),
    );
    expect(readFileSync(await file.path(), 'utf8')).toBe(mended);
    await library.getByRole('button', { name: 'Bring it in' }).focus();
    await library.keyboard.press('Enter');
    await library.getByText('Brought in as ins_half-a-card.').waitFor();
    await library.getByRole('article').first().waitFor();
    const rows = await liveRows(library, 'insights');
    expect(rows.find(({ card }) => card.id === 'ins_half-a-card')?.original).toBe(mended);
    expect(await storedRows(library, 'brokenFiles')).toEqual([]);

    await library.getByRole('button', { name: 'Undo' }).click();
    await until(
      'the file to be back',
      async () => (await storedRows(library, 'brokenFiles')).length === 1,
    );
    expect(
      (await liveRows(library, 'insights')).some(({ card }) => card.id === 'ins_half-a-card'),
    ).toBe(false);
  });

  it('is cleared by its mended version, and is discarded with an undo', async () => {
    await go('/import');
    await importFiles(library, [fileOf('ins_half-a-card.md', mended)]);
    await until(
      'nothing to be kept',
      async () => (await storedRows(library, 'brokenFiles')).length === 0,
    );
    await importFiles(library, [fileOf('ins_lost.md', '---\nid: ins_lost\n')]);
    await library.getByRole('button', { name: 'Discard ins_lost.md' }).click();
    await library.getByText('Discarded ins_lost.md.').waitFor();
    expect(await storedRows(library, 'brokenFiles')).toEqual([]);
    await library.getByRole('button', { name: 'Undo' }).click();
    await library.getByRole('link', { name: 'ins_lost.md, line 1' }).waitFor();
  });

  it('that is no text is named and nothing of it is kept', async () => {
    await go('/import');
    const path = join(folder, 'ins_bytes.md');
    writeFileSync(path, Buffer.from([0x2d, 0x2d, 0x2d, 0x0a, 0xff, 0xfe]));
    await importFiles(library, [path]);
    await library.getByText('The file could not be read as text.').waitFor();
    const kept = await storedRows(library, 'brokenFiles');
    expect(kept.map((each) => each.path)).toEqual(['ins_lost.md']);
  });
});

describe('a file that changed the words which were changed here', () => {
  const id = 'ins_paid-twice';
  const first = good.replace('ins_a-paid-week-of-real-work', id);
  const claimOf = (text: string) => /## Claim\n(.+)/.exec(text)?.[1] ?? '';
  const theirs = first.replace(claimOf(first), 'The file claims this.');
  const rowOf = async () =>
    (await liveRows(library, 'insights')).find(({ card }) => card.id === id)!;
  const said = (claim: string) =>
    until(`the claim “${claim}”`, async () => (await rowOf()).card.sections.claim === claim);

  it('is shown side by side with it; the choice is made by keyboard and undone', async () => {
    await go('/import');
    await importFiles(library, [fileOf(`${id}.md`, first)]);
    await go(`/insight/${(await rowOf()).key}/edit`);
    await library.getByLabel('Claim', { exact: true }).fill('The library claims this.');
    await library.getByText('Saved', { exact: true }).waitFor();
    await go('/import');
    await importFiles(library, [fileOf(`${id}.md`, theirs)]);
    await library.getByRole('group', { name: 'Claim' }).waitFor();
    expect((await rowOf()).card.sections.claim).toBe('The library claims this.');
    expect(await seriousFaults(library)).toEqual([]);

    await library.getByRole('radio', { name: 'Take what the file has' }).press(' ');
    await library.getByRole('button', { name: /^Save your choice for/ }).press('Enter');
    await said('The file claims this.');
    expect((await rowOf()).original).toBe(theirs);
    await library.getByRole('group', { name: 'Claim' }).waitFor({ state: 'detached' });

    await library.getByRole('button', { name: 'Undo' }).press('Enter');
    await said('The library claims this.');
    await library.getByRole('group', { name: 'Claim' }).waitFor();
  });
});

describe('a thousand cards', () => {
  it('come in with progress while somebody types, and no key is lost', async () => {
    const files = Array.from({ length: 1000 }, (_, n) => {
      const text = good.replace('ins_a-paid-week-of-real-work', `ins_made-${n}`);
      return fileOf(`ins_made-${n}.md`, text);
    });
    await go('/import');
    // Whatever is drawn only for a moment is seen too.
    await library.evaluate(() => {
      const seen: string[] = [];
      Object.assign(globalThis, { seen });
      new MutationObserver(() => {
        const label = document.querySelector('progress')?.parentElement?.textContent ?? '';
        if (label !== '' && seen.at(-1) !== label) seen.push(label);
      }).observe(document.body, { childList: true, subtree: true, characterData: true });
    });
    await library.getByTestId('import-files').setInputFiles(files);
    await library.evaluate(() => {
      location.hash = '#/';
    });
    const search = library.getByRole('searchbox', { name: 'Search insights' });
    await search.focus();
    const words = 'a paid week of real work predicts better than five interviews';
    let typed = '';
    const arrived = library.getByText('1,000 cards came in.');
    while ((await arrived.count()) === 0 || typed.length < 20) {
      const key = words.charAt(typed.length % words.length);
      await library.keyboard.type(key);
      typed += key;
      if (typed.length > 3000) throw new Error('the import does not end');
    }
    expect(await search.inputValue()).toBe(typed);
    expect(await library.evaluate(() => Reflect.get(globalThis, 'seen') as string[])).toEqual(
      expect.arrayContaining([expect.stringMatching(/of 1,?000 files/)]),
    );
    const made = (await liveRows(library, 'insights')).filter(({ card }) =>
      card.id.startsWith('ins_made-'),
    );
    expect(made).toHaveLength(1000);
  });

  it('go to the trash and come back at once', async () => {
    await go('/');
    await library.getByRole('button', { name: 'Select all' }).click();
    await library.getByRole('button', { name: 'Delete', exact: true }).click();
    await library.getByText(/^Moved 1,0\d\d insights to the trash/).waitFor();
    expect(await liveRows(library, 'insights')).toEqual([]);
    await library.getByRole('button', { name: 'Undo' }).click();
    await library.getByText(/^1,0\d\d insights$/).waitFor();
  });

  it('are not stored when the import is called off', async () => {
    await go('/import');
    const before = (await storedRows(library, 'insights')).length;
    const files = Array.from({ length: 2000 }, (_, n) =>
      fileOf(`ins_never-${n}.md`, good.replace('ins_a-paid-week-of-real-work', `ins_never-${n}`)),
    );
    // Pressed as soon as it is there: the import is quicker than a hand.
    await library.evaluate(() => {
      new MutationObserver((_, observer) => {
        const cancel = document.querySelector('progress')?.parentElement?.querySelector('button');
        if (!cancel) return;
        observer.disconnect();
        cancel.click();
      }).observe(document.body, { childList: true, subtree: true });
    });
    await library.getByTestId('import-files').setInputFiles(files);
    await library.getByText('The import was called off. Nothing was stored.').waitFor();
    expect(await storedRows(library, 'insights')).toHaveLength(before);
  });
});
