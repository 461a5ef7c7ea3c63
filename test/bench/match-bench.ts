/** Quality, quietness and speed of the match engine over a folder of match data. */
import { buildIndex, type MatchIndex } from '../../lib/core/match/match-index';
import { defaultThreshold, matchPage } from '../../lib/core/match/match-page';
import {
  corpusOf,
  hasCorpus,
  pageOf,
  pageTasks,
  readCorpus,
  readQueries,
  type Query,
} from './match-data';
import { benchCounterEvidence } from './match-counter';
import { benchNoise } from './match-noise';
import { seeded } from './seeded';

const depth = 10;

/** nDCG at ten, gain 2^rel - 1 (Järvelin and Kekäläinen 2002; Burges 2005). */
function ndcg(keys: readonly string[], rel: Query['rel']): number {
  const gain = (grade: number, rank: number) => (2 ** grade - 1) / Math.log2(rank + 2);
  const found = keys.reduce((sum, key, rank) => sum + gain(rel[key] ?? 0, rank), 0);
  const ideal = Object.values(rel)
    .sort((a, b) => b - a)
    .slice(0, depth)
    .reduce((sum, grade, rank) => sum + gain(grade, rank), 0);
  return ideal === 0 ? 0 : found / ideal;
}

const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;

/** The 95 % bootstrap interval of a statistic over resampled groups of values. */
function interval(groups: readonly (readonly number[])[]): [number, number] {
  const random = seeded(1);
  const drawn = Array.from({ length: 1000 }, () =>
    mean(
      groups.map((values) => {
        let sum = 0;
        for (let i = 0; i < values.length; i += 1) {
          sum += values[Math.floor(random() * values.length)] ?? 0;
        }
        return sum / values.length;
      }),
    ),
  ).sort((a, b) => a - b);
  return [drawn[24] ?? 0, drawn[974] ?? 0];
}

function line(label: string, groups: readonly (readonly number[])[], note = ''): void {
  const [low, high] = interval(groups);
  const value = mean(groups.map(mean)).toFixed(4);
  console.log(`${label.padEnd(10)} ${value}  [${low.toFixed(3)}, ${high.toFixed(3)}]  ${note}`);
}

function topKeys(index: MatchIndex, query: Query): string[] {
  const exclude = new Set(query.exclude);
  const limit = depth + exclude.size;
  return matchPage(index, pageOf(query.text), { threshold: 0, limit })
    .map(({ key }) => key)
    .filter((key) => !exclude.has(key))
    .slice(0, depth);
}

function benchQuality(folder: string): void {
  console.log('nDCG@10 with 95 % bootstrap intervals');
  const indexes = new Map<string, MatchIndex>();
  const scores = new Map<string, number[]>();
  for (const [task, corpus] of Object.entries(corpusOf)) {
    const queries = hasCorpus(folder, corpus) ? readQueries(folder, task) : [];
    if (queries.length === 0) continue;
    const index = indexes.get(corpus) ?? buildIndex(readCorpus(folder, corpus));
    indexes.set(corpus, index);
    const values = queries.map((query) => ndcg(topKeys(index, query), query.rel));
    scores.set(task, values);
    line(task, [values], `${values.length} queries`);
  }
  const pages = pageTasks.flatMap((task) => scores.get(task) ?? []);
  if (pages.length > 0) {
    line(
      'page mean',
      pageTasks.flatMap((task) => [scores.get(task) ?? []]).filter((v) => v.length),
    );
  }
}

const milliseconds = (since: NodeJS.CpuUsage) => {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1000;
};

function quantile(sorted: readonly number[], share: number): string {
  return (sorted[Math.floor(share * (sorted.length - 1))] ?? 0).toFixed(1);
}

function benchSpeed(folder: string): void {
  const documents = readCorpus(folder, 'codex').slice(0, 1000);
  const builds = Array.from({ length: 5 }, () => {
    const since = process.cpuUsage();
    buildIndex(documents);
    return milliseconds(since);
  });
  const [first = 0, ...later] = builds;
  console.log(
    `build ${documents.length} insights, CPU ms: first ${first.toFixed(0)}, then ${Math.min(...later).toFixed(0)}`,
  );
  const index = buildIndex(documents);
  const queries = ['t1a', 't1b', 't1c', 't6'].flatMap((task) => readQueries(folder, task));
  const words = (text: string) => text.split(/\s+/).length;
  for (const [least, most] of [
    [0, 1000],
    [1000, 2500],
    [2500, 3500],
    [3500, 30_000],
  ] as const) {
    const pages = queries
      .map(({ text }) => text)
      .filter((text) => {
        const length = words(text);
        return length >= least && length < most;
      });
    const times = pages
      .map((text) => {
        const since = process.cpuUsage();
        matchPage(index, pageOf(text));
        return milliseconds(since);
      })
      .sort((a, b) => a - b);
    console.log(
      `query, pages of ${least} to ${most} words (${pages.length}), CPU ms: p50 ${quantile(times, 0.5)} p95 ${quantile(times, 0.95)}`,
    );
  }
}

/** `npm run bench:match -- DIR` */
export function run(args: readonly string[]): void {
  const [folder] = args;
  if (folder === undefined) throw new Error('usage: npm run bench:match -- DIR');
  benchQuality(folder);
  if (!hasCorpus(folder, 'codex')) return;
  console.log(`\nquietness at the default threshold (${defaultThreshold})`);
  benchNoise(folder);
  console.log('\ncounter-evidence');
  benchCounterEvidence(folder);
  console.log('\nspeed');
  benchSpeed(folder);
}
