/**
 * The tour: the main job from end to end in the built extension, with real clicks, told in plain
 * words. Leaves the exported cards and pictures of every view in .output/tour.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { launchExtension, type Extension } from '../support/extension.ts';
import {
  downloadBy,
  fillIn,
  giveScore,
  importFiles,
  openInsight,
  promote,
} from '../support/library-steps.ts';
import { playFrom, selectWords } from '../support/page-steps.ts';
import { clipWith, readSurface, savedCard } from '../support/popup-steps.ts';
import { sampleCards, sampleHosts, samplePages, samplePassage } from '../support/sample.ts';
import { serveCodex } from '../support/served-codex.ts';
import { serve, type FixtureServer } from '../support/server.ts';
import { toastOn } from '../support/toast.ts';
import { until } from '../support/until.ts';
import * as rooms from './rooms.ts';
import { begin, end, say, saySurface } from './say.ts';
import { photographer } from './shots.ts';

const repository = resolve(import.meta.dirname, '../..');
const output = join(repository, '.output', 'tour');
const { shoot, names } = photographer(output);

async function importSample(extension: Extension): Promise<Page> {
  begin('Bring a library in: the import room of the library');
  const library = await extension.openOwn('library.html#/import');
  await library.getByRole('heading', { name: 'Import cards' }).waitFor();
  const { counts } = await importFiles(library, sampleCards());
  say(
    'cards',
    Object.entries(counts)
      .map(([name, count]) => `${name} ${count}`)
      .join(', '),
  );
  await shoot(library, 'import');
  return library;
}

async function clipFromArticle(extension: Extension): Promise<void> {
  begin('Clip a passage of an article with the toolbar button');
  const article = await extension.open(samplePages.article);
  await selectWords(article, ...samplePassage);
  const popup = await extension.clickToolbar(article);
  await readSurface(popup);
  await shoot(popup, 'popup-before-clip');
  await clipWith(popup, 'Clip selection');
  const saved = savedCard(popup);
  say('clipped', `“${await saved.getByRole('blockquote').first().innerText()}”`);
  await saved.getByRole('textbox', { name: 'Note' }).fill('Silence is not an answer.');
  await popup.getByText('Note saved').waitFor();
  say('note', 'Silence is not an answer.');
  saySurface(await readSurface(popup));
  await shoot(popup, 'popup-saved', { whole: true });
  await popup.close();
}

async function clipFromPodcast(extension: Extension): Promise<void> {
  begin('Clip a line of a podcast’s transcript while it plays');
  const podcast = await extension.open(samplePages.podcast);
  await playFrom(podcast, 64);
  await selectWords(podcast, 'We paid for the week', 'people were short of.');
  const popup = await extension.clickToolbar(podcast);
  await clipWith(popup, 'Clip selection');
  const saved = savedCard(popup);
  say('clipped', `“${await saved.getByRole('blockquote').first().innerText()}”`);
  say('heard at', await saved.locator('figcaption').first().innerText());
  await shoot(popup, 'popup-podcast', { whole: true });
  await popup.close();

  begin('Clip the last 30 seconds with the command, and attach them as counter-evidence');
  await podcast.evaluate(() => getSelection()?.removeAllRanges());
  await playFrom(podcast, 86.5);
  await extension.runCommand('clip-recent', podcast);
  const toast = toastOn(podcast);
  await toast.says('Saved');
  await toast.says('Counter-evidence to');
  const clip = await toast.evaluate<{ quote: string; detail: string }>(
    `{ quote: body.querySelector('.quote').textContent, detail: body.querySelector('.soft').textContent }`,
  );
  say('clipped', `“${clip.quote}”`);
  say('heard at', clip.detail);
  await shoot(podcast, 'toast');
  await toast.press('Counter-evidence to…');
  const choice = /paid week of real work/i;
  await toast.press(choice);
  const pressed = await until('the choice to be stored', () =>
    toast.evaluate<string | undefined>(
      `body.querySelector('details:last-of-type [aria-pressed="true"]')?.textContent`,
    ),
  );
  say('attached to', pressed);
  await shoot(podcast, 'toast-attached');
}

async function surfaceOnEssay(extension: Extension): Promise<void> {
  begin('Read something new: what of mine does it touch, and what argues against it?');
  const essay = await extension.open(samplePages.essay);
  const popup = await extension.clickToolbar(essay);
  saySurface(await readSurface(popup));
  await shoot(popup, 'popup-related');
  await shoot(popup, 'popup-related-whole', { whole: true });
  await popup
    .getByRole('heading', { name: 'Contradicting insight' })
    .evaluate((heading) => heading.scrollIntoView({ block: 'start' }));
  await shoot(popup, 'popup-against');
  await popup.getByRole('button', { name: 'Show on page' }).first().click();
  const scrolled = await until('the page to scroll and rest', async () => {
    const top = () => essay.evaluate(() => Math.round(scrollY));
    const before = await top();
    await essay.evaluate(() => new Promise((done) => setTimeout(done, 100)));
    return before > 0 && before === (await top()) && before;
  });
  say('shown', `the page scrolled ${scrolled} px down to the passage and painted it`);
  await shoot(essay, 'shown-on-page');

  await popup.getByRole('button', { name: 'Side panel' }).click();
  const panel = await extension.findOwn('sidepanel.html');
  await readSurface(panel);
  say('side panel', 'open beside the page, with the same');
  await shoot(panel, 'side-panel');
  await shoot(panel, 'side-panel-320', { width: 320 });
  await panel.close();
}

async function nothingOnRecipe(extension: Extension): Promise<void> {
  begin('Read something that has nothing to do with any of it');
  const recipe = await extension.open(samplePages.recipe);
  const popup = await extension.clickToolbar(recipe);
  const surface = await readSurface(popup);
  saySurface(surface);
  await shoot(popup, 'popup-nothing');
  await popup.close();
  if (surface.related.length + surface.counterEvidence.length > 0) {
    throw new Error('the recipe should touch nothing');
  }
}

async function promoteDraft(library: Page): Promise<void> {
  begin('Turn the draft into an insight: the card rules say what is missing');
  await library.goto(library.url().replace(/#.*$/, '#/'));
  await library.reload();
  await library.getByRole('link', { name: /discount for paying ahead/i }).waitFor();
  await shoot(library, 'library-list');
  await shoot(library, 'library-list-320', { width: 320 });
  await openInsight(library, /discount for paying ahead/i);
  await shoot(library, 'library-draft', { whole: true });
  await library.getByRole('link', { name: 'Edit', exact: true }).click();
  for (const missing of await promote(library)) say('missing', missing);
  await shoot(library, 'editor-refused');
  await fillIn(library, {
    Title: 'A yearly discount takes away the news of a leaving customer',
    Claim:
      'A discount for paying a year ahead does not keep customers. It only takes away the complaint that would have kept them.',
    Mechanism:
      'A monthly payment is a small vote, and an unhappy customer casts it within weeks. Paid a year ahead, nobody votes and nobody looks.',
    'Holds when, condition 1': 'Nobody looks at use between renewals.',
    'Fails when, condition 1': 'The money is needed to get through a season without income.',
    Signals: '- Yearly customers stop opening the tool in spring.',
    'Counter-evidence':
      'The same article tells of two dozen choirs whose yearly payment kept the firm alive through a summer.',
    'Operator role': 'Editor of Ledger & Loom; sold a booking tool for choirs',
    Domain: 'pricing',
    Lifecycle: 'retention',
    Maturity: 'applied',
    'Artifact class': 'case-study',
  });
  await giveScore(library, [3, 5, 3, 4, 4]);
  await library.getByText('Saved', { exact: true }).waitFor();
  await library.getByRole('textbox', { name: 'Title', exact: true }).focus();
  await shoot(library, 'editor');
  await shoot(library, 'editor-320', { width: 320, whole: true });
  const missing = await promote(library);
  if (missing.length > 0) throw new Error(`still missing: ${missing.join(' ')}`);
  say('ready', await library.getByText(/^Ready as ins_/).innerText());
}

async function exportCards(library: Page): Promise<void> {
  begin('Export: every insight as a Markdown card');
  const cards = join(output, 'cards');
  mkdirSync(cards, { recursive: true });
  const done = library.getByRole('link', { name: 'Done editing' });
  if ((await done.count()) > 0) await done.click();
  say('citation', await library.getByRole('region', { name: 'Citation' }).locator('p').innerText());
  const single = await downloadBy(library, () =>
    library.getByRole('button', { name: 'Download .md' }).click(),
  );
  say('one card', single.suggestedFilename());
  await library.getByRole('button', { name: 'Select all' }).click();
  const zip = await downloadBy(library, () =>
    library.getByRole('button', { name: 'Download zip' }).click(),
  );
  const files = unzipSync(new Uint8Array(readFileSync(await zip.path())));
  for (const [name, content] of Object.entries(files)) {
    writeFileSync(join(cards, basename(name)), content);
    say('card', name);
  }
  const untouched = sampleCards().filter((path) => {
    const exported = files[basename(path)];
    return exported !== undefined && readFileSync(path).equals(exported);
  });
  say(
    'unchanged',
    `${untouched.length} of ${sampleCards().length} left byte for byte as they came`,
  );
}

async function tour(extension: Extension, server: FixtureServer): Promise<void> {
  const library = await importSample(extension);
  await clipFromArticle(extension);
  await clipFromPodcast(extension);
  await rooms.followTranscript(extension, shoot);
  await surfaceOnEssay(extension);
  await nothingOnRecipe(extension);
  await promoteDraft(library);
  await exportCards(library);
  await rooms.linkAndCompare(library, shoot);
  await rooms.checkAll(library, shoot);
  await rooms.keepBroken(library, shoot);
  await rooms.loadCodex(extension, library, shoot);
  await rooms.keepFolder(library, shoot);
  await rooms.comeBack(extension, library, shoot);

  begin('What left this computer');
  const strays = server.strays();
  say(
    'requests',
    strays.length === 0 ? 'none but the pages themselves and the codex' : JSON.stringify(strays),
  );
  if (strays.length > 0) throw new Error('the extension asked for something nobody asked it to');
}

/** Walks the tour; throws where a step does not hold, with pictures of what was open. */
export async function run(): Promise<void> {
  rmSync(output, { recursive: true, force: true });
  mkdirSync(output, { recursive: true });
  console.log('A tour of Counterpoint in a real browser, without a window.');
  const server = await serve({ ...sampleHosts(), 'codex.example': serveCodex(6).handler });
  try {
    const extension = await launchExtension({ server, viewport: { width: 1280, height: 800 } });
    try {
      await tour(extension, server);
    } catch (error) {
      for (const [place, page] of extension.context.pages().entries()) {
        await page.screenshot({ path: join(output, `failed-${place}.png`) });
      }
      throw error;
    } finally {
      await extension.close();
    }
  } finally {
    await server.close();
  }
  const seconds = (performance.now() / 1000).toFixed(0);
  const place = relative(process.cwd(), output);
  end(`Done in ${seconds} s. Cards and ${names.length} pictures are in ${place}.`);
}
