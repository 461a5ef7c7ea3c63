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
import { interval, mean, quantile } from './interval';
import { benchLibraries, libraryOptions } from './match-libraries';
import { benchNoise } from './match-noise';
import { depth, ndcg } from './ndcg';

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
    const times = pages.map((text) => {
      const since = process.cpuUsage();
      matchPage(index, pageOf(text));
      return milliseconds(since);
    });
    const at = (share: number) => quantile(times, share).toFixed(1);
    console.log(
      `query, pages of ${least} to ${most} words (${pages.length}), CPU ms: p50 ${at(0.5)} p95 ${at(0.95)}`,
    );
  }
}

function benchEngine(folder: string): void {
  benchQuality(folder);
  if (!hasCorpus(folder, 'codex')) return;
  console.log(`\nquietness at the default threshold (${defaultThreshold})`);
  benchNoise(folder);
  console.log('\ncounter-evidence');
  benchCounterEvidence(folder);
  console.log('\nspeed');
  benchSpeed(folder);
}

/**
 * `npm run bench:match -- DIR`; with `--against [NAMES] [--sizes 1000,10000] [--speed-only]` other
 * libraries side by side after it, with `--only-against [NAMES]` only those.
 */
export async function run(args: readonly string[]): Promise<void> {
  const [folder] = args;
  if (folder === undefined || folder.startsWith('--')) {
    throw new Error('usage: npm run bench:match -- DIR [--against [NAMES]] [--sizes N,N]');
  }
  if (!args.includes('--only-against')) benchEngine(folder);
  const options = libraryOptions(args.slice(1));
  if (options) await benchLibraries(folder, options);
}
