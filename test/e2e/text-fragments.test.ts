/** Links to the words: what the page reader wrote leads Chromium itself to exactly the clipped words. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { withDirective } from '../../lib/core/annotation/text-directive.ts';
import type { Clip } from '../../lib/core/insight/clip.ts';
import { launchExtension, type Extension } from '../support/extension.ts';
import { html, paths } from '../support/handlers.ts';
import { selectWords } from '../support/page-steps.ts';
import { serve, type FixtureServer } from '../support/server.ts';
import { liveRows } from '../support/stored.ts';
import { until } from '../support/until.ts';

const host = 'fragments.example';
const ledger = 'The harbour keeps two ledgers, and only one of them is ever read aloud.';

/** A page per shape; the words to clip are named beside it. */
const shapes: Record<string, { body: string; from: string; to?: string; skip?: number }> = {
  'in a paragraph': { body: `<p>Before it. ${ledger} After it.</p>`, from: ledger },
  'across paragraphs and mark-up': {
    body: `<p>Boats come in <em>with the</em> tide and leave.</p><ul><li>One of them</li><li>is <b>late</b> again.</li></ul>`,
    from: 'come in',
    to: 'is late again.',
  },
  'said twice': {
    body: `<p>Two ledgers, says the guide.</p><p>The clerk agrees.</p><p>Two ledgers, says the <a href="#x">mayor</a>.</p>`,
    from: 'Two ledgers,',
    skip: 1,
  },
  'half a word': { body: `<p>Nobody was misunderstanding anything.</p>`, from: 'understand' },
  'right to left': {
    body: `<p dir="rtl">הנמל מחזיק שני ספרים, ורק אחד מהם נקרא בקול. מי שקונה שם דגים לומד להקשיב.</p>`,
    from: 'ורק אחד',
    to: 'בקול.',
  },
  Arabic: {
    body: `<p dir="rtl">يحتفظ الميناء بدفترين، ولا يُقرأ بصوت عالٍ إلا واحد منهما.</p>`,
    from: 'ولا يُقرأ',
    to: 'عالٍ',
  },
  Chinese: {
    body: `<p lang="zh">港口有两本账簿,只有一本会被大声朗读。在那里买鱼的人学会倾听没有说出来的话。</p>`,
    from: '只有一本会被大声朗读',
  },
  Thai: {
    body: `<p lang="th">ท่าเรือมีสมุดบัญชีสองเล่ม และมีเพียงเล่มเดียวที่อ่านออกเสียง</p>`,
    from: 'มีเพียงเล่มเดียว',
  },
  'what parts a directive': {
    body: `<p>Well-known: R&amp;D, “so-called” (50 % – 60 %), it’s said; don't.</p>`,
    from: 'R&D,',
    to: 'it’s said',
  },
  'hard spaces, soft hyphens and ligatures': {
    body: `<p>On page&nbsp;12 the of\u00adfice of the ﬁrst clerk
      keeps 100&nbsp;kg of papers.</p>`,
    from: 'page 12',
    to: 'kg of',
  },
  'line breaks': {
    body: `<p>Roses are red,<br>ledgers are blue,<br>boats are late.</p>`,
    from: 'red,',
    to: 'boats',
  },
  'pictures and boxes between': {
    body: `<p>The clerk <img alt="x" width="20" height="20"> keeps <span style="display:inline-block">one small box</span> of old keys.</p>`,
    from: 'clerk',
    to: 'of old keys',
  },
  'in a table': {
    body: `<table><tr><td>Monday</td><td>two boats</td></tr><tr><td>Tuesday</td><td>no boats</td></tr></table>`,
    from: 'two boats',
    to: 'Tuesday',
  },
  'a drop capital and a foot note': {
    body: `<p><span style="float:left;font-size:2em">T</span>he clerk reads<sup><a href="#n">[1]</a></sup> one <i>ledger</i> <del style="display:none">twice</del>aloud.</p>`,
    from: 'The clerk',
    to: 'ledger aloud.',
  },
  'words nobody sees between': {
    body: `<p>The clerk<span style="position:absolute;clip-path:inset(50%);width:1px;height:1px;overflow:hidden"> jump up </span> reads one ledger aloud.</p>`,
    from: 'The clerk',
    to: 'ledger aloud.',
  },
  'hidden words before': {
    body: `<p style="display:none">One ledger aloud.</p><p style="visibility:hidden">One ledger aloud.</p><p>One ledger aloud.</p>`,
    from: 'One ledger aloud.',
    skip: 1,
  },
  'half transparent words before': {
    body: `<p style="opacity:0">One ledger aloud.</p><p>So it is: One ledger aloud.</p>`,
    from: 'One ledger aloud.',
    skip: 1,
  },
};

const filler = '<p>Filling that says nothing at all.</p>'.repeat(60);
const pageOf = (
  body: string,
) => `<!doctype html><html lang="en"><head><title>Fragments</title><style>
::target-text { background: #f0f; color: #000 } ::highlight(expected) { background: #f0f; color: #000 }
body { font: 16px/1.4 sans-serif } p { text-transform: none }
</style></head><body>${filler}<main>${body}</main>${filler}</body></html>`;

let server: FixtureServer;
let extension: Extension;
let library: Page;

beforeAll(async () => {
  const table = Object.entries(shapes).map(
    ([, { body }], at) => [`/${at}`, html(pageOf(body))] as const,
  );
  server = await serve({ [host]: paths(Object.fromEntries(table)) });
  extension = await launchExtension({ server });
  library = await extension.openOwn('library.html#/settings');
});

afterAll(async () => {
  await extension.close();
  await server.close();
});

it.each(Object.keys(shapes))('leads to words %s', async (name) => {
  const { from, to = from, skip = 0 } = shapes[name]!;
  const url = `https://${host}/${Object.keys(shapes).indexOf(name)}`;
  const page = await extension.open(url);
  await selectWords(page, from, to, skip);
  const clip = await clipSelection(page);
  await page.close();
  const directive = directiveOf(clip);
  expect(directive).toMatch(/^text=/);
  const led = await extension.open(withDirective(url, directive!));
  await until('Chromium to scroll there', () => led.evaluate(() => scrollY > 0));
  const marked = await led.screenshot();

  // The same words, painted by their range, in a tab that no toast of the clip can come to.
  const plain = await extension.open(url);
  await selectWords(plain, from, to, skip);
  await plain.evaluate(
    (top) => {
      CSS.highlights.set('expected', new Highlight(getSelection()!.getRangeAt(0).cloneRange()));
      getSelection()!.removeAllRanges();
      scrollTo(0, top);
    },
    await led.evaluate(() => scrollY),
  );
  expect(marked.equals(await plain.screenshot())).toBe(true);
  await plain.close();
  await led.close();
});

function directiveOf({ target }: Clip): string | undefined {
  const quote = target.selector.find(({ type }) => type === 'TextQuoteSelector');
  return quote?.type === 'TextQuoteSelector' ? quote.directive : undefined;
}

async function clipSelection(page: Page): Promise<Clip> {
  const before = (await liveRows(library, 'clips')).map(({ id }) => id);
  await extension.runCommand('clip-selection', page);
  return await until('the clip on disk', async () =>
    (await liveRows(library, 'clips')).find(({ id }) => !before.includes(id)),
  );
}
