/**
 * Gets a fresh clone ready: packages, generated types, a browser and, for some tests, a virtual
 * display. Everything here may be done twice, works offline once done, and uses Node's own modules
 * only, because nothing else is there yet.
 */
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findBrowser } from './browser.mjs';
import { runWithProgress, someLines } from './progress.mjs';

/** The repository's folder, without a slash at the end. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

/** A missing thing that the person has to see to; its message is a sentence to print as it is. */
export class SetupError extends Error {}

/** Installs packages, the generated types and a browser, as far as they are missing. Returns the browser's path. */
export async function setUp() {
  await ensureDependencies();
  await ensureGeneratedTypes();
  return ensureBrowser();
}

/** Runs `npm ci` unless node_modules already holds what package-lock.json asks for. */
export async function ensureDependencies() {
  if (dependenciesAreCurrent()) return;
  console.log('Installing packages with npm (once, about 500 MB).');
  await must(
    'npm ci',
    npm(['ci', '--no-audit', '--no-fund', '--loglevel=error']),
    'The packages could not be installed. The first run needs a connection to the npm registry.',
  );
}

/** Whether the packages npm recorded as installed are the ones the lockfile names. */
function dependenciesAreCurrent() {
  const installedPath = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installedPath)) return false;
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  const installed = JSON.parse(readFileSync(installedPath, 'utf8')).packages;
  const asWanted = ([path, { version }]) => wanted[path]?.version === version;
  // A package for another system is in the lockfile and not in node_modules; it is always optional.
  const present = ([path, entry]) => path === '' || path in installed || entry.optional === true;
  return Object.entries(installed).every(asWanted) && Object.entries(wanted).every(present);
}

/** Writes .wxt (the generated tsconfig and types) when it is not there, or anyway with `again`. */
export async function ensureGeneratedTypes({ again = false } = {}) {
  if (!again && existsSync(join(root, '.wxt', 'tsconfig.json'))) return;
  await must('wxt prepare', npm(['run', '-s', 'prepare:wxt']), 'wxt could not prepare its types.');
}

/** The path of a browser that can load the extension, installed first on Debian and Ubuntu as root. */
export async function ensureBrowser() {
  const found = findBrowser();
  if (found && existsSync(found)) return found;
  if (found) throw new SetupError(`COUNTERPOINT_BROWSER names ${found}, which does not exist.`);
  if (mayInstallSystemPackages()) {
    console.log('No browser found. Installing chromium with apt-get.');
    await installSystemPackages(['chromium']);
    const installed = findBrowser();
    if (installed) return installed;
  }
  throw new SetupError(
    'No browser found: install Chromium, Edge, Brave or Chrome, or set COUNTERPOINT_BROWSER to the path of one.',
  );
}

const displayTools = { Xvfb: 'xvfb', xauth: 'xauth', xdotool: 'xdotool', openbox: 'openbox' };

/**
 * Gets the tools of a virtual display. Returns undefined when they are there, otherwise a sentence
 * that says why tests that need a display are skipped.
 */
export async function ensureDisplay() {
  if (process.platform !== 'linux') return 'a virtual display is used on Linux only';
  if (missingTools().length === 0) return undefined;
  if (mayInstallSystemPackages()) {
    console.log('Installing a virtual display (xvfb, xauth, xdotool, openbox) with apt-get.');
    try {
      await installSystemPackages(Object.values(displayTools));
    } catch (error) {
      if (!(error instanceof SetupError)) throw error;
      console.log(error.message);
    }
  }
  const packages = missingTools().map((tool) => displayTools[tool]);
  return packages.length > 0 ? `no virtual display: install ${packages.join(', ')}` : undefined;
}

function missingTools() {
  return Object.keys(displayTools).filter((tool) => !onPath(tool));
}

/** The command and arguments that run npm with the Node that npm itself runs on. */
export function npm(args) {
  const { npm_execpath: script, npm_node_execpath: node } = process.env;
  if (script && /\.c?js$/.test(script)) return [node ?? process.execPath, [script, ...args]];
  return ['npm', args];
}

function onPath(tool) {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, tool)));
}

function mayInstallSystemPackages() {
  return process.platform === 'linux' && process.getuid?.() === 0 && onPath('apt-get');
}

async function installSystemPackages(names) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const wait = ['-o', 'DPkg::Lock::Timeout=300'];
  const refused = `apt-get could not install ${names.join(', ')}.`;
  await must('apt-get update', ['apt-get', ['update', ...wait]], refused, { env });
  const install = ['install', '-y', '--no-install-recommends', ...wait, ...names];
  await must(`apt-get install ${names[0]}`, ['apt-get', install], refused, { env });
}

async function must(label, [command, args], sentence, options = {}) {
  const shell = process.platform === 'win32' && command === 'npm';
  const result = await runWithProgress(label, command, args, { cwd: root, shell, ...options });
  if (result.code === 0) return;
  throw new SetupError(`${someLines(result.output)}\n${sentence}`);
}

/** Runs `main`; a missing thing is said in its own words, and the exit code is 1. */
export async function orSayWhatIsMissing(main) {
  try {
    process.exitCode = await main();
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    console.log(error.message);
    process.exitCode = 1;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await orSayWhatIsMissing(async () => {
    console.log(`Browser: ${await setUp()}`);
    console.log(`Display: ${(await ensureDisplay()) ?? 'Xvfb'}`);
    return 0;
  });
}
