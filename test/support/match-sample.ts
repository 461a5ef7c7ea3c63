/** The sample library and pages as the match engine reads them. */
import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readCard } from '../../lib/core/codex/read-card.ts';
import type { Insight } from '../../lib/core/insight/insight.ts';
import type { MatchPage } from '../../lib/core/match/match.ts';
import { anId, anInsight } from './builders.ts';
import { sampleCards } from './sample.ts';

/** The sample cards as insights; their keys are the card ids. */
export function sampleInsights(): Insight[] {
  return sampleCards().map((path, at) => {
    const read = readCard(readFileSync(path, 'utf8'));
    if (!read.ok) throw new Error(`${path}: ${JSON.stringify(read.error)}`);
    return { ...anInsight({ key: read.value.id || anId(at) }), card: read.value };
  });
}

/** Texts as a page's passages, one after another in its text. */
export function pageOfTexts(texts: readonly string[]): MatchPage {
  let end = -1;
  const passages = texts.map((text) => {
    const start = end + 1;
    end = start + text.length;
    return { text, start, end };
  });
  return { passages };
}

/** The readable blocks of a sample page by its host, near enough: tags and entities taken out. */
export function samplePage(host: string): MatchPage {
  const folder = join(resolve(import.meta.dirname, '../fixtures/sample/pages'), host);
  const file = readdirSync(folder, { recursive: true, encoding: 'utf8' }).find((name) =>
    name.endsWith('.html'),
  );
  const html = readFileSync(join(folder, file ?? ''), 'utf8');
  const blocks = html.matchAll(/<(p|h1|h2|h3|li|blockquote)\b[^>]*>(.*?)<\/\1>/gs);
  const texts = Array.from(blocks, ([, , inner = '']) =>
    inner
      .replace(/<[^>]+>|&[a-z]+;/g, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  );
  return pageOfTexts(texts.filter((text) => text !== ''));
}
