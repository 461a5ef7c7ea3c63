/**
 * How long a person waits: the popup opened by the toolbar in the real extension, with the service
 * worker stopped and a large library stored, from the snapshot's arrival until the first matches are
 * drawn, and until all of them are with what argues against them.
 * `npm run build`, then `npm run bench:cold -- DIR [SIZES]`.
 */
import { setTimeout } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { launchExtension, type Extension } from '../support/extension';
import { html } from '../support/handlers';
import { anInsight } from '../support/builders';
import { serve } from '../support/server';
import { until } from '../support/until';
import { quantile } from './interval';
import { madeCorpus, readTexts } from './made-corpus';
import { readQueries } from './match-data';
import { putRows } from './put-rows';
import type { MatchDocument } from '../../lib/core/match/match';

const runs = 20;
const rowsAtATime = 2000;

function insightOf({ key, fields }: MatchDocument) {
  const { claim = '', mechanism = '', evidence = '', conditions = '', signals = '' } = fields;
  const sections = { claim, mechanism, evidence, conditions, signals, counterEvidence: '' };
  const id = `ins_${key}`;
  return anInsight({ key, card: { id, title: fields.title ?? '', sourceUrl: '', sections } });
}

function rowCount(page: Page, table: string): Promise<number> {
  return page.evaluate(
    (name) =>
      new Promise<number>((resolve) => {
        const opening = indexedDB.open('counterpoint');
        opening.addEventListener('success', () => {
          const counting = opening.result.transaction(name).objectStore(name).count();
          counting.addEventListener('success', () => {
            opening.result.close();
            resolve(counting.result);
          });
        });
      }),
    table,
  );
}

/** Fills the library, and waits until its index is stored. */
async function fill(
  extension: Extension,
  documents: readonly MatchDocument[],
  url: string,
): Promise<number> {
  const library = await extension.openOwn('library.html');
  // Waits for the tables: the next page would make none.
  await putRows(library, 'insights', []);
  // A page that holds nothing of ours has no lists to keep up with.
  await library.goto(library.url().replace(/library.*/, 'icon/16.png'));
  for (let at = 0; at < documents.length; at += rowsAtATime) {
    const rows = documents.slice(at, at + rowsAtATime).map(insightOf);
    await putRows(library, 'insights', rows);
  }
  await putRows(library, 'stale', [{ revision: 1, keys: documents.map(({ key }) => key) }]);
  const started = performance.now();
  const page = await extension.open(url);
  const popup = await extension.clickToolbar(page);
  await until('the index', async () => (await rowCount(library, 'stale')) === 0, 600);
  const taken = performance.now() - started;
  await popup.close();
  await page.close();
  await library.close();
  return taken;
}

/** Milliseconds from the snapshot until matches are drawn. */
interface Waited {
  readonly first: number;
  readonly whole: number;
}

/** What connects to a page takes part of its time: so nothing does until long after it is ready. */
const undisturbed = 1500;

/** One opening of the popup. */
async function openOnce(extension: Extension, url: string): Promise<Waited> {
  const page = await extension.open(url);
  await extension.stopWorker();
  await extension.pressToolbar(page);
  await setTimeout(undisturbed);
  const popup = await extension.findOwn('popup.html');
  const taken = await until('the matches', () =>
    popup.evaluate(() => {
      const time = (name: string) => performance.getEntriesByName(name)[0]?.startTime;
      const from = time('counterpoint:snapshot');
      const first = time('counterpoint:surfaced');
      const whole = time('counterpoint:surfaced-whole');
      if (from === undefined || first === undefined || whole === undefined) return undefined;
      return { first: first - from, whole: whole - from };
    }),
  );
  await popup.close();
  await page.close();
  return taken;
}

/** `npm run bench:cold -- DIR [10000,100000]` */
export async function run(args: readonly string[]): Promise<void> {
  const [folder, sizes = '10000,100000'] = args;
  if (folder === undefined) throw new Error('usage: npm run bench:cold -- DIR [SIZES]');
  const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const pages = ['t1a', 't1c', 't5c'].flatMap((task) => readQueries(folder, task).slice(0, 10));
  const hosts = Object.fromEntries(
    pages.map(({ text }, at) => [
      `page-${at}.example`,
      html(
        `<!doctype html><html lang="en"><title>Page ${at}</title><article>${escaped(text)
          .split('\n')
          .map((line) => `<p>${line}</p>`)
          .join('')}</article></html>`,
      ),
    ]),
  );
  const texts = readTexts(folder);
  for (const size of sizes.split(',').map(Number)) {
    const server = await serve(hosts);
    const extension = await launchExtension({ server });
    try {
      const indexed = await fill(extension, madeCorpus(texts, size), 'https://page-0.example/');
      const times: Waited[] = [];
      for (let at = 0; at < runs; at += 1) {
        times.push(await openOnce(extension, `https://page-${at % pages.length}.example/`));
      }
      const of = (part: keyof Waited) => {
        const at = (share: number) =>
          quantile(
            times.map((each) => each[part]),
            share,
          ).toFixed(0);
        return `${at(0.5)} ms (p50), ${at(0.95)} ms (p95), ${at(1)} ms (most)`;
      };
      console.log(
        `${size} insights: first results on screen ${of('first')} after the snapshot, all of them ${of('whole')}; ${runs} openings; indexed once in ${(indexed / 1000).toFixed(1)} s`,
      );
    } finally {
      await extension.close();
      await server.close();
    }
  }
}
