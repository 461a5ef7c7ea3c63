/** What each library costs at one size: time, storage and memory of the same insights and pages. */
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { serialize } from 'node:v8';
import type { MatchDocument } from '../../lib/core/match/match';
import { libraries, ours, type Library } from './adapters/all-adapters';
import { pagesOfLength, spread } from './bench-pages';
import { quantile } from './interval';
import type { LoadCosts, Spent } from './library-child';
import { startLibrary, type LibraryProcess } from './library-process';
import { printTable } from './print-table';

const lengths = [500, 1500, 3000, 10_000] as const;
const rounds = 10;
const limit = 10;

type Pace = Library['pace'];

/** Pages asked, by pace: of mixed length, of each given length, and before anything is measured. */
const counts: Readonly<Record<Pace, { mixed: number; each: number; warm: number }>> = {
  fast: { mixed: Infinity, each: 15, warm: 40 },
  slow: { mixed: 20, each: 3, warm: 3 },
  slowest: { mixed: 5, each: 1, warm: 1 },
};

function paceAt(name: string, size: number): Pace {
  const pace = libraries[name]?.pace ?? 'fast';
  if (size <= 1000 && pace === 'slowest') return 'slow';
  return size > 10_000 && pace === 'slow' ? 'slowest' : pace;
}

/** A page of 10,000 words would take the slowest minutes. */
function canRead(name: string, words: number, size: number): boolean {
  return libraries[name]?.pace !== 'slowest' || words <= 3000 || size <= 1000;
}

interface Measured {
  readonly name: string;
  readonly build: number;
  readonly bytes: number;
  readonly costs: LoadCosts;
  readonly add: number;
  readonly mixed: readonly Spent[];
  /** The same pages once more, all code compiled and all words met; only of those that are fast. */
  readonly again: readonly Spent[];
  readonly byLength: readonly (readonly Spent[])[];
}

/** Each library's list in equal parts, a part of every library in turn: what else the machine does
 * meets all of them. */
async function inTurns(
  processes: readonly LibraryProcess[],
  pagesOf: (name: string) => readonly string[],
): Promise<Map<string, Spent[]>> {
  const times = new Map<string, Spent[]>(processes.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const { name, ask } of processes) {
      const pages = pagesOf(name).filter((_, at) => at % rounds === round);
      if (pages.length === 0) continue;
      const answers = await ask('query', pages, limit);
      times.get(name)?.push(...answers);
    }
  }
  return times;
}

/** Measures all libraries on the same insights; `more` are those that are added later. */
export async function measureSpeed(options: {
  readonly names: readonly string[];
  readonly documents: readonly MatchDocument[];
  readonly more: readonly MatchDocument[];
  readonly pages: readonly string[];
  readonly child: string;
  readonly directory: string;
}): Promise<Measured[]> {
  const { names, documents, more, pages, child, directory } = options;
  const countsOf = (name: string) => counts[paceAt(name, documents.length)];
  const [warmPage = ''] = pagesOfLength(pages, 1000, 1);
  const source = join(directory, 'documents.bin');
  writeFileSync(source, serialize(documents));
  const processes: LibraryProcess[] = [];
  const measured = new Map<string, Omit<Measured, 'add' | 'mixed' | 'again' | 'byLength'>>();
  for (const name of names) {
    console.error(`${documents.length} insights: ${name}`);
    const saved = join(directory, 'saved.bin');
    const builder = startLibrary(child, name);
    const build = await builder.ask('build', source);
    const bytes = await builder.ask('save', saved);
    builder.stop();
    const library = startLibrary(child, name);
    processes.push(library);
    const costs = await library.ask('load', saved, warmPage);
    await library.ask('query', spread(pages, countsOf(name).warm), limit);
    measured.set(name, { name, build, bytes, costs });
    rmSync(saved);
  }
  const mixed = await inTurns(processes, (name) => spread(pages, countsOf(name).mixed));
  const again = await inTurns(processes, (name) =>
    countsOf(name) === counts.fast ? spread(pages, counts.fast.mixed) : [],
  );
  const byLength: Map<string, Spent[]>[] = [];
  for (const words of lengths) {
    const long = pagesOfLength(pages, words, counts.fast.each);
    byLength.push(
      await inTurns(processes, (name) =>
        canRead(name, words, documents.length) ? long.slice(0, countsOf(name).each) : [],
      ),
    );
  }
  const results: Measured[] = [];
  for (const { name, ask, stop } of processes) {
    const add = await ask('add', more);
    stop();
    const before = measured.get(name);
    if (!before) continue;
    const of = (times: ReadonlyMap<string, readonly Spent[]>) => times.get(name) ?? [];
    results.push({
      ...before,
      add,
      mixed: of(mixed),
      again: of(again),
      byLength: byLength.map(of),
    });
  }
  return results;
}

const spentAt = (spent: readonly Spent[], q: number, what: keyof Spent = 'time') =>
  quantile(
    spent.map((each) => each[what]),
    q,
  );
const megabytes = (bytes: number) => bytes / 1e6;

/** What is compared: less is better in each. */
const figures: readonly (readonly [string, (measured: Measured) => number])[] = [
  ['query p50', ({ mixed }) => spentAt(mixed, 0.5)],
  ['p95', ({ mixed }) => spentAt(mixed, 0.95)],
  ['p95 of all threads', ({ mixed }) => spentAt(mixed, 0.95, 'all')],
  ['again p50', ({ again }) => spentAt(again, 0.5)],
  ['again p95', ({ again }) => spentAt(again, 0.95)],
  ['build', ({ build }) => build],
  ['load', ({ costs }) => costs.load],
  ['first answer', ({ costs }) => costs.first + costs.query],
  ['size MB', ({ bytes }) => megabytes(bytes)],
  ['heap MB', ({ costs }) => megabytes(costs.heap)],
  ['add one', ({ add }) => add],
  ...lengths.map(
    (words, at) =>
      [`${words} words`, ({ byLength }: Measured) => spentAt(byLength[at] ?? [], 0.5)] as const,
  ),
];

function show(value: number): string {
  if (Number.isNaN(value)) return '-';
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}

/** Prints the table of one size and, a line each, how often ours goes into the tuned ones. */
export function printSpeed(size: number, all: readonly Measured[]): void {
  console.log(
    `\n${size} insights, CPU ms of the thread that answers (warm processes, in turns; again: the same pages once more; - is not offered or not asked)`,
  );
  printTable(
    ['', ...figures.map(([name]) => name), 'pages'],
    all.map((each) => [
      each.name,
      ...figures.map(([, of]) => show(of(each))),
      String(each.mixed.length),
    ]),
  );
  const own = all.find(({ name }) => name === ours);
  for (const name of [
    'flexsearch tuned (ids are keys)',
    'flexsearch tuned (ids are numbers)',
    'minisearch tuned',
  ]) {
    const other = all.find((each) => each.name === name);
    if (!own || !other) continue;
    const ratios = figures.map(([figure, of]) => `${figure} ${show(of(other) / of(own))}`);
    console.log(`${name} as a multiple of ${ours}: ${ratios.join(', ')}`);
  }
}
