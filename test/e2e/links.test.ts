/** Links, compare and contradictions in the built extension, from the keyboard to the popup. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readDocument } from '@/lib/core/codex/read-document';
import { readPositions } from '@/lib/core/codex/read-positions';
import { seriousFaults } from '../support/axe.ts';
import { launchExtension, type Extension } from '../support/extension.ts';
import { downloadBy, importFiles } from '../support/library-steps.ts';
import { readSurface } from '../support/popup-steps.ts';
import { sampleCards, sampleHosts, samplePages } from '../support/sample.ts';
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
  await importFiles(library, sampleCards());
  folder = mkdtempSync(join(tmpdir(), 'counterpoint-links-'));
});

afterAll(async () => {
  await extension.close();
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

const decision = 'ins_write-the-decision-before-the-meeting';
const skips = 'ins_write-for-the-reader-who-skips';
const twice = 'ins_read-fewer-things-twice';

const go = async (route: string) => {
  await library.goto(library.url().replace(/#.*$/, `#${route}`));
  await library.reload();
};
const keyOf = async (id: string) =>
  (await liveRows(library, 'insights')).find(({ card }) => card.id === id)?.key ?? '';
const openCard = async (id: string) => {
  await go(`/insight/${await keyOf(id)}`);
  await library.getByRole('heading', { name: 'Links' }).waitFor();
};
/** The file that the open insight leaves as. */
const exported = async (id: string) => {
  await openCard(id);
  const file = await downloadBy(library, () =>
    library.getByRole('button', { name: 'Download .md' }).click(),
  );
  return readFileSync(await file.path(), 'utf8');
};
const original = (id: string) => {
  const path = sampleCards().find((each) => basename(each) === `${id}.md`);
  return readFileSync(path ?? '', 'utf8');
};
const linksPart = () => library.getByRole('region', { name: 'Links', exact: true });
const said = (text: RegExp) => library.getByText(text).first().waitFor();
const undo = async () => {
  await library.getByRole('button', { name: 'Undo' }).click();
  await library.getByRole('button', { name: 'Undo' }).waitFor({ state: 'detached' });
};

describe('two keystrokes', () => {
  it('link the closest insight, from the reading view and from the list', async () => {
    await openCard(twice);
    expect(await storedRows(library, 'links')).toEqual([]);
    await library.keyboard.press('l');
    await library.keyboard.press('Enter');
    await said(/^Linked: Related to /);
    const [related] = await storedRows(library, 'links');
    expect(related).toMatchObject({ from: await keyOf(twice), type: 'related' });
    await undo();
    await until(
      'the link to be gone',
      async () => (await storedRows(library, 'links')).length === 0,
    );

    await library.getByRole('link', { name: /Read fewer things/ }).focus();
    await library.keyboard.press('l');
    await library.keyboard.press('c');
    await said(/^Linked: Contradicts /);
    const [contradicts] = await storedRows(library, 'links');
    expect(contradicts).toMatchObject({ from: await keyOf(twice), type: 'contradicts' });
    // The one that is linked is not offered again: the next one is.
    await library.keyboard.press('l');
    await library.getByRole('option').first().waitFor();
    const other = (await storedRows(library, 'insights')).find(
      ({ key }) => key === contradicts?.to,
    );
    await expect
      .poll(() => library.getByRole('option', { name: other?.card.title ?? '' }).count())
      .toBe(0);
    expect(await seriousFaults(library)).toEqual([]);
    await library.keyboard.press('Escape');
    await library.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await storedRows(library, 'links')).toHaveLength(1);
  });

  it('are seen from both cards and written into both files', async () => {
    const [link] = await storedRows(library, 'links');
    const other = (await storedRows(library, 'insights')).find(({ key }) => key === link?.to);
    const otherId = other?.card.id ?? '';
    const [from, to] = [await exported(twice), await exported(otherId)];
    expect(from).toMatch(new RegExp(`^related: \\[.*${otherId}`, 'm'));
    expect(from).toContain(`- \`${otherId}\` — contradicts`);
    expect(from).toContain(`Contradicts \`${otherId}\`.`);
    expect(to).toMatch(new RegExp(`^related: \\[.*${twice}`, 'm'));
    expect(to).toContain(`- \`${twice}\` — contradicted by`);
    expect(to).toContain(`Contradicted by \`${twice}\`.`);
    await linksPart().getByText('Is contradicted by').waitFor();
    await linksPart().getByText('Drawn by you').waitFor();
  });

  it('and a why that is edited afterwards, with its undo', async () => {
    await openCard(twice);
    await linksPart()
      .getByRole('button', { name: /^Edit the link/ })
      .click();
    await library.keyboard.type('It asks for the opposite.');
    await library.keyboard.press('Enter');
    await said(/^Link changed/);
    expect((await storedRows(library, 'links'))[0]?.why).toBe('It asks for the opposite.');
    await undo();
    await until(
      'the why to be gone',
      async () => (await storedRows(library, 'links'))[0]?.why === '',
    );
    await linksPart()
      .getByRole('button', { name: /^Remove the link/ })
      .click();
    await said(/^Link removed/);
    expect(await storedRows(library, 'links')).toEqual([]);
    expect(await exported(twice)).toBe(original(twice));
  });
});

