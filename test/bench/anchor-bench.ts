/** Quotes found again on changed pages, and how fast, beside other anchorers in a real browser. */
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { findBrowser } from '../run/browser.mjs';
import { hypothesisModule } from './hypothesis-sources';

const smallPage = '/nytimes-3';

const usual = {
  pages: '../shared/data/pages',
  bench: '../shared/bench/capture',
  shards: 8,
  sizes: 'small,huge',
  counts: '1,10,100,500',
};

/**
 * `[PAGES] [--shard 0/8] [--keep FOLDER] [--report] [--impl NAMES] [--mut NAMES] [--page NAME]
 * [--limit N] [--perf | --perf-only] [--counts LIST] [--sizes LIST] [--bench FOLDER]`: without
 * `--shard` all pages, one shard after another; with `--keep` the parts stay in a folder, and the
 * tables are made of all parts that are there (`--report` makes them without running anything).
 */
export async function run(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      shard: { type: 'string' },
      keep: { type: 'string' },
      report: { type: 'boolean' },
      impl: { type: 'string' },
      mut: { type: 'string' },
      page: { type: 'string' },
      limit: { type: 'string' },
      perf: { type: 'boolean' },
      'perf-only': { type: 'boolean' },
      counts: { type: 'string', default: usual.counts },
      sizes: { type: 'string', default: usual.sizes },
      reps: { type: 'string', default: '3' },
      bench: { type: 'string', default: usual.bench },
    },
  });
  const pages = resolve(positionals[0] ?? usual.pages);
  const bench = resolve(values.bench);
  const absent = [pages, bench].find((folder) => !existsSync(folder));
  if (absent) {
    console.log(`skipped: no folder ${absent}; give the pages, and the bench by --bench FOLDER`);
    return;
  }
  const scratch = mkdtempSync(join(tmpdir(), 'anchor-bench-'));
  const env = {
    CHROMIUM: findBrowser() ?? 'chromium',
    ...process.env,
    CAPTURE_DEPS: resolve('.'),
    CAPTURE_DATA: pages,
  };
  const node = (from: string, script: string, ...rest: string[]): void => {
    const { status } = spawnSync(process.execPath, [join(from, 'bench', script), ...rest], {
      env,
      stdio: 'inherit',
    });
    if (status !== 0) throw new Error(`${script} ended with ${status}`);
  };
  try {
    const known = anchorers(bench, scratch);
    const names = values.impl?.split(',') ?? [...known.keys()];
    const impls = names.flatMap((name) => {
      const file = known.get(name);
      if (!file) throw new Error(`no anchorer ${name}; there are ${[...known.keys()].join(', ')}`);
      return ['--impl', `${name}=${file}`];
    });
    if (!values['perf-only']) {
      const folder = values.keep ? resolve(values.keep) : join(scratch, 'parts');
      mkdirSync(folder, { recursive: true });
      const picked = (['mut', 'page', 'limit'] as const).flatMap((name) =>
        values[name] === undefined ? [] : [`--${name}`, values[name]],
      );
      for (const shard of values.report ? [] : shardsOf(values.shard)) {
        const part = join(folder, `part-${shard.replace('/', '-of-')}.ndjson`);
        node(
          bench,
          'anchor-bench.mjs',
          '--split',
          'dev',
          ...impls,
          ...picked,
          '--shard',
          shard,
          '--out',
          part,
        );
      }
      const parts = readdirSync(folder).filter((name) => name.endsWith('.ndjson'));
      node(bench, 'anchor-report.mjs', ...parts.map((name) => join(folder, name)));
    }
    if (values.perf || values['perf-only']) {
      const { counts, sizes, reps } = values;
      const copy = withSmallPage(bench, join(scratch, 'bench'));
      node(copy, 'anchor-perf.mjs', ...impls, '--counts', counts, '--sizes', sizes, '--reps', reps);
    }
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/**
 * The speed bench makes its small page of one page by name. Where the set at hand lacks that page, a
 * copy of the bench takes another instead.
 */
function withSmallPage(bench: string, copy: string): string {
  const script = readFileSync(join(bench, 'bench/anchor-perf.mjs'), 'utf8');
  const name = /endsWith\('\/([^']+)'\)/.exec(script)?.[1];
  const pages = JSON.parse(readFileSync(join(bench, 'data/pages.json'), 'utf8')) as {
    readonly name: string;
    readonly expected?: string;
  }[];
  if (!name || pages.some((page) => page.name.endsWith(`/${name}`))) return bench;
  const other = pages.find((page) => page.expected && page.name.endsWith(smallPage));
  if (!other) return bench;
  console.log(`the small page is made of ${other.name}: ${name} is not in this set`);
  cpSync(bench, copy, { recursive: true });
  writeFileSync(join(copy, 'bench/anchor-perf.mjs'), script.replace(`/${name}`, smallPage));
  return copy;
}

function shardsOf(shard: string | undefined): string[] {
  if (shard !== undefined) return [shard];
  return Array.from({ length: usual.shards }, (_, number) => `${number}/${usual.shards}`);
}

/** The modules that can be measured, by name, ours first. */
function anchorers(bench: string, scratch: string): Map<string, string> {
  const neighbour = (name: string): string => join(bench, 'bench/adapters', `${name}.mjs`);
  return new Map([
    ['ours', resolve('test/bench/adapters/anchor.ts')],
    ['hypothesis', hypothesisModule(join(scratch, 'hypothesis'))],
    ['apache', neighbour('apache-annotator')],
    ['dom_anchor', neighbour('dom-anchor-text-quote')],
    ['exact', neighbour('exact-context')],
    ['window_find', neighbour('window-find')],
  ]);
}
