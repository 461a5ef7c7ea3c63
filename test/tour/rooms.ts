/** The other rooms of the library, the transcript, and a page that is visited again: what the tour shows of them. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { allowHost, lastLoad, loadAddress } from '../support/collection-steps.ts';
import { comeAlong, painted, untilPainted } from '../support/companion-steps.ts';
import type { Extension } from '../support/extension.ts';
import { importFiles } from '../support/library-steps.ts';
import { playFrom } from '../support/page-steps.ts';
import { dragOver, openTranscript, spokenWords } from '../support/panel-steps.ts';
import { sampleCards, samplePages } from '../support/sample.ts';
import { begin, say } from './say.ts';
import type { Shoot } from './shots.ts';

const codexName = 'codex.example';
const opposed = 'ins_read-fewer-things-twice';

async function go(library: Page, route: string): Promise<void> {
  await library.goto(library.url().replace(/#.*$/, `#${route}`));
  await library.reload();
}

async function openCard(library: Page, id: string): Promise<void> {
  await go(library, '/');
  const title = /^# (.+)$/m.exec(readFileSync(pathOf(id), 'utf8'))?.[1] ?? '';
  // The list holds what is in view only.
  await library.getByRole('searchbox').fill(title);
  await library.getByRole('link', { name: title }).first().click();
  await library.getByRole('heading', { name: 'Links' }).waitFor();
}

function pathOf(id: string): string {
  return sampleCards().find((path) => basename(path) === `${id}.md`) ?? '';
}

/** What is said in an episode, beside it, while it plays. */
export async function followTranscript(extension: Extension, shoot: Shoot): Promise<void> {
  begin('Read along while an episode plays: its transcript in the side panel');
  const podcast = await extension.open(samplePages.podcast);
  await playFrom(podcast, 12);
  const panel = await openTranscript(extension, podcast);
  const words = spokenWords(panel);
  await words.locator('[aria-current]').waitFor();
  await panel.getByRole('button', { name: 'Mark this moment' }).click();
  await panel.getByText(/^Chapters/).click();
  const chapter = panel.getByRole('button', { name: /Counting the people who said no/ });
  await chapter.click();
  const now = words.locator('[aria-current]').filter({ hasText: 'counted the people' });
  await now.waitFor();
  say('chapter', await chapter.innerText());
  await dragOver(panel, 'I counted the people who said no.', 'who never came.');
  await panel.getByRole('button', { name: 'Clip the selection' }).click();
  const clipped = words.locator('[data-clipped]').filter({ hasText: 'who never came' });
  await clipped.waitFor();
  say('clipped', `“${await clipped.locator('[data-text]').innerText()}”`);
  const marked = panel.getByText(/^Marked at .* ago$/);
  await marked.waitFor();
  say('marked', await marked.innerText());
  const toTop = (part: Locator) =>
    part.evaluate((element) => element.scrollIntoView({ block: 'start' }));
  await toTop(panel.getByRole('heading', { name: 'Transcript' }));
  await shoot(panel, 'transcript');
  await shoot(panel, 'transcript-320', { width: 320 });
  await panel.getByText('2 voices').click();
  await toTop(panel.getByText(/^Chapters/));
  await shoot(panel, 'transcript-chapters-320', { width: 320 });
  await panel.close();
  await podcast.close();

  const essay = await extension.open(samplePages.essay);
  const empty = await openTranscript(extension, essay);
  await empty.getByText('No transcript here yet').waitFor();
  await shoot(empty, 'transcript-none-320', { width: 320 });
  await empty.close();
  await essay.close();
}

