/**
 * How long it takes to load a codex into the built extension, from an address, a folder and a zip, and
 * how long the page is busy at a stretch meanwhile.
 * `npm run build`, then `npm run bench:collections -- FOLDER [SIZES]`.
 */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { allowHost, collectionItem, lastLoad, loadAddress } from '../support/collection-steps';
import { launchExtension } from '../support/extension';
import type { Handler } from '../support/server';
import { serve } from '../support/server';
import { until } from '../support/until';

/** The folder's cards; where there are not enough, again under other ids. */
function cardsOf(folder: string, size: number | undefined): Map<string, string> {
  const names = readdirSync(folder).filter((name) => name.endsWith('.md'));
  const texts = names.map((name) => readFileSync(join(folder, name), 'utf8'));
  const cards = new Map<string, string>();
  for (let n = 0; n < (size ?? names.length); n += 1) {
    const [at, round] = [n % names.length, Math.floor(n / names.length)];
    const suffix = round === 0 ? '' : `-${round + 1}`;
    const text = (texts[at] ?? '').replace(/^(id:[ \t]*["']?ins_[\w.-]+)/m, `$1${suffix}`);
    cards.set(`insights/${(names[at] ?? '').replace(/\.md$/, `${suffix}.md`)}`, text);
  }
  return cards;
}

function handlerOf(cards: ReadonlyMap<string, string>): Handler {
  const index = JSON.stringify([...cards.keys()].map((path) => ({ path, title: path })));
  return (request, response) => {
    const path = decodeURIComponent((request.url ?? '').slice(1));
    const text = path === 'INDEX.json' ? index : cards.get(path);
    if (text === undefined) response.writeHead(404).end();
    else response.writeHead(200, { 'Content-Type': 'text/plain; charset=utf-8' }).end(text);
  };
}

/** Has the page note how long it was busy at a stretch, and how long a key press waited to be drawn. */
async function watchTasks(library: Page): Promise<void> {
  await library.evaluate(() => {
    const seen: number[] = [];
    Object.assign(globalThis, { seen });
    const observer = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) seen.push(duration);
    });
    observer.observe({ type: 'longtask' });
  });
}

async function longTasks(library: Page): Promise<string> {
  const seen = await library.evaluate(() => (globalThis as unknown as { seen: number[] }).seen);
  const longest = Math.max(0, ...seen);
  const above = seen.filter((duration) => duration > 100).length;
  return `longest task ${longest.toFixed(0)} ms, ${above} above 100 ms`;
}

/** `npm run bench:collections -- FOLDER [1000,10000]` */
export async function run(args: readonly string[]): Promise<void> {
  const [folder, sizes] = args;
  if (folder === undefined) throw new Error('usage: npm run bench:collections -- FOLDER [SIZES]');
  for (const size of [undefined, ...(sizes?.split(',').map(Number) ?? [])]) {
    const cards = cardsOf(folder, size);
    const disk = mkdtempSync(join(tmpdir(), 'counterpoint-bench-'));
    mkdirSync(join(disk, 'chosen', 'insights'), { recursive: true });
    for (const [path, text] of cards) writeFileSync(join(disk, 'chosen', path), text);
    const zip = zipSync(
      Object.fromEntries([...cards].map(([path, text]) => [`top/${path}`, Buffer.from(text)])),
    );
    writeFileSync(join(disk, 'zipped.zip'), zip);
    const server = await serve({ 'codex.example': handlerOf(cards) });
    const ways: [string, string, (library: Page) => Promise<void>][] = [
      ['folder', 'chosen', (page) => choose(page, 'codex-folder', join(disk, 'chosen'))],
      ['zip', 'zipped', (page) => choose(page, 'codex-zip', join(disk, 'zipped.zip'))],
      ['address', 'codex.example', (page) => loadAddress(page, 'https://codex.example/INDEX.json')],
    ];
    for (const [way, name, begin] of ways) {
      const extension = await launchExtension({ server });
      try {
        await allowHost(extension, 'https://codex.example/*');
        const library = await extension.openOwn('library.html#/collections');
        await library.getByRole('heading', { name: 'Load a codex' }).waitFor();
        await watchTasks(library);
        const started = performance.now();
        await begin(library);
        await library.getByRole('progressbar').waitFor();
        const chosen = performance.now();
        await collectionItem(library, name).locator('dl').waitFor({ timeout: 300_000 });
        const counts = await lastLoad(library, name, 300);
        const seconds = ((performance.now() - started) / 1000).toFixed(2);
        const handing = ((chosen - started) / 1000).toFixed(2);
        const asked = server.requests.length;
        const again = collectionItem(library, name);
        const reloaded = performance.now();
        if (way === 'address') {
          await again.getByRole('button', { name: 'Reload', exact: true }).click();
        } else {
          const path = way === 'zip' ? join(disk, 'zipped.zip') : join(disk, 'chosen');
          await library.getByTestId(`again-${name}`).setInputFiles(path);
        }
        const same = cards.size - (counts.Broken ?? 0);
        await until(
          'the reload',
          async () => (await lastLoad(library, name, 300)).Unchanged === same,
        );
        const second = ((performance.now() - reloaded) / 1000).toFixed(2);
        const requests = way === 'address' ? `, ${server.requests.length - asked} requests` : '';
        console.log(
          `${cards.size} cards by ${way}: ${seconds} s (${handing} s until the page had them), ${JSON.stringify(counts)}, ${await longTasks(library)}; the same again ${second} s${requests}`,
        );
      } finally {
        await extension.close();
      }
    }
    await server.close();
    rmSync(disk, { recursive: true, force: true });
  }
}

async function choose(library: Page, testId: string, path: string): Promise<void> {
  await library.getByTestId(testId).setInputFiles(path);
}
