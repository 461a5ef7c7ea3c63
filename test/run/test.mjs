/**
 * `npm test`: sets up what is missing, runs every check and ends with one line that counts them
 * all. A check that fails does not stop the others. `npm test -- unit e2e` runs only those named.
 */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { countVitest } from './count.mjs';
import { runWithProgress, someLines } from './progress.mjs';
import { ensureDisplay, ensureGeneratedTypes, npm, root, setUp, SetupError } from './setup.mjs';

const reports = join(root, '.output', 'test');

/** In order; `needs` names a check without which this one would only repeat the bad news. */
const checks = [
  { name: 'format', script: 'check:format' },
  { name: 'lint', script: 'check:lint' },
  { name: 'types', script: 'check:types' },
  { name: 'build', script: 'build' },
  { name: 'build:firefox', script: 'build:firefox' },
  { name: 'firefox', script: 'check:firefox', needs: 'build:firefox' },
  { name: 'boundaries', script: 'check:boundaries' },
  { name: 'dead-code', script: 'check:dead-code' },
  { name: 'unit', script: 'test:unit', vitest: true },
  { name: 'browser', script: 'test:browser', vitest: true },
  { name: 'e2e', script: 'test:e2e', vitest: true, needs: 'build' },
  { name: 'budgets', script: 'check:budgets', needs: 'build', show: true },
];

async function main(wanted) {
  const started = performance.now();
  await setUp();
  await ensureGeneratedTypes({ again: true });
  const withoutDisplay = await ensureDisplay();
  if (withoutDisplay) console.log(`Tests that need a display are skipped: ${withoutDisplay}.`);
  rmSync(reports, { recursive: true, force: true });
  mkdirSync(reports, { recursive: true });

  const total = { passed: 0, failed: 0, skipped: 0 };
  const failures = [];
  const skipped = [];
  for (const check of checks.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
    const blocked = failures.some(({ check: name }) => name === check.needs);
    const result = blocked
      ? { passed: 0, failed: 0, skipped: 1, skippedNames: [`not run, ${check.needs} failed`] }
      : await runCheck(check);
    for (const key of Object.keys(total)) total[key] += result[key];
    for (const name of result.failedNames ?? []) failures.push({ check: check.name, name });
    for (const name of result.skippedNames ?? []) skipped.push({ check: check.name, name });
  }
  list('Skipped', skipped);
  list('Failed', failures);
  console.log(`\nAll checks took ${((performance.now() - started) / 1000).toFixed(0)} s.`);
  console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
  return total.failed === 0 && total.passed > 0 ? 0 : 1;
}

/** Runs one check; a Vitest project counts as its tests, anything else as one. */
async function runCheck({ name, script, vitest = false, show = false }) {
  const report = join(reports, `${name}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const args = ['run', '-s', script, ...(vitest ? ['--', ...reporters] : [])];
  if (vitest) console.log(`\n${name}`);
  const [command, commandArgs] = npm(args);
  const { code, output, seconds } = await runWithProgress(name, command, commandArgs, {
    cwd: root,
    passOn: vitest,
    env: { ...process.env, ...(process.stdout.isTTY ? { FORCE_COLOR: '1' } : { NO_COLOR: '1' }) },
    shell: process.platform === 'win32' && command === 'npm',
  });
  const succeeded = code === 0;
  console.log(`${succeeded ? 'ok  ' : 'FAIL'} ${name} (${seconds.toFixed(1)} s)`);
  if (!vitest && (show || !succeeded)) console.log(someLines(output).replace(/^/gm, '     '));
  if (!vitest) {
    const failedNames = succeeded ? [] : [`npm run ${script}`];
    return { passed: succeeded ? 1 : 0, failed: failedNames.length, skipped: 0, failedNames };
  }
  const json = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : undefined;
  return countVitest(json, succeeded, (path) => relative(root, path));
}

function list(title, entries) {
  if (entries.length === 0) return;
  console.log(`\n${title}:`);
  for (const { check, name } of entries) console.log(`  ${check}: ${name}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    process.exitCode = await main(process.argv.slice(2));
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    console.log(`${error.message}\n0 passed, 1 failed, 0 skipped`);
    process.exitCode = 1;
  }
}
