/** Every architecture rule has an example that breaks it: a rule that matches nothing is decoration. */
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

interface Violation {
  from: string;
  rule: { name: string };
}

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const { forbidden } = createRequire(import.meta.url)('./boundaries.config.cjs') as {
  forbidden: { name: string }[];
};

/** Rules that speak of one certain file, which their example therefore has to be. */
const exampleOf: Record<string, string> = {
  'i18n-imports-nothing': 'lib/i18n.ts',
  'migrations-are-frozen': 'lib/storage/migrations/v1.ts',
};

/** The canaries are a small house of their own, so that the rules' paths hold in it. */
function cruiseCanaries(): Violation[] {
  const run = spawnSync(
    process.execPath,
    [
      here('../../node_modules/dependency-cruiser/bin/dependency-cruiser.mjs'),
      '--config',
      here('boundaries.config.cjs'),
      '--ts-config',
      'tsconfig.json',
      '--output-type',
      'json',
      'lib',
      'components',
      'entrypoints',
    ],
    { cwd: here('canaries'), encoding: 'utf8', maxBuffer: 50_000_000 },
  );
  const { summary } = JSON.parse(run.stdout) as { summary: { violations: Violation[] } };
  return summary.violations;
}

describe('architecture rules', () => {
  const violations = cruiseCanaries();

  it.each(forbidden.map(({ name }) => name))('%s is broken by its example', (name) => {
    const caught = violations.filter(({ rule }) => rule.name === name).map(({ from }) => from);
    expect(caught).toContainEqual(expect.stringContaining(exampleOf[name] ?? `/${name}`));
  });
});