describe('a link that imported cards say', () => {
  it('shows who says it, goes from both cards, and comes back byte for byte', async () => {
    await openCard(decision);
    const row = linksPart()
      .getByRole('listitem')
      .filter({ hasText: 'Write for the reader who skips' });
    await row.first().getByText('Listed in related of both cards').waitFor();
    await row.first().getByText('Named in Cross-references of both cards').waitFor();
    await row
      .first()
      .getByRole('button', { name: /^Remove the link/ })
      .click();
    await said(/^Link removed/);
    const cards = await liveRows(library, 'insights');
    const related = (id: string) => cards.find(({ card }) => card.id === id)?.card.related;
    expect(related(decision)).not.toContain(skips);
    expect(related(skips)).not.toContain(decision);
    await undo();
    await until('both cards to be whole', async () => {
      const now = await liveRows(library, 'insights');
      const names = (id: string, other: string) =>
        now.find(({ card }) => card.id === id)?.card.related.includes(other);
      return names(decision, skips) && names(skips, decision);
    });
    expect(await exported(decision)).toBe(original(decision));
    expect(await exported(skips)).toBe(original(skips));

    await openCard(decision);
    await row
      .first()
      .getByRole('button', { name: /^Remove the link/ })
      .click();
    await said(/^Link removed/);
    for (const [id, other] of [
      [decision, skips],
      [skips, decision],
    ] as const) {
      const text = await exported(id);
      expect(text).not.toContain(other);
      const lines = new Set(original(id).split('\n'));
      const fresh = text.split('\n').filter((line) => !lines.has(line));
      expect(fresh.every((line) => line.startsWith('related: '))).toBe(true);
    }
  });
});

