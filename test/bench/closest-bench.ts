/**
 * Duplicates at birth: claims of real cards said otherwise must find their card, and claims about
 * something else must find nothing. `npm run bench:closest -- CARDS [MATCH-DATA]`.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Card } from '../../lib/core/codex/card';
import { readCard } from '../../lib/core/codex/read-card';
import { closestClaims, type ClosestClaim } from '../../lib/core/match/closest-claims';
import type { MatchDocument } from '../../lib/core/match/match';
import { buildIndex } from '../../lib/core/match/match-index';
import { plainText } from '../../lib/core/match/plain-text';
import { sourceKey } from '../../lib/core/source/canonical-url';
import { matchDocument } from '../../lib/core/match/match-document';
import { readCorpus } from './match-data';
import { paraphrases } from './paraphrases';
import { seeded } from './seeded';

const thresholds = [0.1, 0.12, 0.14, 0.16, 0.18, 0.2, 0.25, 0.3, 0.4];
const otherCorpora = ['ibm-claims', 'perspectrum-claims', 'idebate-claims', 'debatewise-claims'];
const random = seeded(7);

function shuffled<T>(all: readonly T[]): T[] {
  const left = [...all];
  return all.map(() => left.splice(Math.floor(random() * left.length), 1)[0] as T);
}

const wordsOf = (text: string): string[] => text.split(/\s+/).filter((word) => word !== '');
const without = (share: number) => (text: string) =>
  wordsOf(text)
    .filter(() => random() >= share)
    .join(' ');

/** Clauses in another order. */
const reordered = (text: string): string => shuffled(text.split(/(?<=[,.;:—])\s+/)).join(' ');

const variants: Readonly<Record<string, (claim: string) => string>> = {
  'a fifth of the words gone': without(0.2),
  'a third of the words gone': without(0.33),
  'half of the words gone': without(0.5),
  'clauses in another order, a third gone': (claim) => reordered(without(0.33)(claim)),
  'words in any order, a third gone': (claim) => shuffled(wordsOf(without(0.33)(claim))).join(' '),
  'the first half only': (claim) =>
    wordsOf(claim)
      .slice(0, wordsOf(claim).length / 2)
      .join(' '),
};

interface Asked {
  readonly claim: string;
  readonly title?: string;
  /** The card that it is; undefined where it is none. */
  readonly of?: string;
}

/** `npm run bench:closest -- CARDS [MATCH-DATA]` */
export function run([folder, data]: readonly string[]): void {
  if (folder === undefined) throw new Error('usage: npm run bench:closest -- CARDS [MATCH-DATA]');
  const cards = readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .toSorted()
    .flatMap((name): Card[] => {
      const read = readCard(readFileSync(join(folder, name), 'utf8'));
      return read.ok ? [read.value] : [];
    });
  const byId = new Map(cards.map((card) => [card.id, card]));
  const documents = cards.map((card): MatchDocument =>
    matchDocument(
      {
        key: card.id,
        collection: 'own',
        status: 'ready',
        card,
        createdAt: '2026-01-01T00:00:00Z',
        updatedAt: '2026-01-01T00:00:00Z',
      },
      [],
      sourceKey,
    ),
  );
  const index = buildIndex(documents);
  const claimOf = (key: string) => {
    const card = byId.get(key);
    return card && { title: card.title, claim: card.sections.claim };
  };
  const ask = ({ claim, title = '' }: Asked, key = ''): ClosestClaim[] =>
    closestClaims(index, { key, title, claim }, claimOf, { threshold: 0, limit: 3 });

  const row = (
    name: string,
    found: readonly { readonly of?: string; readonly hits: ClosestClaim[] }[],
  ) => {
    const cells = thresholds.map((threshold) => {
      const shown = found.map(({ of, hits }) => ({
        of,
        hits: hits.filter(({ score }) => score >= threshold),
      }));
      const right = shown.filter(({ of, hits }) => hits.some(({ key }) => key === of)).length;
      const any = shown.filter(({ hits }) => hits.length > 0).length;
      const percent = (count: number) => `${Math.round((100 * count) / found.length)}`;
      return (found[0]?.of === undefined ? percent(any) : percent(right)).padStart(5);
    });
    console.log(`${name.padEnd(46)}${String(found.length).padStart(5)} ${cells.join('')}`);
  };

  console.log(
    `${'threshold'.padEnd(52)}${thresholds.map((each) => String(each).padStart(5)).join('')}`,
  );
  console.log('finds its card, of 100:');
  const started = performance.now();
  let asked = 0;
  for (const [name, vary] of Object.entries(variants)) {
    const all = cards
      .filter((card, at) => at % 3 === 0 && plainText(card.sections.claim).length > 40)
      .map((card) => ({ claim: vary(plainText(card.sections.claim)), of: card.id }));
    asked += all.length;
    row(
      name,
      all.map((each) => ({ of: each.of, hits: ask(each) })),
    );
  }
  const known = paraphrases.filter(({ of }) => byId.has(of));
  if (known.length > 0) {
    row(
      'said in other words, by hand',
      known.map((each) => ({ of: each.of, hits: ask(each) })),
    );
  }
  const each = (performance.now() - started) / asked;

  console.log('shows something, of 100:');
  // A real card as a draft beside all others: what is shown is another card.
  const own = cards.map((card) => ({
    hits: ask({ title: card.title, claim: card.sections.claim }, card.id),
    card,
  }));
  row('a real card, itself left out', own);
  if (data !== undefined && existsSync(data)) {
    for (const name of otherCorpora) {
      if (!existsSync(join(data, 'corpus', `${name}.jsonl.gz`))) continue;
      const claims = readCorpus(data, name).slice(0, 200);
      row(
        `claims about something else: ${name}`,
        claims.map(({ fields }) => ({ hits: ask({ claim: Object.values(fields).join(' ') }) })),
      );
    }
  }
  for (const threshold of thresholds) {
    const shown = own.flatMap(({ hits, card }) =>
      hits
        .filter(({ score }) => score >= threshold)
        .map(({ key }) => {
          const other = byId.get(key);
          return (
            card.related.includes(key) ||
            (other?.related.includes(card.id) ?? false) ||
            other?.operator === card.operator
          );
        }),
    );
    const linked = shown.filter(Boolean).length;
    console.log(
      `at ${threshold}: ${shown.length} other cards shown beside real ones, ${linked} of them linked by their authors or by the same operator`,
    );
  }
  console.log(`${each.toFixed(1)} ms a question, ${cards.length} cards`);
  for (const { hits, card } of own
    .toSorted((a, b) => (b.hits[0]?.score ?? 0) - (a.hits[0]?.score ?? 0))
    .slice(0, 12)) {
    console.log(`  ${hits[0]?.score.toFixed(2)} ${card.id} ~ ${hits[0]?.key}`);
  }
}
