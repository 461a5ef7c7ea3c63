/** The child process of one library: does what it is told and says what CPU time it took. */
import { readFileSync, writeFileSync } from 'node:fs';
import { deserialize, serialize } from 'node:v8';
import type { MatchDocument } from '../../lib/core/match/match';
import { libraries } from './adapters/all-adapters';
import { bytesOf, type SavedData, type SearchAdapter } from './adapters/search-adapter';
import { quantile } from './interval';

/** CPU milliseconds. */
export interface Spent {
  /** Of the thread that works, for which somebody waits. */
  readonly time: number;
  /** Of the process: with the compilers and the collectors of garbage that run beside it. */
  readonly all: number;
}

export interface Answer extends Spent {
  readonly keys: readonly string[];
}

export interface LoadCosts {
  /** CPU milliseconds: of the first load in the process, and the median of three. */
  readonly first: number;
  readonly load: number;
  /** CPU milliseconds of the first query after the first load. */
  readonly query: number;
  /** Bytes the loaded index holds after that query. */
  readonly heap: number;
}

/** What a child can be told. Files hold values as `node:v8` writes them. */
export interface Commands {
  /** Builds from a file of documents; gives CPU milliseconds, the median of up to three builds. */
  build(documents: string): Promise<number>;
  /** Writes the index to a file; gives the bytes a database would store. */
  save(file: string): Promise<number>;
  load(file: string, page: string): Promise<LoadCosts>;
  query(texts: readonly string[], limit: number): Promise<Answer[]>;
  /** Adds one by one; gives the median in CPU milliseconds, NaN where it has to build anew. */
  add(documents: readonly MatchDocument[]): Promise<number>;
}

interface Call<Name extends keyof Commands = keyof Commands> {
  readonly name: Name;
  readonly args: Parameters<Commands[Name]>;
}

/** Repeated measurements stop here: it is the quick ones that vary. */
const enough = 1500;

const milliseconds = ({ user, system }: NodeJS.CpuUsage) => (user + system) / 1000;

function spentSoFar(): Spent {
  // In this order: asking for the process brings the account of the thread up to date, which Linux
  // otherwise keeps by ticks of some milliseconds.
  const all = milliseconds(process.cpuUsage());
  return { all, time: milliseconds(process.threadCpuUsage()) };
}

async function spent(work: () => unknown): Promise<Spent> {
  const since = spentSoFar();
  await work();
  const { time, all } = spentSoFar();
  return { time: time - since.time, all: all - since.all };
}

async function timed(work: () => unknown): Promise<number> {
  const { time } = await spent(work);
  return time;
}

function read(file: string): unknown {
  return deserialize(readFileSync(file));
}

/** Each part in memory of its own, as a database gives it; what was read may be views of the file. */
function copied(data: SavedData): SavedData {
  if (typeof data === 'string') return data;
  if (data instanceof Uint8Array) return new Uint8Array(data);
  return Object.fromEntries(
    Object.entries(data).map(([name, part]) => [
      name,
      typeof part === 'string' ? part : new Uint8Array(part),
    ]),
  );
}

/** Bytes in use once nothing more can be freed. `external` holds array buffers and WebAssembly memory. */
async function memory(): Promise<number> {
  for (let round = 0; round < 4; round += 1) {
    globalThis.gc?.();
    // Finalizers run between tasks.
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
  }
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

function commandsOf(open: () => Promise<SearchAdapter>): Commands {
  let adapter: SearchAdapter | undefined;
  const opened = () => {
    if (!adapter) throw new Error('nothing is built or loaded');
    return adapter;
  };
  return {
    async build(file) {
      const documents = read(file) as MatchDocument[];
      const times: number[] = [];
      while (times.length < 3 && times.reduce((a, b) => a + b, 0) < enough) {
        const next = await open();
        times.push(await timed(() => next.build(documents)));
        adapter = next;
      }
      return quantile(times, 0.5);
    },
    async save(file) {
      const data = await opened().save();
      writeFileSync(file, serialize(data));
      return bytesOf(data);
    },
    async load(file, page) {
      const times: number[] = [];
      const loadOnce = async () => {
        const next = await open();
        const data = copied(read(file) as SavedData);
        times.push(await timed(() => next.load(data)));
        return next;
      };
      // Opened before the memory is read, so that the library's own code does not count.
      await open();
      const before = await memory();
      adapter = await loadOnce();
      const kept = adapter;
      const query = await timed(() => kept.query(page, 10));
      const heap = (await memory()) - before;
      while (times.length < 3 && times.reduce((a, b) => a + b, 0) < enough) await loadOnce();
      return { first: times[0] ?? Number.NaN, load: quantile(times, 0.5), query, heap };
    },
    async query(texts, limit) {
      const answers: Answer[] = [];
      for (const text of texts) {
        let keys: string[] = [];
        const costs = await spent(() => {
          keys = opened().query(text, limit);
        });
        answers.push({ keys, ...costs });
      }
      return answers;
    },
    async add(documents) {
      const { add } = opened();
      if (!add) return Number.NaN;
      const times: number[] = [];
      for (const document of documents) times.push(await timed(() => add(document)));
      return quantile(times, 0.5);
    },
  };
}

const library = libraries[process.argv[2] ?? ''];
if (!library) throw new Error('the name of a library is missing');
const commands = commandsOf(library.open);
process.on('message', ({ name, args }: Call) => {
  const run = commands[name] as (...given: readonly unknown[]) => Promise<unknown>;
  void run(...args).then(
    (value) => process.send?.({ value }),
    (error: unknown) =>
      process.send?.({ error: String(error instanceof Error ? error.stack : error) }),
  );
});
