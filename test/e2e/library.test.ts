/** The library in the built extension: import, edit, promote, export, and back. */
import { readFileSync, writeFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectCard } from '@/lib/core/codex/project-card';
import { readCard } from '@/lib/core/codex/read-card';
import { launchExtension, type Extension } from '../support/extension.ts';
import {
  downloadBy,
  fillIn,
  giveScore,
  importFiles,
  openInsight,
  promote,
} from '../support/library-steps.ts';
import { selectWords } from '../support/page-steps.ts';
import { clipWith } from '../support/popup-steps.ts';
import { sampleCards, sampleHosts, samplePages, samplePassage } from '../support/sample.ts';
import { serve, type FixtureServer } from '../support/server.ts';
import { liveRows, storedRows } from '../support/stored.ts';
import { until } from '../support/until.ts';

let server: FixtureServer;
let extension: Extension;
let library: Page;
let folder: string;

beforeAll(async () => {
  server = await serve(sampleHosts());
  extension = await launchExtension({ server });
  library = await extension.openOwn('library.html#/import');
  folder = mkdtempSync(join(tmpdir(), 'counterpoint-cards-'));
});

afterAll(async () => {
  await extension.close();
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

const go = async (route: string) => {
  await library.goto(library.url().replace(/#.*$/, `#${route}`));
  await library.reload();
};

function fileOf(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

describe('import', () => {
  it('brings cards in, names the broken one with its line, and the same cards again change nothing', async () => {
    const broken = fileOf(
      'ins_broken.md',
      '---\nid: ins_broken\noperator Nobody\n---\n\n# Broken\n',
    );
    const all = [...sampleCards(), broken];
    const first = await importFiles(library, all);
    expect(first.counts).toMatchObject({ Added: sampleCards().length, Broken: 1 });
    await library.getByText('ins_broken.md').first().waitFor();
    await library
      .getByText(/line 3/i)
      .first()
      .waitFor();

    await go('/import');
    const second = await importFiles(library, sampleCards());
    expect(second.counts).toMatchObject({ Added: 0, Updated: 0, Unchanged: sampleCards().length });
  });

  it('takes a zip', async () => {
    const text = readFileSync(sampleCards()[0]!, 'utf8').replaceAll(
      'ins_a-paid-week',
      'ins_zipped-week',
    );
    const zip = join(folder, 'cards.zip');
    writeFileSync(zip, zipSync({ 'insights/ins_zipped-week-of-real-work.md': Buffer.from(text) }));
    await go('/import');
    const { counts } = await importFiles(library, [zip]);
    expect(counts).toMatchObject({ Added: 1 });
  });
});

describe('a draft becomes an insight', () => {
  it('is refused with the missing parts named, then accepted, and leaves as a card that reads back equal', async () => {
    const page = await extension.open(samplePages.article);
    await selectWords(page, ...samplePassage);
    const popup = await extension.clickToolbar(page);
    await clipWith(popup, 'Clip selection');
    await popup.close();
    await page.close();

    await go('/');
    await openInsight(library, /discount for paying ahead/i);
    await library.getByRole('link', { name: 'Edit', exact: true }).click();
    const missing = await promote(library);
    expect(missing.join(' ')).toMatch(/title.*claim.*mechanism.*domain.*tier/is);
    expect(
      (await liveRows(library, 'insights')).filter(({ status }) => status === 'draft'),
    ).toHaveLength(1);

    await fillIn(library, {
      Title: 'A yearly discount hides: "the news" #1',
      Claim:
        'A discount for paying a year ahead takes away the complaint.\n\nAnd the news with it.',
      Mechanism: 'Nobody votes, and nobody looks. יותר טוב לשאול 🙂',
      Domain: 'pricing, customer research',
    });
    await giveScore(library, [3, 5, 3, 4, 4]);
    await library.getByText('Saved', { exact: true }).waitFor();
    expect(await promote(library)).toEqual([]);

    const done = library.getByRole('link', { name: 'Done editing' });
    if ((await done.count()) > 0) await done.click();
    const file = await downloadBy(library, () =>
      library.getByRole('button', { name: 'Download .md' }).click(),
    );
    expect(file.suggestedFilename()).toMatch(/^ins_[a-z0-9-]+\.md$/);
    const text = readFileSync(await file.path(), 'utf8');
    const read = readCard(text);
    if (!read.ok) throw new Error(JSON.stringify(read.error));

    const insights = await storedRows(library, 'insights');
    const insight = insights.find(({ card }) => card.id === read.value.id)!;
    expect(insight.status).toBe('ready');
    const clips = (await storedRows(library, 'clips')).filter(
      ({ insightKey }) => insightKey === insight.key,
    );
    const sources = new Map(
      (await storedRows(library, 'sources')).map((source) => [source.key, source]),
    );
    const projected = projectCard({ insight, clips, sources, links: [], idOf: () => undefined });
    expect(read.value).toEqual(projected);
    expect(read.value.sections.evidence).toContain(clips[0]!.quote);
  });

  it('keeps what was typed even when the tab is closed in the middle of it', async () => {
    await go('/');
    await openInsight(library, /yearly discount hides/i);
    await library.getByRole('link', { name: 'Edit', exact: true }).click();
    await library.getByLabel('Signals', { exact: true }).first().fill('- Typed and left.');
    await library.close();
    library = await extension.openOwn('library.html#/');
    await until('the words on disk', async () =>
      (await liveRows(library, 'insights')).some(
        ({ card }) => card.sections.signals === '- Typed and left.',
      ),
    );
  });
});

describe('a field that was changed elsewhere while it was typed into', () => {
  it('goes back and forth between both, without losing what was typed since', async () => {
    await go('/');
    await openInsight(library, /yearly discount hides/i);
    await library.getByRole('link', { name: 'Edit', exact: true }).click();
    const field = library.getByLabel('Signals', { exact: true }).first();
    const key = library.url().split('/').at(-2) ?? '';
    await field.evaluate(
      (element, insight) =>
        new Promise<void>((resolve, reject) => {
          const opening = indexedDB.open('counterpoint');
          opening.addEventListener('success', () => {
            const writing = opening.result.transaction('insights', 'readwrite');
            writing.addEventListener('complete', () => resolve(opening.result.close()));
            writing.addEventListener('abort', () => reject(new Error(String(writing.error))));
            const insights = writing.objectStore('insights');
            const reading = insights.get(insight);
            reading.addEventListener('success', () => {
              // What is typed now cannot be stored before this is.
              document.execCommand('selectAll');
              document.execCommand('insertText', false, 'Mine.');
              const row = reading.result as { card: { sections: object } };
              row.card.sections = { ...row.card.sections, signals: 'Theirs.' };
              insights.put(row);
            });
          });
          (element as HTMLElement).focus();
        }),
      key,
    );
    await library.getByText(/^Changed elsewhere while you typed: Signals/).waitFor();
    await field.fill('Mine, and more.');
    const undo = library.getByRole('button', { name: 'Undo' });
    await undo.click();
    await library.getByText('Put the other words back.').waitFor();
    await expect.poll(() => field.inputValue()).toBe('Theirs.');
    await undo.click();
    await expect.poll(() => field.inputValue()).toBe('Mine, and more.');
  });
});

describe('a field that is too long', () => {
  it('is named with its limit, keeps no other from being saved, and is offered again', async () => {
    await go('/');
    await openInsight(library, /yearly discount hides/i);
    await library.getByRole('link', { name: 'Edit', exact: true }).click();
    await library.getByLabel('Claim', { exact: true }).fill('claims '.repeat(40_000));
    await library.getByText(/^“Claim” is not stored: it holds up to 200,000 characters/).waitFor();
    await library.getByLabel('Mechanism', { exact: true }).first().fill('Typed after it.');
    await until('the rest on disk', async () =>
      (await liveRows(library, 'insights')).some(
        ({ card }) => card.sections.mechanism === 'Typed after it.',
      ),
    );
    await library.close();
    library = await extension.openOwn('library.html#/');
    const kept = library.getByRole('list', { name: 'Words that were not stored' });
    await kept.getByText('could not be stored').waitFor();
    expect(await kept.getByRole('term').allTextContents()).toEqual(['Claim']);
    await kept.getByRole('button', { name: /^Discard/ }).click();
    await library.getByText('Discarded what you had typed.').waitFor();
    await library.reload();
    await library.getByText(/^\d+ insights$/).waitFor();
    expect(await kept.count()).toBe(0);
  });
});

describe('export', () => {
  it('gives every untouched card back byte for byte, in a zip with portable names', async () => {
    await go('/');
    await library.getByRole('button', { name: 'Select all' }).click();
    const zip = await downloadBy(library, () =>
      library.getByRole('button', { name: 'Download zip' }).click(),
    );
    const files = unzipSync(new Uint8Array(readFileSync(await zip.path())));
    for (const path of sampleCards()) {
      expect(Buffer.from(files[basename(path)]!).equals(readFileSync(path)), basename(path)).toBe(
        true,
      );
    }
    for (const name of Object.keys(files)) expect(name).toMatch(/^[a-z0-9_-]+\.md$/);
  });
});

describe('delete', () => {
  it('goes to the trash, and comes back by Undo and by Restore', async () => {
    const deleted = () =>
      storedRows(library, 'insights').then(
        (rows) => rows.filter(({ deletedAt }) => deletedAt).length,
      );
    await go('/');
    await openInsight(library, /delete the first paragraph/i);
    await library.getByRole('button', { name: 'Delete', exact: true }).click();
    await until('the trash', async () => (await deleted()) === 1);
    await library.getByRole('button', { name: 'Undo' }).click();
    await until('it to come back', async () => (await deleted()) === 0);

    await openInsight(library, /delete the first paragraph/i);
    await library.getByRole('button', { name: 'Delete', exact: true }).click();
    await until('the trash', async () => (await deleted()) === 1);
    await go('/trash');
    await library
      .getByRole('button', { name: /^Restore/ })
      .first()
      .click();
    await until('it to come back', async () => (await deleted()) === 0);
  });
});

describe('what is chosen', () => {
  it('is acted on only where the search shows it, and comes back with the rest', async () => {
    await go('/');
    const count = (await liveRows(library, 'insights')).length;
    await library.getByRole('button', { name: 'Select all' }).click();
    await library.getByText(`${count} selected`, { exact: true }).waitFor();
    await library.getByRole('searchbox').fill('evidence:strangers');
    await library.getByText('1 selected', { exact: true }).waitFor();
    await library.getByRole('button', { name: 'Delete', exact: true }).click();
    await library.getByText('Moved 1 insight to the trash.').waitFor();
    expect(await liveRows(library, 'insights')).toHaveLength(count - 1);
    await library.getByRole('searchbox').fill('');
    await library.getByText(`${count - 1} selected`, { exact: true }).waitFor();
    await library.getByRole('button', { name: 'Undo' }).click();
    await until('it to come back', async () => {
      return (await liveRows(library, 'insights')).length === count;
    });
  });
});

describe('search', () => {
  it('completes words, keeps phrases together, looks into one field, and forgives a slip', async () => {
    await go('/');
    await library.getByText(/^\d+ insights$/).waitFor();
    const found = library.getByRole('link', { name: /first week in the same room/i });
    const searchFor = (typed: string) => library.getByRole('searchbox').fill(typed);
    const expectIt = async () => {
      await library.getByText(/^1 of \d+$/).waitFor();
      await found.waitFor();
    };
    const expectNone = () => library.getByText('No insight fits', { exact: true }).waitFor();

    // Said in its mechanism alone, which is known once the search has read all of the cards.
    await searchFor('quarre');
    await expectIt();
    await searchFor('hesita');
    await expectIt();
    await library.locator('mark', { hasText: /^hesitate$/ }).waitFor();

    await searchFor('"voice wrong"');
    await expectNone();
    await library.getByText(/"Quotes" keep words together/).waitFor();
    await searchFor('“wrong voice”');
    await expectIt();

    await searchFor('claim:strangers');
    await expectNone();
    await searchFor('evidence:strangers');
    await expectIt();

    await searchFor('quarel ');
    await library.getByText('No exact match; showing close ones: quarrel').waitFor();
    await expectIt();
    await library
      .getByRole('combobox', { name: 'Order' })
      .and(library.locator(':disabled'))
      .waitFor();

    await searchFor('');
    await library.getByText(/^\d+ insights$/).waitFor();
  });
});

describe('by keyboard alone', () => {
  it('finds, opens and goes back', async () => {
    await go('/');
    await library.getByText(/^\d+ insights$/).waitFor();
    await library.keyboard.press('/');
    await library.keyboard.type('title:room');
    await library.getByText(/^1 of \d+$/).waitFor();
    await library.keyboard.press('ArrowDown');
    await library.keyboard.press('Enter');
    await library.getByRole('heading', { name: /first week in the same room/i }).waitFor();
    await library.goBack();
    await library.getByRole('searchbox').waitFor();
    await until('the list', () => library.url().endsWith('#/'));
    await library.getByRole('link', { name: /^Trash/ }).press('Enter');
    await library.getByRole('heading', { name: 'Trash' }).waitFor();
    await library.goBack();
    const isOnRow = () => document.activeElement?.matches('main li a') ?? false;
    await until('the keyboard on a row', () => library.evaluate(isOnRow));
  });

  it('never loses its place: what is pressed may go, the keyboard goes on beside it', async () => {
    const focused = () =>
      library.evaluate(() => {
        const { tagName, textContent, ariaLabel } = document.activeElement!;
        return `${tagName} ${ariaLabel ?? textContent}`;
      });
    const expectFocus = (words: RegExp) =>
      until(`the keyboard on ${words}`, async () => words.test(await focused()));
    const press = (name: string | RegExp) =>
      library
        .getByRole('button', typeof name === 'string' ? { name, exact: true } : { name })
        .press('Enter');
    await go('/');
    await press('Select all');
    await expectFocus(/^BUTTON Copy Markdown/);
    await press('Clear selection');
    await expectFocus(/^BUTTON Select all/);

    await library.getByRole('searchbox').fill('"voice wrong"');
    await press('Show all insights');
    await expectFocus(/^INPUT/);

    const open = library.getByRole('link', { name: /delete the first paragraph/i }).first();
    await open.press('Enter');
    await library.getByRole('button', { name: 'Delete', exact: true }).waitFor();
    const address = library.url();
    await press('Delete');
    await expectFocus(/^A /);
    await press('Dismiss');
    await expectFocus(/^A /);
    await library.goto(address);
    await press('Restore');
    await expectFocus(/^H2 .*delete the first paragraph/i);
    await press('Delete');
    await expectFocus(/^A /);

    await go('/trash');
    await press(/^Restore .*delete the first paragraph/i);
    await expectFocus(/^H2 Trash/);
    await press('Undo');
    await expectFocus(/^H2 Trash/);
    await press(/^Restore .*delete the first paragraph/i);
    await expectFocus(/^H2 Trash/);
  });
});

it('asked nothing of anybody', () => {
  expect(server.strays()).toEqual([]);
});
