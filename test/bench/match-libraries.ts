/** Our engine beside search libraries, in one run: how well each ranks and what it costs. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { libraries, ours } from './adapters/all-adapters';
import { readPages } from './bench-pages';
import { bundleChild, stopLibraries } from './library-process';
import { benchLibraryQuality } from './library-quality';
import { measureSpeed, printSpeed } from './library-speed';
import { madeCorpus, readTexts } from './made-corpus';

export interface LibraryOptions {
  /** Names of libraries; ours is always among them. */
  readonly names: readonly string[];
  /** How many insights. */
  readonly sizes: readonly number[];
  /** Leaves the quality out. */
  readonly isSpeedOnly?: boolean;
}

/** So many are added one by one. */
const added = 50;
/** Above this only the libraries that can are measured. */
const largeFrom = 10_000;

function valueAfter(args: readonly string[], flag: string): string | undefined {
  const at = args.indexOf(flag);
  const value = at < 0 ? undefined : args[at + 1];
  return value?.startsWith('--') ? undefined : value;
}

/**
 * What `--against`, `--only-against` and `--sizes` ask for, or undefined where the first two are
 * missing. Names are parted by commas, and part of a name will do; without names, all.
 */
export function libraryOptions(args: readonly string[]): LibraryOptions | undefined {
  const flag = ['--against', '--only-against'].find((each) => args.includes(each));
  if (flag === undefined) return undefined;
  const wanted = valueAfter(args, flag)?.split(',');
  const names = Object.keys(libraries).filter(
    (name) => name === ours || (wanted?.some((part) => name.includes(part)) ?? true),
  );
  const sizes = (valueAfter(args, '--sizes') ?? '1000,10000').split(',').map(Number);
  if (sizes.some((size) => !Number.isInteger(size) || size < 3)) {
    throw new Error('--sizes takes whole numbers parted by commas, such as 1000,10000');
  }
  return { names, sizes, isSpeedOnly: args.includes('--speed-only') };
}

/** Prints the tables of quality and speed for a folder of match data. */
export async function benchLibraries(folder: string, options: LibraryOptions): Promise<void> {
  const { names, sizes, isSpeedOnly = false } = options;
  const directory = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    const child = await bundleChild();
    if (!isSpeedOnly) await benchLibraryQuality(folder, names, child, directory);
    const pages = readPages(folder);
    const texts = readTexts(folder);
    for (const size of sizes) {
      const made = madeCorpus(texts, size + added);
      const measured = await measureSpeed({
        names: names.filter((name) => size <= largeFrom || libraries[name]?.isLarge),
        documents: made.slice(0, size),
        more: made.slice(size),
        pages,
        child,
        directory,
      });
      printSpeed(size, measured);
    }
  } finally {
    stopLibraries();
    rmSync(directory, { recursive: true, force: true });
  }
}
