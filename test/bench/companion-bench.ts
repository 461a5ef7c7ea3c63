/**
 * What a page notices of the companion: a page of a million characters with 500 clips of it stored is
 * visited again, beside the same page without clips and the same page where the companion is not.
 * `npm run build`, then `npm run bench:companion -- [VISITS] [CLIPS] [CHARACTERS]`.
 */
import { readFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import type { Page } from 'playwright-core';
import { sourceKey } from '../../lib/core/source/canonical-url';
import type { Clip } from '../../lib/core/insight/clip';
import { aClip, anId, anInsight } from '../support/builders';
import { comeAlong } from '../support/companion-steps';
import { launchExtension, type Extension } from '../support/extension';
import { html } from '../support/handlers';
import { serve } from '../support/server';
import { until } from '../support/until';
import { quantile } from './interval';
import { longPage } from './long-page';
import { mainThreadTasks, type Task } from '../support/main-thread';
import { putRows } from './put-rows';

const host = 'long.example';
const clipped = `https://${host}/clipped`;
const unclipped = `https://${host}/unclipped`;
const elsewhere = 'https://elsewhere.example/clipped';

type Target = Clip['target']['selector'];

declare const bench: {
  describe(root: Element, range: Range): Target | null;
};

/** What a person would have clipped: as many pieces of the page's text, spread over all of it. */
async function describeClips(
  page: Page,
  count: number,
): Promise<{ quote: string; selector: Target }[]> {
  const { outputFiles } = await build({
    entryPoints: [resolve('test/bench/adapters/anchor.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'bench',
  });
  await page.addScriptTag({ content: outputFiles[0]?.text ?? '' });
  return page.evaluate((wanted) => {
    const blocks = [...document.querySelectorAll('article p, article li')];
    return Array.from({ length: wanted }, (_, at) => {
      const range = document.createRange();
      const block = blocks[Math.floor(((at + 0.5) * blocks.length) / wanted)];
      if (!block) throw new Error('the page is too short');
      range.selectNodeContents(block);
      const { firstChild } = block;
      // Every other clip is one sentence or less, the others whole paragraphs.
      if (at % 2 === 0 && firstChild instanceof Text) range.setEnd(firstChild, firstChild.length);
      const selector = bench.describe(document.body, range);
      const quote = selector?.find((each) => each.type === 'TextQuoteSelector')?.exact;
      if (!selector || quote === undefined) throw new Error('a clip cannot be described');
      return { quote, selector };
    });
  }, count);
}

/** Stores the clips of the page, half of them for the insight, half against it. */
async function storeClips(
  extension: Extension,
  clips: readonly { quote: string; selector: Target }[],
): Promise<void> {
  const library = await extension.openOwn('library.html');
  await putRows(library, 'insights', [anInsight()]);
  const rows = clips.map(({ quote, selector }, at) =>
    aClip({
      id: anId(1_000 + at),
      sourceKey: sourceKey(clipped) ?? '',
      quote,
      role: at % 2 === 0 ? 'evidence' : 'counter-evidence',
      target: { source: clipped, selector: [...selector] },
    }),
  );
  await putRows(library, 'clips', rows);
  await library.close();
}

interface Seen {
  painted: number;
  /** Milliseconds from the end of loading until the last was painted. */
  after: number;
}

declare const seen: Seen;

/** From its start on the page notes how many ranges are painted, and since when. */
function notePainted(): void {
  const noted: Seen = { painted: 0, after: 0 };
  Object.assign(globalThis, { seen: noted });
  setInterval(() => {
    const count = [...CSS.highlights.values()].reduce((sum, { size }) => sum + size, 0);
    if (count === noted.painted) return;
    noted.painted = count;
    const [navigation] = performance.getEntriesByType('navigation');
    noted.after = performance.now() - (navigation as PerformanceNavigationTiming).loadEventEnd;
  }, 20);
}

interface Visit extends Seen {
  readonly tasks: readonly Task[];
}

async function visit(extension: Extension, address: string, expected: number): Promise<Visit> {
  const page = await extension.context.newPage();
  await page.addInitScript(notePainted);
  const browser = extension.context.browser();
  if (!browser) throw new Error('no browser to trace');
  const tasks = await mainThreadTasks(browser, page, address, async () => {
    await page.goto(address);
    if (expected > 0) {
      await until('the clips to be painted', () => page.evaluate(() => seen.painted > 0), 120);
    }
    // What the background asks of the page comes one after the other; then it is quiet.
    await quiet(page);
  });
  const { painted, after } = await page.evaluate(() => seen);
  await page.close();
  return { painted, after, tasks };
}

declare const lookUps: string[];

/** Notes every look-up in IndexedDB and in the extension's storage that the service worker makes. */
async function noteLookUps(extension: Extension, url: string): Promise<string[]> {
  const worker = await until('the service worker', () => extension.context.serviceWorkers().at(-1));
  await worker.evaluate(() => {
    const noted: string[] = [];
    Object.assign(globalThis, { lookUps: noted });
    const note = (prototype: object, method: string, nameOf: (self: never) => string): void => {
      const found = Object.getOwnPropertyDescriptor(prototype, method)?.value as (
        ...args: unknown[]
      ) => unknown;
      Object.defineProperty(prototype, method, {
        configurable: true,
        writable: true,
        value: function (this: never, ...args: unknown[]): unknown {
          noted.push(nameOf(this));
          return Reflect.apply(found, this, args);
        },
      });
    };
    const reads = ['get', 'getKey', 'getAll', 'getAllKeys', 'count', 'openCursor', 'openKeyCursor'];
    for (const method of reads) {
      note(IDBObjectStore.prototype, method, ({ name }: IDBObjectStore) => name);
      note(IDBIndex.prototype, method, (of: IDBIndex) => `${of.objectStore.name} by ${of.name}`);
    }
    type Area = { local: object; session: object };
    const { storage } = (globalThis as unknown as { chrome: { storage: Area } }).chrome;
    for (const area of ['local', 'session'] as const) {
      note(storage[area], 'get', () => `storage.${area}`);
    }
  });
  const page = await extension.open(url);
  await quiet(page);
  await page.close();
  return worker.evaluate(() => lookUps);
}

/** Resolves when the page, asked every fifty milliseconds, was free at once sixty times in a row. */
async function quiet(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let free = 0; free < 60;) {
      const asked = performance.now();
      await new Promise((done) => requestIdleCallback(done));
      free = performance.now() - asked < 50 ? free + 1 : 0;
      await new Promise((done) => setTimeout(done, 50));
    }
  });
}

