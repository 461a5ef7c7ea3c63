/** How well the engine ranks: nDCG at ten, by task. */
import { buildIndex, type MatchIndex } from '../../lib/core/match/match-index';
import { matchPage } from '../../lib/core/match/match-page';
import { interval, mean } from './interval';
import {
  corpusOf,
  hasCorpus,
  pageOf,
  pageTasks,
  readCorpus,
  readQueries,
  type Query,
} from './match-data';
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

/** nDCG at ten of each query over an index of its corpus. */
export function scoreQueries(index: MatchIndex, queries: readonly Query[]): number[] {
  return queries.map((query) => ndcg(topKeys(index, query), query.rel));
}

/** Prints it for every task whose corpus and queries the folder has, and the page mean. */
export function benchQuality(folder: string): void {
  console.log('nDCG@10 with 95 % bootstrap intervals');
  const indexes = new Map<string, MatchIndex>();
  const scores = new Map<string, number[]>();
  for (const [task, corpus] of Object.entries(corpusOf)) {
    const queries = hasCorpus(folder, corpus) ? readQueries(folder, task) : [];
    if (queries.length === 0) continue;
    const index = indexes.get(corpus) ?? buildIndex(readCorpus(folder, corpus));
    indexes.set(corpus, index);
    const values = scoreQueries(index, queries);
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
