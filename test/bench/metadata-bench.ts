/**
 * Metadata beside its neighbours on pages read by hand, in real Chromium: the tables of the capture
 * bench, what is wrong apart from what is absent, and the time it takes beside Readability's.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { printTable } from './print-table';

/** One page of the bench's output. */
interface Row {
  readonly type?: string;
  readonly truth: Readonly<Record<string, unknown>>;
  readonly got: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly sc: Readonly<Record<string, Scores>>;
}

interface Scores {
  readonly title?: { readonly exact: number };
  readonly authors?: { readonly exact: number };
  readonly published?: number;
  readonly site?: number;
  readonly canonical?: number;
  readonly lang?: number;
  readonly type?: number;
}

const fields = ['title', 'authors', 'published', 'site', 'canonical', 'lang', 'type'] as const;
const neighbours = ['defuddle', 'readability', 'og-jsonld'] as const;

/** Runs on the pages below the folder given, or those of the shared data. */
export async function run([folder]: readonly string[]): Promise<void> {
  const shared = resolve('../shared');
  const pages = resolve(folder ?? join(shared, 'data/pages'));
  const bench = join(shared, 'bench/capture');
  if (!existsSync(bench) || !existsSync(pages)) {
    console.error(`No bench or no pages: ${bench} and ${pages} are both needed.`);
    console.error('usage: npm run bench:metadata -- [PAGES]');
    process.exitCode = 2;
    return;
  }
  const out = mkdtempSync(join(tmpdir(), 'metadata-bench-'));
  try {
    const rows = runBench(bench, pages, join(out, 'rows.ndjson'));
    printWrong(rows);
    const reading = ['test/bench/metadata-reading.mjs', bench, pages];
    spawnSync(process.execPath, reading, { stdio: 'inherit' });
  } finally {
    rmSync(out, { recursive: true });
  }
}

function runBench(bench: string, pages: string, out: string): Row[] {
  const ours = `ours=${resolve('test/bench/adapters/metadata.ts')}`;
  const others = neighbours.map(
    (name) => `${name.replace('-', '_')}=bench/adapters/meta-${name}.mjs`,
  );
  const ran = spawnSync(
    process.execPath,
    [
      'bench/metadata-bench.mjs',
      '--set',
      'hand',
      '--out',
      out,
      ...[ours, ...others].flatMap((impl) => ['--impl', impl]),
    ],
    {
      cwd: bench,
      env: { ...process.env, CAPTURE_DEPS: process.cwd(), CAPTURE_DATA: pages },
      stdio: 'inherit',
    },
  );
  if (ran.status !== 0) throw new Error(`The capture bench ended with ${ran.status}`);
  return readFileSync(out, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Row);
}

/** A wrong value counts worse than an absent one, so both are shown: per cent of the pages known. */
function printWrong(rows: readonly Row[]): void {
  console.log('\n### wrong / absent, % of the pages whose field is known\n');
  const names = Object.keys(rows[0]?.sc ?? {});
  printTable(
    ['impl', ...fields],
    names.map((name) => [
      name,
      ...fields.map((field) => {
        const known = rows.filter(({ sc }) => sc[name] && isKnown(sc[name], field));
        const missed = known.filter(({ sc }) => scoreOf(sc[name], field) !== 1);
        const absent = missed.filter(({ got }) => isAbsent(got[name]?.[field]));
        const share = (count: number): string => ((100 * count) / (known.length || 1)).toFixed(1);
        return `${share(missed.length - absent.length)} / ${share(absent.length)}`;
      }),
    ]),
  );
}

function scoreOf(scores: Scores | undefined, field: (typeof fields)[number]): number | undefined {
  const score = scores?.[field];
  return typeof score === 'object' ? score.exact : score;
}

function isKnown(scores: Scores, field: (typeof fields)[number]): boolean {
  return scoreOf(scores, field) !== undefined;
}

function isAbsent(value: unknown): boolean {
  return (
    value === undefined ||
    value === null ||
    value === '' ||
    (Array.isArray(value) && value.length === 0)
  );
}