function weigh(script: string): string {
  const bytes = readFileSync(resolve('.output/chrome-mv3', script));
  return `${(gzipSync(bytes, { level: 9 }).length / 1_000).toFixed(1)} kB gzip`;
}

/** `12 ms (40 by the clock)` */
function took({ worked, duration }: Task): string {
  return `${worked.toFixed(0)} ms (${duration.toFixed(0)} by the clock)`;
}

/**
 * Says what was painted and which tasks were longest: each script's, and those without a script of ours
 * that come after the first with one, since what the page and the browser did before is not ours.
 */
function report(name: string, visits: readonly Visit[]): void {
  console.log(`\n${name}, ${visits.length} visits`);
  if (visits.some(({ painted }) => painted > 0)) {
    const times = visits.map(({ after }) => after);
    console.log(
      `  painted ${visits.map(({ painted }) => painted).join(', ')} ranges, ${quantile(times, 0.5).toFixed(0)} ms (median) after the page was loaded`,
    );
  }
  const all = visits.flatMap(({ tasks }) => tasks);
  const scripts = [...new Set(all.flatMap((task) => task.scripts))];
  for (const script of [...scripts, undefined]) {
    const own = all
      .filter((task) =>
        script === undefined
          ? task.scripts.length === 0 && task.isAfterOurs
          : task.scripts.includes(script),
      )
      .toSorted((a, b) => b.worked - a.worked);
    const over = own.filter(({ worked }) => worked > 50);
    const [longest] = own;
    if (!longest) continue;
    console.log(
      `  ${(script ?? 'the browser, after').padEnd(20)} ${(own.length / visits.length).toFixed(0)} tasks a visit, ${over.length} over 50 ms; longest ${took(longest)}`,
    );
    for (const task of own.slice(0, 4)) {
      if (task.worked > 20) console.log(`      ${took(task)}: ${task.parts}`);
    }
  }
}

/** `npm run bench:companion -- [VISITS] [CLIPS] [CHARACTERS]` */
export async function run([
  visits = '3',
  clips = '500',
  size = '1000000',
]: readonly string[]): Promise<void> {
  const body = longPage('A long page', Number(size));
  const server = await serve({ [host]: html(body), 'elsewhere.example': html(body) });
  const extension = await launchExtension({ server });
  try {
    await comeAlong(extension, host);
    const empty = await noteLookUps(extension, unclipped);
    const page = await extension.open(elsewhere);
    const described = await describeClips(page, Number(clips));
    await page.close();
    await storeClips(extension, described);
    const filled = await noteLookUps(extension, unclipped);
    console.log(
      `load ${loadavg()[0]?.toFixed(1)}; ${body.replace(/<[^>]*>/g, '').length} characters, ${described.length} clips`,
    );
    console.log(
      `companion.js ${weigh('companion.js')}; page-passages.js, where there are insights, ${weigh('page-passages.js')}; page-highlights.js, where there are clips, ${weigh('page-highlights.js')}`,
    );
    console.log(
      `look-ups for a page without clips, library empty: ${empty.length} (${empty.join(', ')})`,
    );
    console.log(`  with insights: ${filled.length} (${filled.join(', ')})`);
    const of = async (address: string, expected: number): Promise<Visit[]> => {
      const all: Visit[] = [];
      for (let at = 0; at < Number(visits); at += 1)
        all.push(await visit(extension, address, expected));
      return all;
    };
    report('without the companion', await of(elsewhere, 0));
    report('with the companion, no clips', await of(unclipped, 0));
    report(`with ${clips} clips`, await of(clipped, Number(clips)));
    console.log(`\nload ${loadavg()[0]?.toFixed(1)}`);
  } finally {
    await extension.close();
    await server.close();
  }
}
