/** The rules over a whole collection, and beside the open insight, in the built extension. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeCard } from '@/lib/core/codex/write-card';
import { seriousFaults } from '../support/axe.ts';
import { launchExtension, type Extension } from '../support/extension.ts';
import { importFiles } from '../support/library-steps.ts';
import { someCard } from '../support/notes.ts';
import { liveRows } from '../support/stored.ts';
import { until } from '../support/until.ts';

let extension: Extension;
let library: Page;
let folder: string;

/** Two that link one way, a third that spells their operator in its own way. */
const cards = [
  { id: 'ins_tide', title: 'Ferries leave at high water', operator: 'Mira Okonta', related: [] },
  {
    id: 'ins_seat',
    title: 'Seats sell before noon',
    operator: 'Mira Okonta',
    related: ['ins_tide'],
  },
  {
    id: 'ins_rope',
    title: 'Old rope holds longer',
    operator: 'mira okonta',
    related: ['ins_gone'],
  },
];

beforeAll(async () => {
  extension = await launchExtension();
  folder = mkdtempSync(join(tmpdir(), 'counterpoint-check-'));
  for (const card of cards) {
    const claim = `${card.title}, as every harbour knows.`;
    const sections = { ...someCard().sections, claim };
    writeFileSync(join(folder, `${card.id}.md`), writeCard(someCard({ ...card, sections })));
  }
  library = await extension.openOwn('library.html#/check');
});

afterAll(async () => {
  await extension.close();
  rmSync(folder, { recursive: true, force: true });
});

