/**
 * What a person waits when they bring in a codex: N cards made of a folder's cards, chosen in the
 * library of the real extension, with somebody typing in the search field meanwhile; then all of them
 * deleted and brought back. `npm run build`, then `npm run bench:import -- FOLDER [N]`.
 */
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { launchExtension } from '../support/extension';
import { importFiles } from '../support/library-steps';
import { quantile } from './interval';

/** Cards that are there before, so that the list and its search field are. */
const before = 50;
const typed = 'pricing teams measure before they ship anything at all ';
/** About as fast as a quick typist, in milliseconds. */
const betweenKeys = 90;

/** Cards of the folder again and again, each under an id of its own; their paths. */
function makeCards(folder: string, to: string, count: number, name: string): string[] {
  const texts = readdirSync(folder)
    .filter((file) => file.endsWith('.md'))
    .toSorted()
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .filter((text) => /^id: ins_/m.test(text));
  if (texts.length === 0) throw new Error(`no cards in ${folder}`);
  mkdirSync(to, { recursive: true });
  return Array.from({ length: count }, (_, at) => {
    const text = texts[at % texts.length] ?? '';
    const round = Math.floor(at / texts.length);
    const made = text.replace(/^id: (\S+)/m, `id: $1-${name}${round}`);
    const id = /^id: (\S+)/m.exec(made)?.[1] ?? '';
    const path = join(to, `${id}.md`);
    writeFileSync(path, made);
    return path;
  });
}

/** Processor seconds that the browser and all it started have used; Linux only, else 0. */
function processorSeconds(profile: string): number {
  try {
    const group = readlinkSync(join(profile, 'SingletonLock')).split('-').at(-1);
    const ticks = readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map((name) => {
        try {
          const fields = readFileSync(`/proc/${name}/stat`, 'utf8')
            .replace(/^.*\) /s, '')
            .split(' ');
          return fields[2] === group ? Number(fields[11]) + Number(fields[12]) : 0;
        } catch {
          return 0;
        }
      });
    return ticks.reduce((sum, each) => sum + each, 0) / 100;
  } catch {
    return 0;
  }
}

interface Watched {
  readonly seconds: number;
  readonly longest: number;
  readonly latencies: readonly number[];
  readonly value: string;
}

interface Watch {
  started: number;
  ended: number;
  longest: number;
  latencies: number[];
}

declare const watch: Watch;

/** From now on the page notes its long tasks, keystrokes, and the time from choosing to the report. */
async function startWatching(library: Page): Promise<void> {
  await library.evaluate(() => {
    const seen: Watch = { started: 0, ended: 0, longest: 0, latencies: [] };
    Object.assign(globalThis, { watch: seen });
    addEventListener('change', () => (seen.started ||= performance.now()), true);
    new PerformanceObserver((list) => {
      if (seen.started === 0 || seen.ended > 0) return;
      for (const { duration } of list.getEntries()) {
        seen.longest = Math.max(seen.longest, duration);
      }
    }).observe({ type: 'longtask' });
    addEventListener(
      'keydown',
      ({ timeStamp }) => {
        // After the frame that shows it.
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.addEventListener('message', () =>
            seen.latencies.push(performance.now() - timeStamp),
          );
          port1.start();
          port2.postMessage(null);
        });
      },
      true,
    );
    new MutationObserver(() => {
      const isRunning = document.querySelector('progress, [data-importing]') !== null;
      if (seen.started > 0 && seen.ended === 0 && !isRunning) seen.ended = performance.now();
    }).observe(document.body, { childList: true, subtree: true });
  });
}

async function typeMeanwhile(library: Page): Promise<string> {
  const search = library.getByRole('searchbox').first();
  await search.focus();
  let value = '';
  for (let at = 0; ; at += 1) {
    if ((await library.evaluate(() => watch.ended)) > 0 && at > 20) break;
    const key = typed.charAt(at % typed.length);
    value += key;
    await library.keyboard.press(key === ' ' ? 'Space' : key, { delay: 1 });
    await new Promise((resolve) => setTimeout(resolve, betweenKeys));
    if (at > 2000) throw new Error('the import does not end');
  }
  return value === (await search.inputValue()) ? value : '';
}

async function importAndType(library: Page, files: readonly string[]): Promise<Watched> {
  await startWatching(library);
  await library.getByTestId('import-files').setInputFiles([...files]);
  await library.evaluate(() => {
    location.hash = '#/';
  });
  const value = await typeMeanwhile(library);
  const { started, ended, longest, latencies } = await library.evaluate(() => watch);
  return { seconds: (ended - started) / 1000, longest, latencies, value };
}

/** `npm run bench:import -- FOLDER [N]` */
export async function run([folder, size = '1000']: readonly string[]): Promise<void> {
  if (folder === undefined) throw new Error('usage: npm run bench:import -- FOLDER [N]');
  const made = mkdtempSync(join(tmpdir(), 'counterpoint-cards-'));
  const extension = await launchExtension();
  try {
    const library = await extension.openOwn('library.html#/import');
    await importFiles(library, makeCards(folder, join(made, 'first'), before, 'first'));
    const files = makeCards(folder, join(made, 'cards'), Number(size), 'n');
    const used = processorSeconds(extension.profile);
    const { seconds, longest, latencies, value } = await importAndType(library, files);
    console.log(`${size} cards from choosing to the report   ${seconds.toFixed(2)} s`);
    console.log(
      `processor time of the browser         ${(processorSeconds(extension.profile) - used).toFixed(2)} s on ${cpus().length} cores, at load ${loadavg()[0]?.toFixed(1)}`,
    );
    console.log(`longest task of the page meanwhile    ${longest.toFixed(0)} ms`);
    console.log(
      `${latencies.length} keystrokes, until they show        ${quantile(latencies, 0.5).toFixed(0)} ms (p50), ${quantile(latencies, 0.95).toFixed(0)} ms (p95), ${quantile(latencies, 1).toFixed(0)} ms (most)${value === '' ? '; SOME WERE LOST' : ''}`,
    );
    await library.getByRole('searchbox').first().fill('');
    await library.getByRole('button', { name: /^Select all/ }).click();
    const timed = async (act: () => Promise<void>, what: RegExp): Promise<string> => {
      const from = performance.now();
      await act();
      await library.getByText(what).first().waitFor({ timeout: 120_000 });
      return ((performance.now() - from) / 1000).toFixed(2);
    };
    const press = (name: RegExp) => library.getByRole('button', { name }).first().click();
    const trashed = await timed(() => press(/^Delete/), /^Moved /);
    console.log(`all deleted                           ${trashed} s`);
    const restored = await timed(
      () => press(/^Undo/),
      new RegExp(`^${(Number(size) + before).toLocaleString('en')} insights`),
    );
    console.log(`all brought back                      ${restored} s`);
  } finally {
    await extension.close();
    rmSync(made, { recursive: true, force: true });
  }
}
