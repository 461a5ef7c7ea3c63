/**
 * Runs a bench, the tour or the card checker, written in TypeScript, in a fresh clone as well:
 * `node test/bench/run.mjs [--no-browser] FILE.ts ARGS`. What is missing is installed first, the
 * browser only without `--no-browser`.
 */
import { fileURLToPath } from 'node:url';
import { handOver } from '../run/hand-over.mjs';
import { ensureDependencies, orSayWhatIsMissing, setUp } from '../run/setup.mjs';

const args = process.argv.slice(2);
const withBrowser = args[0] !== '--no-browser';
if (!withBrowser) args.shift();
if (args.length === 0) {
  console.error('usage: node test/bench/run.mjs [--no-browser] FILE.ts [ARGS]');
  process.exit(2);
}
await orSayWhatIsMissing(async () => {
  await (withBrowser ? setUp() : ensureDependencies());
  return handOver('node', [fileURLToPath(new URL('load.mjs', import.meta.url)), ...args]);
});