const go = async (route: string) => {
  await library.goto(library.url().replace(/#.*$/, `#${route}`));
};
const cardOf = async (id: string) =>
  (await liveRows(library, 'insights')).find(({ card }) => card.id === id)!.card;
const counted = (name: string): Locator => library.getByRole('button', { name, exact: true });

describe('the report', () => {
  it('teaches while there is nothing to check', async () => {
    await library.getByText('Nothing to check yet').waitFor();
    await library.getByRole('link', { name: 'Import cards' }).click();
    await importFiles(
      library,
      cards.map(({ id }) => join(folder, `${id}.md`)),
    );
  });

  it('counts the findings by rule, lists them, and narrows them down', async () => {
    await go('/check');
    await counted('Link that goes one way only 1').waitFor();
    await counted('Operator spelled in two ways 1').waitFor();
    await counted('Link that leads nowhere 1').waitFor();
    await counted('No mechanism Needed 3').click();
    await library.getByText('3 findings', { exact: true }).waitFor();
    await library.getByLabel('Severity').selectOption('Worth a look');
    await library.getByText('No finding fits').waitFor();
    await library.getByRole('button', { name: 'Show all findings' }).click();
    await library.getByRole('link', { name: 'Seats sell before noon' }).first().waitFor();
  });

  it('has no serious fault, wide and at 320 px, in light and dark', async () => {
    for (const width of [1200, 320]) {
      await library.setViewportSize({ width, height: 700 });
      for (const colorScheme of ['light', 'dark'] as const) {
        await library.emulateMedia({ colorScheme });
        await library.evaluate(() => {
          for (const each of document.getAnimations()) {
            if (each instanceof CSSTransition) each.finish();
          }
        });
        expect(await seriousFaults(library), `${width} ${colorScheme}`).toEqual([]);
      }
      const [needed, given] = await library.evaluate(() => {
        const { scrollWidth, clientWidth } = document.documentElement;
        return [scrollWidth, clientWidth] as const;
      });
      expect(needed, `${width}`).toBeLessThanOrEqual(given);
    }
    await library.setViewportSize({ width: 1200, height: 700 });
  });

  it('fixes all safe ones after saying what that changes, and one Undo takes all of it back', async () => {
    await library.getByRole('button', { name: 'Fix all safe ones (2)' }).click();
    await library.getByText(/^This changes 2 insights/).waitFor();
    await library.getByRole('button', { name: 'Fix them' }).click();
    await until('both fixes on disk', async () => {
      const [tide, rope] = [await cardOf('ins_tide'), await cardOf('ins_rope')];
      return tide.related.includes('ins_seat') && rope.operator === 'Mira Okonta';
    });
    expect((await cardOf('ins_rope')).related).toEqual(['ins_gone']);
    await library.getByText('Fixed in 2 insights.').waitFor();
    await counted('Link that goes one way only 1').waitFor({ state: 'detached' });
    expect(await library.getByRole('button', { name: /^Fix/ }).count()).toBe(0);

    await library.getByRole('button', { name: 'Undo' }).click();
    await until('both to be as they were', async () => {
      const [tide, rope] = [await cardOf('ins_tide'), await cardOf('ins_rope')];
      return tide.related.length === 0 && rope.operator === 'mira okonta';
    });
    await counted('Link that goes one way only 1').waitFor();
  });

  it('is worked by keyboard: along the rows, to the fix of one, and on to the next row', async () => {
    await counted('Operator spelled in two ways 1').focus();
    await library.keyboard.press('Enter');
    await library.getByText('1 finding', { exact: true }).waitFor();
    const link = library.getByRole('link', { name: 'Old rope holds longer' });
    await link.focus();
    await library.keyboard.press('Tab');
    await library.keyboard.press('Enter');
    await until(
      'the fix on disk',
      async () => (await cardOf('ins_rope')).operator === 'Mira Okonta',
    );
    // Nothing is left in the list: the keyboard is at the room's heading.
    await until('the focus', () =>
      library.evaluate(() => document.activeElement?.id === 'check-title'),
    );
    await library.getByRole('button', { name: 'Undo' }).press('Enter');
    await until('the undo', async () => (await cardOf('ins_rope')).operator === 'mira okonta');
  });
});

describe('a contradiction', () => {
  it('that names a card nobody has is in the report, and leads to the document', async () => {
    const file = join(folder, 'con_ferries.md');
    const names = 'ins_tide against ins_sunk.';
    writeFileSync(
      file,
      `---\nid: con_ferries\ntitle: Early or late\n---\n\n# Early or late\n\n${names}\n`,
    );
    await go('/import');
    await importFiles(library, [file]);
    await go('/check');
    await counted('Contradiction or pattern that names a card that is not there 1').click();
    await library.getByText('1 finding', { exact: true }).waitFor();
    const said = library.getByText(/The text names ins_sunk, which is no insight here/);
    await said.waitFor();
    await library.getByRole('link', { name: 'Early or late' }).click();
    await library.getByText(/ against /).waitFor();
  });
});

describe('the editor', () => {
  it('shows what only the whole collection tells, and mends it by keyboard, and takes it back', async () => {
    const { key } = (await liveRows(library, 'insights')).find(
      ({ card }) => card.id === 'ins_tide',
    )!;
    await go(`/insight/${key}/edit`);
    const rules = library.getByRole('complementary');
    const said = 'ins_seat lists this insight as related, and this one does not list it back.';
    const fix = rules.getByRole('button', { name: `Fix: ${said}` });
    await fix.waitFor();
    await fix.focus();
    await library.keyboard.press('Enter');
    await until('the link back', async () =>
      (await cardOf('ins_tide')).related.includes('ins_seat'),
    );
    await fix.waitFor({ state: 'detached' });
    const related = library.getByLabel('Related cards').or(library.locator('#field-related'));
    expect(await related.first().evaluate((field) => field === document.activeElement)).toBe(true);
    await library.getByRole('button', { name: 'Undo' }).press('Enter');
    await until('the undo', async () => (await cardOf('ins_tide')).related.length === 0);
    await fix.waitFor();
  });

  it('tells of another spelling while it is typed', async () => {
    const operator = library.getByLabel('Operator', { exact: true });
    await operator.fill('MIRA OKONTA');
    await library
      .getByRole('complementary')
      .getByRole('button', { name: /^Other insights write “.*” for “MIRA OKONTA”/ })
      .waitFor();
    await operator.fill('Mira Okonta');
  });

  it('names the tab by the title as it is now', async () => {
    const title = library.getByLabel('Title', { exact: true });
    for (const written of ['Ferries wait for nobody', 'Ferries leave at high water']) {
      await title.fill(written);
      const named = `${written} – Counterpoint`;
      await until('the tab to say so', async () => (await library.title()) === named);
    }
  });
});
