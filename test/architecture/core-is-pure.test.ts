/** The core has no DOM, no browser, no clock and no chance; these are the examples that try. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

function diagnosticsWithCoreSettings(file: string): string[] {
  const configPath = here('../../lib/core/tsconfig.json');
  const { config } = ts.readConfigFile(configPath, (path) => ts.sys.readFile(path));
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, here('../../lib/core'));
  const ambient = here('../../lib/core/ambient.d.ts');
  const program = ts.createProgram([file, ambient], options);
  return ts
    .getPreEmitDiagnostics(program)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '));
}

describe('the core is pure', () => {
  it.each(['document', 'window', 'browser', 'console'])('the compiler does not know %s', (name) => {
    const messages = diagnosticsWithCoreSettings(here('canaries/lib/core/globals.ts'));
    expect(messages).toContainEqual(expect.stringContaining(`'${name}'`));
  });

  it.each(['Date.now', 'Math.random'])('the linter refuses %s', (name) => {
    // Copied out, because the linter is told to pass over the canaries.
    const folder = mkdtempSync(join(tmpdir(), 'canary-'));
    cpSync(here('canaries/lib/core/clock.ts'), join(folder, 'lib/core/clock.ts'));
    const oxlint = here('../../node_modules/oxlint/bin/oxlint');
    const run = spawnSync(
      process.execPath,
      [oxlint, '-c', here('../../.oxlintrc.json'), '-f', 'unix', folder],
      {
        encoding: 'utf8',
      },
    );
    rmSync(folder, { recursive: true });
    const [object, property] = name.split('.');
    expect(run.status).not.toBe(0);
    expect(run.stdout).toMatch(new RegExp(`${object}.*${property}|${property}.*${object}`));
  });
});
