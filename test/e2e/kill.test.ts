/**
 * The browser killed at random moments while a person clips: whatever was acknowledged is there on
 * reopening, and nothing is there by half.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchExtension, type Extension } from '../support/extension.ts';
import { html } from '../support/handlers.ts';
import { serve, type FixtureServer } from '../support/server.ts';
import { storedRows } from '../support/stored.ts';
import { toastOn } from '../support/toast.ts';

const clips = 100;
const kills = 8;
/** Milliseconds after the first clip of a round within which the browser is killed. */
const longestRound = 12_000;

const words = (n: number) => `Sentence number ${n} of a long list.`;
const paragraphs = Array.from({ length: clips }, (_, n) => `<p id="s${n}">${words(n)}</p>`);
const longList = html(`<!doctype html><title>A long list</title>${paragraphs.join('')}`);

let server: FixtureServer;
let profile: string;

beforeAll(async () => {
  server = await serve({ 'list.example': longList });
  profile = mkdtempSync(join(tmpdir(), 'counterpoint-kill-'));
});

afterAll(async () => {
  await server.close();
  rmSync(profile, { recursive: true, force: true });
});

/** Clips one sentence and resolves once the toast has acknowledged it. */
async function clipSentence(extension: Extension, page: Page, n: number): Promise<void> {
  await page.evaluate(
    (id) => getSelection()!.selectAllChildren(document.getElementById(id)!),
    `s${n}`,
  );
  await extension.runCommand('clip-selection', page);
  await toastOn(page).says(words(n));
}

it(`keeps every acknowledged clip of ${clips} over ${kills} kills`, async () => {
  const acknowledged: number[] = [];
  let next = 0;
  for (let round = 0; round <= kills; round += 1) {
    const extension = await launchExtension({ server, profile });
    const page = await extension.open('https://list.example/');
    const last = round === kills;
    let killing: Promise<void> | undefined;
    const timer = last
      ? undefined
      : setTimeout(() => {
          killing = extension.kill();
        }, Math.random() * longestRound);
    try {
      while (next < clips) {
        const n = next;
        next += 1;
        await clipSentence(extension, page, n);
        acknowledged.push(n);
      }
    } catch (error) {
      // A browser that was killed takes its page with it; anything else is a real failure.
      if (!killing) throw error;
    }
    clearTimeout(timer);
    await killing;
    if (!killing) await extension.close();
  }

  const extension = await launchExtension({ server, profile });
  const library = await extension.openOwn('library.html');
  const stored = await storedRows(library, 'clips');
  const drafts = new Set((await storedRows(library, 'insights')).map(({ key }) => key));
  const sources = new Set((await storedRows(library, 'sources')).map(({ key }) => key));
  await extension.close();

  const quotes = stored.map(({ quote }) => quote);
  console.log(`${acknowledged.length} acknowledged, ${stored.length} stored, ${kills} kills`);
  expect(quotes).toEqual(expect.arrayContaining(acknowledged.map(words)));
  expect(new Set(quotes).size, 'no clip twice').toBe(quotes.length);
  const halves = stored.filter(
    ({ insightKey, sourceKey }) => !drafts.has(insightKey) || !sources.has(sourceKey),
  );
  expect(halves, 'no clip without its draft and source').toEqual([]);
  expect(acknowledged.length).toBeGreaterThan(clips / 2);
}, 600_000);
