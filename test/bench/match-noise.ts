/** Whether off-topic pages stay quiet and right cards are kept, by library size and card length. */
import type { MatchDocument } from '../../lib/core/match/match';
import { buildIndex, type MatchIndex } from '../../lib/core/match/match-index';
import { matchPage, defaultThreshold } from '../../lib/core/match/match-page';
import { mean } from './interval';
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
  /** Right cards (graded 2) among the ungated top ten, and those of them that are shown. */
  rightInTop: number;
  keptInTop: number;
  /** All right cards of the library, in the top ten or not, and those that are shown. */
  right: number;
  kept: number;
  shown: number;
  shownRight: number;
}

const nothing = (): Tally => ({
  rightInTop: 0,
  keptInTop: 0,
  right: 0,
  kept: 0,
  shown: 0,
  shownRight: 0,
});

/** By task, so that one with many right cards does not drown the others. */
type Tallies = Map<string, Tally>;

interface Off {
  asked: number;
  readonly shown: string[];
}

function tallyOn(
  index: MatchIndex,
  keys: ReadonlySet<string>,
  { text, rel }: Query,
  sum: Tally,
): void {
  const right = new Set(Object.keys(rel).filter((key) => rel[key] === 2 && keys.has(key)));
  if (!Object.keys(rel).some((key) => keys.has(key))) return;
  const page = pageOf(text);
  const top = matchPage(index, page, { threshold: 0, limit }).filter(({ key }) => right.has(key));
  const shown = matchPage(index, page, { limit });
  sum.right += right.size;
  sum.kept += shown.filter(({ key }) => right.has(key)).length;
  sum.rightInTop += top.length;
  sum.keptInTop += top.filter(({ score }) => score >= defaultThreshold).length;
  sum.shown += shown.length;
  sum.shownRight += shown.filter(({ key }) => (rel[key] ?? 0) > 0).length;
}

function tallyOff(index: MatchIndex, pages: readonly Query[], off: Off): void {
  for (const { id, text } of pages) {
    const [best] = matchPage(index, pageOf(text), { limit: 1 });
    off.asked += 1;
    if (best) off.shown.push(`${id} ${best.key} ${best.score.toFixed(2)}`);
  }
}

const percent = (part: number, of: number) => `${((100 * part) / of).toFixed(1)} %`;

/** A share over all tasks together, the mean of the tasks' own shares, and these. */
function shares(tallies: Tallies, part: keyof Tally, of: keyof Tally): string {
  const each = [...tallies].filter(([, tally]) => tally[of] > 0);
  const sum = (name: keyof Tally) => each.reduce((all, [, tally]) => all + tally[name], 0);
  const macro = mean(each.map(([, tally]) => tally[part] / tally[of]));
  const own = each.map(([task, tally]) => `${task} ${percent(tally[part], tally[of])}`).join(', ');
  return `${percent(sum(part), sum(of))} (mean of tasks ${percent(macro, 1)}: ${own})`;
}

/** Prints the shares for libraries of 30, 300 and 1,000 insights, whole cards and title with claim. */
export function benchNoise(folder: string): void {
  const documents = readCorpus(folder, 'codex');
  const off = readQueries(folder, 't6');
  for (const [name, shape] of [
    ['whole cards', (document: MatchDocument) => document],
    ['title and claim', titleAndClaim],
  ] as const) {
    for (const [size, draws] of [
      [30, 10],
      [300, 3],
      [1000, 1],
    ] as const) {
      const tallies: Tallies = new Map();
      const noise: Off = { asked: 0, shown: [] };
      for (let draw = 0; draw < draws; draw += 1) {
        const library = sample(documents, size, draw + 7).map(shape);
        const index = buildIndex(library);
        const keys = new Set(library.map(({ key }) => key));
        for (const task of ['t1a', 't1b', 't1c']) {
          const tally = tallies.get(task) ?? nothing();
          tallies.set(task, tally);
          for (const query of readQueries(folder, task)) tallyOn(index, keys, query, tally);
        }
        tallyOff(index, off, noise);
      }
      console.log(
        `${size} insights, ${name}: off-topic pages that show anything ${noise.shown.length} of ${noise.asked};\n` +
          `    right cards kept, of those in the top ${limit}: ${shares(tallies, 'keptInTop', 'rightInTop')};\n` +
          `    of all: ${shares(tallies, 'kept', 'right')};\n` +
          `    precision ${shares(tallies, 'shownRight', 'shown')}`,
      );
      for (const shown of noise.shown.slice(0, 5)) console.log(`    ${shown}`);
    }
  }
}
