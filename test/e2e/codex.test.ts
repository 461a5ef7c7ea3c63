/** Real input: a public codex brought in through the library, and surfaced on one of its sources. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchExtension, type Extension } from '../support/extension.ts';
import { html } from '../support/handlers.ts';
import { importFiles } from '../support/library-steps.ts';
import { readSurface } from '../support/popup-steps.ts';
import { serve, type FixtureServer } from '../support/server.ts';
import { storedRows } from '../support/stored.ts';

const codex = resolve('../shared/data/codex');
const absent = !existsSync(codex);

/** An archived source as the page it may once have been: its paragraphs, and nothing else. */
function pageFrom(markdown: string): string {
  const body = markdown.replace(/^---\n.*?\n---\n/s, '');
  const escaped = body.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const blocks = escaped.split(/\n\s*\n/).filter((block) => block.trim() !== '');
  return `<!doctype html><html lang="en"><title>A source</title><article>${blocks
    .map((block) => `<p>${block}</p>`)
    .join('')}</article></html>`;
}

interface ArchivedSource {
  readonly text: string;
  /** The headings of the cards that name this file as theirs. */
  readonly titles: readonly string[];
}

/** The archived source that most cards were made from. */
function richestSource(): ArchivedSource {
  const cards = readdirSync(join(codex, 'cards')).map((name) => {
    const text = readFileSync(join(codex, 'cards', name), 'utf8');
    const from = /^raw_ref:.*\/([^/\s]+\.md)\s*$/m.exec(text)?.[1] ?? '';
    return { from, title: /^# (.*)$/m.exec(text)?.[1] ?? '' };
  });
  const sources = readdirSync(join(codex, 'pages')).map((name) => ({
    name,
    titles: cards.filter(({ from }) => from === name).map(({ title }) => title),
  }));
  const [most] = sources.sort((a, b) => b.titles.length - a.titles.length);
  if (!most) throw new Error('no archived source');
  return {
    text: readFileSync(join(codex, 'pages', most.name), 'utf8'),
    titles: most.titles,
  };
}

describe.skipIf(absent)(`a real codex${absent ? ': ../shared/data/codex is absent' : ''}`, () => {
  let server: FixtureServer;
  let extension: Extension;
  let richest: ArchivedSource;

  beforeAll(async () => {
    richest = richestSource();
    server = await serve({ 'source.example': html(pageFrom(richest.text)) });
    extension = await launchExtension({ server });
  });

  afterAll(async () => {
    await extension.close();
    await server.close();
  });

  it('comes in whole, twice without a change, and is surfaced on a page it was made from', async () => {
    const folder = join(codex, 'cards');
    const cards = readdirSync(folder).map((name) => join(folder, name));
    const library = await extension.openOwn('library.html#/import');
    const started = performance.now();
    const first = await importFiles(library, cards);
    const seconds = (performance.now() - started) / 1000;
    console.log(
      `${cards.length} cards imported in ${seconds.toFixed(1)} s: ${JSON.stringify(first.counts)}`,
    );
    expect((first.counts.Added ?? 0) + (first.counts.Broken ?? 0)).toBe(cards.length);
    expect(await storedRows(library, 'insights')).toHaveLength(first.counts.Added ?? 0);

    await library.reload();
    const second = await importFiles(library, cards);
    expect(second.counts).toMatchObject({ Added: 0, Updated: 0, Unchanged: first.counts.Added });

    const page = await extension.open('https://source.example/');
    const popup = await extension.clickToolbar(page);
    const { related, counterEvidence } = await readSurface(popup);
    expect(related.length).toBeGreaterThan(0);
    expect(counterEvidence.length).toBeGreaterThan(0);
    const made = related.filter(({ title }) => richest.titles.includes(title));
    console.log(`${made.length} of the ${richest.titles.length} cards made from it are shown`);
    expect(made.length).toBeGreaterThan(0);
    await popup.close();
    await page.close();
    await library.close();
  });
});
