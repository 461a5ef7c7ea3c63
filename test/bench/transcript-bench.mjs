/**
 * The transcript bench beside the parsers of npm: `npm run bench:transcripts [-- BENCH ARGS]`. It
 * stands outside this project, in ../shared/bench/capture or where CAPTURE_BENCH says; CAPTURE_DATA
 * names the folder that may hold further files (vttjs/tests).
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { orSayWhatIsMissing, setUp } from '../run/setup.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');

async function main() {
  const folder = process.env.CAPTURE_BENCH ?? join(root, '../shared/bench/capture');
  const bench = join(folder, 'bench/transcript-bench.mjs');
  if (!existsSync(bench)) {
    console.error(`No bench at ${folder}. Set CAPTURE_BENCH to the folder that holds it.`);
    return 1;
  }
  const browser = await setUp();
  const adapter = join(root, 'test/bench/adapters/transcript.ts');
  // Some parsers print the story of every file they cannot read; it matters only when the bench fails.
  let complaints = '';
  const args = [bench, '--impl', `counterpoint=${adapter}`, '--fails', ...process.argv.slice(2)];
  const child = spawn('node', args, {
    env: {
      CAPTURE_DATA: join(root, '../shared/data/pages'),
      CHROMIUM: browser,
      ...process.env,
      CAPTURE_DEPS: root,
    },
    stdio: ['ignore', 'inherit', 'pipe'],
  });
  child.stderr.setEncoding('utf8').on('data', (text) => (complaints += text));
  const [code] = await once(child, 'close');
  const notable = complaints.split('\n').filter((line) => line.startsWith('cannot load'));
  if (notable.length > 0) console.error(notable.join('\n'));
  if (code !== 0) console.error(complaints);
  return code ?? 1;
}

await orSayWhatIsMissing(main);
