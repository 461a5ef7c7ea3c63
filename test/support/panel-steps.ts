/** What a person does in the transcript panel of the side panel. */
import type { Locator, Page } from 'playwright-core';
import type { Extension } from './extension.ts';
import { until } from './until.ts';

/** Opens the side panel on a page from the popup, which closes with it. */
export async function openPanel(extension: Extension, page: Page): Promise<Page> {
  await until('the side panel to be asked for', async () => {
    const popup = await extension.clickToolbar(page);
    try {
      await popup.getByRole('button', { name: 'Side panel' }).click();
      return true;
    } catch (error) {
      // A popup closes when the focus moves, as when a panel of before goes late: press again.
      if (!popup.isClosed()) throw error;
      return false;
    }
  });
  return await extension.findOwn('sidepanel.html');
}

/** Opens the side panel on a page and the transcript in it. */
export async function openTranscript(extension: Extension, page: Page): Promise<Page> {
  const panel = await openPanel(extension, page);
  await panel.getByRole('button', { name: 'Show the transcript' }).click();
  return panel;
}

/** The list of what is said. */
export function spokenWords(panel: Page): Locator {
  return panel.getByRole('listbox', { name: 'What is said' });
}

/** Pastes a transcript and waits until it is shown. */
export async function pasteTranscript(panel: Page, text: string): Promise<void> {
  await panel.getByLabel('Paste a transcript').fill(text);
  await panel.getByRole('button', { name: 'Use this transcript' }).click();
  await spokenWords(panel).waitFor();
}

/** Answers the browser's questions about hosts with no from now on; gives what takes that back. */
export async function refuseHosts(panel: Page): Promise<() => Promise<void>> {
  const answer = (no: boolean) =>
    panel.evaluate((refused) => {
      const { permissions } = (globalThis as unknown as { chrome: { permissions: Asked } }).chrome;
      permissions.before ??= permissions.request;
      permissions.request = refused ? () => Promise.resolve(false) : permissions.before;
    }, no);
  await answer(true);
  return () => answer(false);
}

interface Asked {
  request: (what: object) => Promise<boolean>;
  before?: Asked['request'];
}

interface Spot {
  readonly x: number;
  readonly y: number;
}

/** Drags the mouse from the beginning of `from` to the end of `to`, each within one cue that is in view. */
export async function dragOver(panel: Page, from: string, to: string): Promise<void> {
  // A list that was just moved settles over some frames.
  const [start, end] = await until(`“${from}” … “${to}” to rest`, async () => {
    const before = await spotsOf(panel, from, to);
    await panel.evaluate(() => new Promise((done) => requestAnimationFrame(done)));
    const after = await spotsOf(panel, from, to);
    return after && JSON.stringify(before) === JSON.stringify(after) ? after : undefined;
  });
  await panel.mouse.move(start.x, start.y);
  await panel.mouse.down();
  await panel.mouse.move(end.x, end.y, { steps: 8 });
  await panel.mouse.up();
}

/** Where the two stand, once both can be seen. */
function spotsOf(
  panel: Page,
  from: string,
  to: string,
): Promise<readonly [Spot, Spot] | undefined> {
  return panel.evaluate(
    ([first, last]) => {
      const find = (words: string, isEnd: boolean) => {
        for (const text of document.querySelectorAll('[role=listbox] [data-text]')) {
          const node = text.firstChild;
          const at = node?.textContent?.indexOf(words) ?? -1;
          if (!node || at < 0) continue;
          // At the edge of the window the browser would scroll while it drags.
          text.scrollIntoView({ block: 'center' });
          const range = document.createRange();
          range.setStart(node, isEnd ? at + words.length - 1 : at);
          range.setEnd(node, isEnd ? at + words.length : at + 1);
          return range;
        }
        return undefined;
      };
      const [a, b] = [find(first, false), find(last, true)];
      if (!a || !b) return undefined;
      const [start, end] = [a.getBoundingClientRect(), b.getBoundingClientRect()];
      return [
        { x: start.left + 0.5, y: start.top + start.height / 2 },
        { x: end.right - 0.5, y: end.top + end.height / 2 },
      ] as const;
    },
    [from, to] as const,
  );
}
