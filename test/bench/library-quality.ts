/** How well each library ranks: nDCG@10 of the same queries, and how far ours is ahead. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { serialize } from 'node:v8';
import { libraries, ours } from './adapters/all-adapters';
import { sampled } from './bench-pages';
import { interval, mean } from './interval';
import { startLibrary } from './library-process';
import { corpusOf, hasCorpus, pageTasks, readCorpus, readQueries, type Query } from './match-data';
import { depth, ndcg } from './ndcg';
import { printTable } from './print-table';

/** Queries a task, by pace; the few are among the many, so that all can be compared with ours. */
const samples = { fast: Infinity, slow: 30, slowest: 10 } as const;

interface Task {
  readonly name: string;
  readonly corpus: string;
  readonly queries: readonly Query[];
}

function readTasks(folder: string): Task[] {
  return [...pageTasks, 't2', 't3', 't5a'].flatMap((name) => {
    const corpus = corpusOf[name] ?? '';
    const queries = hasCorpus(folder, corpus) ? readQueries(folder, name) : [];
    return queries.length > 0 ? [{ name, corpus, queries: sampled(queries, Infinity) }] : [];
  });
}

/** The nDCG of each query by task. */
type Scores = ReadonlyMap<string, readonly number[]>;

async function scoresOf(
  child: string,
  name: string,
  tasks: readonly Task[],
  fileOf: (corpus: string) => string,
): Promise<Scores> {
  const scores = new Map<string, number[]>();
  const count = samples[libraries[name]?.pace ?? 'fast'];
  for (const corpus of new Set(tasks.map((task) => task.corpus))) {
    const library = startLibrary(child, name);
    await library.ask('build', fileOf(corpus));
    for (const task of tasks.filter((each) => each.corpus === corpus)) {
      const values: number[] = [];
      for (const { text, exclude = [], rel } of task.queries.slice(0, count)) {
        const [answer] = await library.ask('query', [text], depth + exclude.length);
        const keys = (answer?.keys ?? []).filter((key) => !exclude.includes(key));
        values.push(ndcg(keys.slice(0, depth), rel));
      }
      scores.set(task.name, values);
    }
    library.stop();
  }
  return scores;
}

function pageMean(groups: readonly (readonly number[])[], signed = false): string {
  if (groups.length === 0) return '';
  const show = (value: number) => `${signed && value >= 0 ? '+' : ''}${value.toFixed(3)}`;
  const [low, high] = interval(groups);
  return `${show(mean(groups.map(mean)))} [${show(low)}, ${show(high)}]`;
}

/** Prints the table; `directory` is for files that may go afterwards. */
export async function benchLibraryQuality(
  folder: string,
  names: readonly string[],
  child: string,
  directory: string,
): Promise<void> {
  const tasks = readTasks(folder);
  const fileOf = (corpus: string) => join(directory, `${corpus}.bin`);
  for (const corpus of new Set(tasks.map((task) => task.corpus))) {
    writeFileSync(fileOf(corpus), serialize(readCorpus(folder, corpus)));
  }
  const all = new Map<string, Scores>();
  for (const name of names) {
    console.error(`ranking: ${name}`);
    all.set(name, await scoresOf(child, name, tasks, fileOf));
  }
  const own = all.get(ours);
  const isPage = ({ name }: Task) => (pageTasks as readonly string[]).includes(name);
  const rows = [...all].map(([name, scores]) => {
    const of = (task: Task) => scores.get(task.name) ?? [];
    const ahead = (task: Task) =>
      of(task).map((value, at) => (own?.get(task.name)?.[at] ?? 0) - value);
    const pages = tasks.filter(isPage);
    return [
      name,
      ...tasks.map((task) => mean(of(task)).toFixed(3)),
      pageMean(pages.map(of)),
      own && name !== ours ? pageMean(pages.map(ahead), true) : '',
      String(Math.max(...tasks.map((task) => of(task).length))),
    ];
  });
  console.log(
    '\nnDCG@10 side by side; page mean and how far ours is ahead on the same queries, each',
  );
  console.log(
    `with its 95 % bootstrap interval; slow libraries on the same ${samples.slow} or ${samples.slowest} seeded queries a task`,
  );
  printTable(
    ['', ...tasks.map(({ name }) => name), 'page mean', `${ours} ahead by`, 'at most'],
    rows,
  );
}
