/**
 * How long reading a page takes beside Readability's parse in the same run, and whether it leaves the
 * page as it was: `node test/bench/metadata-reading.mjs BENCH PAGES`. A process of its own, for the
 * capture bench's helpers are modules that no bundler may touch.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Each page is read so many times by each, in a tab of its own; the first is cold. */
const rounds = 4;
const readers = {
  metadata: 'test/bench/adapters/metadata.ts',
  snapshot: 'test/bench/adapters/snapshot.ts',
  Readability: 'test/bench/adapters/readability-parse.ts',
};

const [bench = '', pages = ''] = process.argv.slice(2);
process.env.CAPTURE_DEPS = process.cwd();
const helpers = await import(pathToFileURL(join(bench, 'bench/lib/common.mjs')).href);
const truths = JSON.parse(readFileSync(join(bench, 'data/metadata-truth.json'), 'utf8'));
const scripts = await Promise.all(
  Object.entries(readers).map(async ([name, file]) => [
    name,
    await helpers.bundle(resolve(file), `reader_${name}`, { alias: { '@': process.cwd() } }),
  ]),
);
const times = new Map(scripts.map(([name]) => [name, { cold: [], warm: [] }]));
let changed = 0;
let browser = await helpers.launchChromium();
for (const { html, url } of truths) {
  for (const [name, script] of scripts) {
    const source = helpers.readHtml(join(pages, html));
    const { took, isChanged } = await patiently(() => readOnce(url, source, name, script));
    if (isChanged) changed += 1;
    times.get(name).cold.push(took[0]);
    times.get(name).warm.push(...took.slice(1));
  }
}
await browser.close();

const rows = [...times].map(([name, { cold, warm }]) => [
  name.padEnd(12),
  ...[cold, warm].flatMap((list) => [percentile(list, 0.5), percentile(list, 0.95)]),
]);
console.log('\n### reading a page, ms: the first time in a page (cold) and again (warm)\n');
console.log(['reader      ', 'cold p50', 'cold p95', 'warm p50', 'warm p95'].join('  '));
for (const row of rows) console.log(row.join('  '));
console.log(`\npages whose DOM a reader changed: ${changed} of ${truths.length * scripts.length}`);

/** A tab that crashes, as on a machine short of memory, says nothing about a reader. */
async function patiently(act) {
  for (let i = 0; i < 3; i += 1) {
    try {
      return await act();
    } catch (error) {
      if (!/crashed|closed/i.test(String(error))) throw error;
      await browser.close().catch(() => undefined);
      browser = await helpers.launchChromium();
    }
  }
  return act();
}

async function readOnce(url, html, name, script) {
  const context = await helpers.benchContext(browser, new Map([[url.split('#')[0], html]]));
  const page = await context.newPage();
  await page.goto(url, { waitUntil: 'domcontentloaded' });
  await page.evaluate(script);
  // A page that a person asks about has been laid out.
  await page.evaluate(() => document.body.offsetHeight);
  const before = await digest(page);
  const took = await page.evaluate(
    async ([global, count]) => {
      const each = [];
      for (let i = 0; i < count; i += 1) {
        const start = performance.now();
        await globalThis[global].read();
        each.push(performance.now() - start);
      }
      return each;
    },
    [`reader_${name}`, rounds],
  );
  const isChanged = (await digest(page)) !== before;
  await context.close();
  return { took, isChanged };
}

async function digest(page) {
  return createHash('sha256')
    .update(await page.content())
    .digest('hex');
}

function percentile(values, share) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]
    .toFixed(1)
    .padStart(8);
}
