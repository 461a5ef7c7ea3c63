/** Quality, quietness and speed of the match engine over a folder of match data. */
import { buildIndex } from '../../lib/core/match/match-index';
import { defaultThreshold, matchPage } from '../../lib/core/match/match-page';
import { hasCorpus, pageOf, readCorpus, readQueries } from './match-data';
import { benchAblation } from './match-ablation';
import { benchCounterEvidence } from './match-counter';
import { quantile } from './interval';
import { benchLibraries, libraryOptions } from './match-libraries';
import { benchNoise } from './match-noise';
import { benchQuality } from './match-quality';

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
  console.log('\nwhat each part carries (150 queries a task)');
  benchAblation(folder);
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
