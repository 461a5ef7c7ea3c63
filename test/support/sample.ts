/** The sample: a small library and four pages, served under the names they claim to have. */
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { bytes, folder, paths } from './handlers.ts';
import { spokenTone } from './media.ts';
import type { Handler } from './server.ts';

const sample = resolve(import.meta.dirname, '../fixtures/sample');

export const samplePages = {
  article: 'https://ledgerandloom.example/essays/the-price-nobody-dared-to-raise',
  /** Touches several of the sample cards and argues against one of them. */
  essay: 'https://slowdesk.example/2026/05/we-stopped-writing-before-the-meeting',
  podcast: 'https://halfwaymeeting.example/episodes/41',
  recipe: 'https://saltandember.example/recipes/braised-leeks',
} as const;

/** A passage of the article, as `selectWords` takes it: its first words and its last. */
export const samplePassage = [
  'I had given them a discount for paying ahead',
  'six months without news.',
] as const;

/** Length of the episode's sound in seconds. */
export const episodeSeconds = 240;

/** The paths of the sample cards, `ins_….md`. */
export function sampleCards(): string[] {
  const cards = join(sample, 'cards');
  return readdirSync(cards)
    .sort()
    .map((name) => join(cards, name));
}

/** What to give to `serve`: the hosts of the sample pages. */
export function sampleHosts(): Record<string, Handler> {
  const pages = join(sample, 'pages');
  const style = folder(pages);
  const sound = bytes(spokenTone(episodeSeconds), 'audio/wav');
  const shared = { '/sample.css': style, '/audio/41.wav': sound };
  const hosts = Object.values(samplePages).map((url) => new URL(url).hostname);
  return Object.fromEntries(hosts.map((host) => [host, paths(shared, folder(join(pages, host)))]));
}
