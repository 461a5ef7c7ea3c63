/** Whether off-topic pages stay quiet and right cards are kept, by library size and card length. */
import type { MatchDocument } from '../../lib/core/match/match';
import { buildIndex } from '../../lib/core/match/match-index';
import { matchPage, defaultThreshold } from '../../lib/core/match/match-page';
import { pageOf, readCorpus, readQueries, type Query } from './match-data';
import { seeded } from './seeded';

const limit = 10;

function sample(documents: readonly MatchDocument[], size: number, seed: number): MatchDocument[] {
  const random = seeded(seed);
  return documents
    .map((document) => ({ document, at: random() }))
    .sort((a, b) => a.at - b.at)
    .slice(0, size)
    .map(({ document }) => document);
}

function titleAndClaim({ key, fields, sourceKeys, operator }: MatchDocument): MatchDocument {
  const { title, claim } = fields;
  return {
    key,
    operator,
    sourceKeys,
    fields: { ...(title !== undefined && { title }), ...(claim !== undefined && { claim }) },
  };
}

interface Tally {
  right: number;
  kept: number;
  rightInTop: number;
  keptInTop: number;
  shown: number;
  shownRight: number;
  off: number;
  offShown: string[];
}

function tally(
  documents: readonly MatchDocument[],
  on: readonly Query[],
  off: readonly Query[],
  sum: Tally,
) {
  const index = buildIndex(documents);
  const keys = new Set(documents.map(({ key }) => key));
  for (const { text, rel } of on) {
    const right = new Set(Object.keys(rel).filter((key) => rel[key] === 2 && keys.has(key)));
    if (!Object.keys(rel).some((key) => keys.has(key))) continue;
    const page = pageOf(text);
    const passing = matchPage(index, page, { limit: Infinity });
    const top = matchPage(index, page, { threshold: 0, limit }).filter(({ key }) => right.has(key));
    sum.right += right.size;
    sum.kept += passing.filter(({ key }) => right.has(key)).length;
    sum.rightInTop += top.length;
    sum.keptInTop += top.filter(({ score }) => score >= defaultThreshold).length;
    const shown = passing.slice(0, limit);
    sum.shown += shown.length;
    sum.shownRight += shown.filter(({ key }) => (rel[key] ?? 0) > 0).length;
  }
  for (const { id, text } of off) {
    const [best] = matchPage(index, pageOf(text), { limit: 1 });
    sum.off += 1;
    if (best) sum.offShown.push(`${id} ${best.key} ${best.score.toFixed(2)}`);
  }
}

/** Prints the shares for libraries of 30, 300 and all insights, whole cards and title with claim. */
export function benchNoise(folder: string): void {
  const documents = readCorpus(folder, 'codex');
  const on = ['t1a', 't1b', 't1c'].flatMap((task) => readQueries(folder, task));
  const off = readQueries(folder, 't6');
  for (const [name, shape] of [
    ['whole cards', (document: MatchDocument) => document],
    ['title and claim', titleAndClaim],
  ] as const) {
    for (const [size, draws] of [
      [30, 10],
      [300, 3],
      [documents.length, 1],
    ] as const) {
      const sum: Tally = {
        right: 0,
        kept: 0,
        rightInTop: 0,
        keptInTop: 0,
        shown: 0,
        shownRight: 0,
        off: 0,
        offShown: [],
      };
      for (let draw = 0; draw < draws; draw += 1) {
        tally(sample(documents, size, draw + 7).map(shape), on, off, sum);
      }
      const percent = (part: number, of: number) => `${((100 * part) / of).toFixed(1)} %`;
      console.log(
        `${size} insights, ${name}: off-topic pages that show anything ${percent(sum.offShown.length, sum.off)} of ${sum.off};` +
          ` right cards kept ${percent(sum.keptInTop, sum.rightInTop)} of those in the top ${limit}` +
          ` (${percent(sum.kept, sum.right)} of all);` +
          ` precision ${percent(sum.shownRight, sum.shown)} of ${sum.shown} shown`,
      );
      for (const shown of sum.offShown.slice(0, 5)) console.log(`    ${shown}`);
    }
  }
}