describe('compare', () => {
  it('sets two selected insights side by side, by keyboard alone', async () => {
    await go('/');
    await library.getByText(/^\d+ insights$/).waitFor();
    for (const title of [/loudest voice/, /Read fewer things/]) {
      await library.getByRole('link', { name: title }).focus();
      await library.keyboard.press('x');
    }
    await library.getByRole('button', { name: 'Compare' }).waitFor();
    await library.keyboard.press('c');
    await library.getByRole('heading', { name: 'Compare', exact: true }).waitFor();
    const conditions = library.getByRole('region', { name: 'Conditions' });
    await conditions.getByText('Only A').first().waitFor();
    await conditions.getByText('Only B').first().waitFor();
    expect(await seriousFaults(library)).toEqual([]);
    await library.setViewportSize({ width: 320, height: 700 });
    const width = () => library.evaluate(() => document.documentElement.scrollWidth);
    await expect.poll(width).toBeLessThanOrEqual(320);
    await library.setViewportSize({ width: 1200, height: 800 });
  });

  it('writes a contradiction in the codex’s form, opens it, and takes it back', async () => {
    const write = () => library.getByRole('button', { name: 'Write a contradiction' }).click();
    await write();
    const text = library.getByRole('textbox', { name: 'Markdown' });
    await text.waitFor();
    await undo();
    await library.getByText('This document lies in the trash.').waitFor();
    expect(await storedRows(library, 'links')).toEqual([]);
    await library.goBack();
    await library.getByRole('heading', { name: 'Compare', exact: true }).waitFor();

    await write();
    await text.waitFor();
    const written = await text.inputValue();
    expect(readPositions(written).map(({ cards }) => cards.length)).toEqual([1, 1]);
    await text.fill(`${written}\nBoth, but not on the same day.\n`);
    await library.getByText('Saved', { exact: true }).waitFor();
    expect(await seriousFaults(library)).toEqual([]);
    const file = await downloadBy(library, () =>
      library.getByRole('button', { name: 'Download .md' }).click(),
    );
    expect(file.suggestedFilename()).toMatch(/^con_[a-z0-9-]+\.md$/);
    const read = readDocument(readFileSync(await file.path(), 'utf8'));
    expect(read).toMatchObject({ ok: true, value: { kind: 'contradiction' } });
    const cards = read.ok ? read.value.names : [];
    expect(new Set(cards)).toEqual(new Set([decision, twice]));
    const [link] = await storedRows(library, 'links');
    expect(link?.type).toBe('contradicts');
    await library.getByRole('button', { name: 'Done editing' }).click();
    await library.getByText('Both, but not on the same day.').waitFor();
  });

  it('offers the text a closed page left, also after more was typed without an answer', async () => {
    const [document] = await liveRows(library, 'documents');
    const left = `${document?.text}\nLeft behind.\n`;
    await library.evaluate(
      ([name = '', value = '']) => localStorage.setItem(name, value),
      [`library-unsaved-document ${document?.key}`, JSON.stringify([left])],
    );
    const text = library.getByRole('textbox', { name: 'Markdown' });
    const saved = async () => {
      await library.getByText('Saved', { exact: true }).waitFor();
      await library.reload();
      await library.getByRole('button', { name: 'Edit', exact: true }).click();
    };
    await library.reload();
    await library.getByRole('button', { name: 'Use what I typed' }).waitFor();
    await library.getByRole('button', { name: 'Edit', exact: true }).click();
    await text.fill(`${document?.text}\nTyped since.\n`);
    await saved();
    await library.getByRole('button', { name: 'Use what I typed' }).click();
    await saved();
    expect(await text.inputValue()).toBe(left);
    expect(await library.getByRole('button', { name: 'Use what I typed' }).count()).toBe(0);
    await library.getByRole('button', { name: 'Done editing' }).click();
  });

  it('names the contradiction on both cards', async () => {
    for (const id of [decision, twice]) {
      await openCard(id);
      await linksPart().getByText('Named in the contradiction').waitFor();
      await library.getByRole('heading', { name: 'In contradictions and patterns' }).waitFor();
    }
  });
});

describe('the popup', () => {
  it('shows the other side of a contradiction, and which document says so', async () => {
    // Without the drawn link it is the document alone that sets the two against each other.
    await openCard(twice);
    await linksPart()
      .getByRole('button', { name: /^Remove the link/ })
      .first()
      .click();
    await said(/^Link removed/);
    const page = await extension.open(samplePages.essay);
    const popup = await extension.clickToolbar(page);
    const { counterEvidence } = await readSurface(popup);
    expect(counterEvidence.map(({ kind }) => kind)).toContain('Contradicting insight');
    await popup.getByText(/^In the contradiction “.*loudest voice.*”$/).waitFor();
    await popup.getByRole('button', { name: /Read fewer things/ }).waitFor();
    await popup.close();
    await page.close();
  });
});

describe('documents from elsewhere', () => {
  it('come in with an import, are listed, and the same again change nothing', async () => {
    const files = [
      [
        'con_early-or-late.md',
        `---\nid: con_early-or-late\n---\n\n# Early or late\n\n\`${skips}\`\n`,
      ],
      ['pat_paper.md', `---\nid: pat_paper\nuses_cards: [${skips}, ${twice}]\n---\n\n# On paper\n`],
      ['README.md', '# Read me\n'],
    ].map(([name = '', text = '']) => {
      writeFileSync(join(folder, name), text);
      return join(folder, name);
    });
    await go('/import');
    expect((await importFiles(library, files)).counts).toMatchObject({ Skipped: 1, Broken: 0 });
    await library.getByText('2 contradictions and patterns came in.').waitFor();
    await go('/import');
    await importFiles(library, files);
    await library.getByText('2 contradictions and patterns are here already.').waitFor();

    await library.getByRole('link', { name: 'See them' }).click();
    await library.getByRole('link', { name: 'On paper' }).click();
    await library.getByRole('heading', { name: 'On paper' }).waitFor();
    await library.getByRole('link', { name: /^Read fewer things/ }).waitFor();
    await library.getByRole('button', { name: 'Delete', exact: true }).click();
    await said(/^Moved “On paper” to the trash/);
    await go('/trash');
    await library.getByRole('button', { name: 'Restore On paper' }).click();
    await said(/^Restored 1 document/);
    await openCard(twice);
    await library.getByText('With 1 other card').waitFor();
  });
});

it('asked nothing of anybody', () => {
  expect(server.strays()).toEqual([]);
});
