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
/** Rounds that end with a kill; what is left of the clips is made in one more that ends in peace. */
const kills = 8;
/** A round is killed before it has made about this many clips. */
const share = Math.floor(clips / (kills + 1));
/** About what one clip takes, in milliseconds. */
const oneClip = 500;

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

interface Round {
  readonly killed: boolean;
  readonly acknowledged: readonly number[];
  /** The first sentence that nobody has tried to clip. */
  readonly next: number;
}

/** Clips from sentence `first` on; with `kill`, until the browser dies at a random moment. */
async function clipRound(first: number, kill: boolean): Promise<Round> {
  const extension = await launchExtension({ server, profile });
  const page = await extension.open('https://list.example/');
  const acknowledged: number[] = [];
  let killing: Promise<void> | undefined;
  const timer = kill
    ? setTimeout(
        () => {
          killing = extension.kill();
        },
        Math.random() * share * oneClip,
      )
    : undefined;
  let next = first;
  try {
    while (next < clips) {
      const n = next;
      next += 1;
      await clipSentence(extension, page, n);
      acknowledged.push(n);
    }
    // Faster than the timer: the kill comes right after the last clip was acknowledged.
    if (kill) killing ??= extension.kill();
  } catch (error) {
    // A browser that was killed takes its page with it; anything else is a real failure.
    if (!killing) throw error;
  }
  clearTimeout(timer);
  await killing;
  if (!killing) await extension.close();
  return { killed: killing !== undefined, acknowledged, next };
}

it(`keeps every acknowledged clip of ${clips} when the browser is killed again and again`, async () => {
  const acknowledged: number[] = [];
  let next = 0;
  let killed = 0;
  for (let round = 0; round <= kills; round += 1) {
    const made = await clipRound(next, round < kills);
    acknowledged.push(...made.acknowledged);
    next = made.next;
    if (made.killed) killed += 1;
  }

  const extension = await launchExtension({ server, profile });
  const library = await extension.openOwn('library.html');
  const stored = await storedRows(library, 'clips');
  const drafts = new Set((await storedRows(library, 'insights')).map(({ key }) => key));
  const sources = new Set((await storedRows(library, 'sources')).map(({ key }) => key));
  await extension.close();

  const quotes = stored.map(({ quote }) => quote);
  console.log(`${acknowledged.length} acknowledged, ${stored.length} stored, ${killed} kills`);
  expect(quotes).toEqual(expect.arrayContaining(acknowledged.map(words)));
  expect(new Set(quotes).size, 'no clip twice').toBe(quotes.length);
  const halves = stored.filter(
    ({ insightKey, sourceKey }) => !drafts.has(insightKey) || !sources.has(sourceKey),
  );
  expect(halves, 'no clip without its draft and source').toEqual([]);
  expect(killed, 'really killed').toBe(kills);
  expect(acknowledged.length).toBeGreaterThan(clips / 2);
}, 600_000);