/** Two keystrokes draw a link; the link sets both cards side by side. */
export async function linkAndCompare(library: Page, shoot: Shoot): Promise<void> {
  begin('Link two insights that contradict each other, and compare them');
  await openCard(library, opposed);
  await library.keyboard.press('l');
  await library.getByRole('option').first().waitFor();
  await shoot(library, 'link-picker');
  await library.keyboard.press('c');
  const notice = library.getByText(/^Linked: Contradicts /).first();
  await notice.waitFor();
  say('linked', await notice.innerText());
  await library
    .getByRole('heading', { name: 'Links' })
    .evaluate((heading) => heading.scrollIntoView({ block: 'center' }));
  await shoot(library, 'links');
  await library
    .getByRole('link', { name: /^Compare with/ })
    .first()
    .click();
  await library.getByRole('heading', { name: 'Compare', exact: true }).waitFor();
  await shoot(library, 'compare');
  await shoot(library, 'compare-320', { width: 320, whole: true });
}

/** The whole library against the rules. */
export async function checkAll(library: Page, shoot: Shoot): Promise<void> {
  begin('Check every card against the rules');
  await go(library, '/check');
  const findings = library.getByText(/\d+ findings?/).first();
  await findings.waitFor();
  say('found', await findings.innerText());
  await shoot(library, 'check');
  await shoot(library, 'check-320', { width: 320 });
}

/** A file that cannot be read is kept, named with its line, and mended. */
export async function keepBroken(library: Page, shoot: Shoot): Promise<void> {
  begin('Bring in a file that is broken: it is kept, to be mended');
  const folder = mkdtempSync(join(tmpdir(), 'counterpoint-tour-'));
  try {
    const file = join(folder, 'ins_half-a-card.md');
    const whole = readFileSync(pathOf(opposed), 'utf8').replace(opposed, 'ins_half-a-card');
    writeFileSync(file, whole.replace(/^tier: /m, 'tier '));
    await go(library, '/import');
    await importFiles(library, [file]);
    await library.getByRole('link', { name: /^ins_half-a-card\.md, line/ }).click();
    await library.getByRole('textbox').first().waitFor();
    await shoot(library, 'mend', { whole: true });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A codex of somebody else, by its address. */
export async function loadCodex(extension: Extension, library: Page, shoot: Shoot): Promise<void> {
  begin('Load a public codex by its address, read-only');
  await allowHost(extension, `https://${codexName}/*`);
  await go(library, '/collections');
  await shoot(library, 'collections-none');
  await loadAddress(library, `https://${codexName}/codex/INDEX.json`);
  for (const [what, count] of Object.entries(await lastLoad(library, 'codex'))) {
    if (count > 0) say(what.toLowerCase(), String(count));
  }
  await shoot(library, 'collections');
}

/** A folder of one's own; without a window the browser's own file system stands for the disk. */
export async function keepFolder(library: Page, shoot: Shoot): Promise<void> {
  begin('Keep the library in step with a folder');
  await go(library, '/folder');
  await library.getByRole('button', { name: 'Choose a folder' }).waitFor();
  await shoot(library, 'folder-none');
  await library.evaluate(() => {
    Object.assign(globalThis, {
      showDirectoryPicker: async () =>
        (await navigator.storage.getDirectory()).getDirectoryHandle('my-codex', { create: true }),
    });
  });
  await library.getByRole('button', { name: 'Choose a folder' }).click();
  const step = library.getByText(/^In step: /);
  await step.waitFor();
  say('folder', await step.innerText());
  await shoot(library, 'folder');
}

/** What was clipped is painted when the page is read again, on a site that was named. */
export async function comeBack(extension: Extension, library: Page, shoot: Shoot): Promise<void> {
  begin('Come back to the article, with the companion on for its site');
  await comeAlong(extension, new URL(samplePages.article).hostname);
  await go(library, '/settings');
  await library.getByRole('button', { name: /^Stop on / }).waitFor();
  await shoot(library, 'settings', { whole: true });
  const article = await extension.open(samplePages.article);
  await untilPainted(article, 'discount for paying ahead');
  for (const words of await painted(article)) say('painted', `“${words}”`);
  await article.getByText('discount for paying ahead').first().scrollIntoViewIfNeeded();
  await shoot(article, 'painted');
  await article.close();
}
