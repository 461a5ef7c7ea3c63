/**
 * The transcript bench beside the parsers of npm: `npm run bench:transcripts [-- BENCH ARGS]`. It
 * stands outside this project, in ../shared/bench/capture or where CAPTURE_BENCH says; CAPTURE_DATA
 * names the folder that may hold further files (vttjs/tests).
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findBrowser } from '../run/browser.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');
const folder = process.env.CAPTURE_BENCH ?? join(root, '../shared/bench/capture');
const bench = join(folder, 'bench/transcript-bench.mjs');
if (!existsSync(bench)) {
  console.error(`No bench at ${folder}. Set CAPTURE_BENCH to the folder that holds it.`);
  process.exit(1);
}
const adapter = join(root, 'test/bench/adapters/transcript.ts');
const child = spawn(
  process.execPath,
  [bench, '--impl', `counterpoint=${adapter}`, '--fails', ...process.argv.slice(2)],
  {
    env: {
      CAPTURE_DATA: join(root, '../shared/data/pages'),
      ...process.env,
      CAPTURE_DEPS: root,
      CHROMIUM: process.env.CHROMIUM ?? findBrowser() ?? '/usr/bin/chromium',
    },
    stdio: ['ignore', 'inherit', 'pipe'],
  },
);
// Some parsers print the story of every file they cannot read; it matters only when the bench fails.
let complaints = '';
child.stderr.setEncoding('utf8').on('data', (text) => (complaints += text));
child.on('exit', (code) => {
  const notable = complaints.split('\n').filter((line) => line.startsWith('cannot load'));
  if (notable.length > 0) console.error(notable.join('\n'));
  if (code !== 0) console.error(complaints);
  process.exitCode = code ?? 1;
});
