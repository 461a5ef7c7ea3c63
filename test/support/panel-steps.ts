/** What a person does in the transcript panel of the side panel. */
import type { Locator, Page } from 'playwright-core';
import type { Extension } from './extension.ts';

/** Opens the side panel on a page and the transcript in it; the popup, which opens it, closes. */
export async function openTranscript(extension: Extension, page: Page): Promise<Page> {
  const popup = await extension.clickToolbar(page);
  await popup.getByRole('button', { name: 'Side panel' }).click();
  const panel = await extension.findOwn('sidepanel.html');
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

/** Drags the mouse from the beginning of `from` to the end of `to`, each within one cue that is in view. */
export async function dragOver(panel: Page, from: string, to: string): Promise<void> {
  const [start, end] = await panel.evaluate(
    (wanted) =>
      wanted.map(([words, isEnd]) => {
        for (const text of document.querySelectorAll('[role=listbox] [data-text]')) {
          const node = text.firstChild;
          const at = node?.textContent?.indexOf(words) ?? -1;
          if (!node || at < 0) continue;
          text.scrollIntoView({ block: 'nearest' });
          const range = document.createRange();
          range.setStart(node, isEnd ? at + words.length - 1 : at);
          range.setEnd(node, isEnd ? at + words.length : at + 1);
          const { left, right, top, height } = range.getBoundingClientRect();
          return { x: isEnd ? right - 0.5 : left + 0.5, y: top + height / 2 };
        }
        return undefined;
      }),
    [
      [from, false],
      [to, true],
    ] as const,
  );
  if (!start || !end) throw new Error(`“${from}” … “${to}” is not in view in the transcript`);
  await panel.mouse.move(start.x, start.y);
  await panel.mouse.down();
  await panel.mouse.move(end.x, end.y, { steps: 8 });
  await panel.mouse.up();
}
