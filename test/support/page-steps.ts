/** What a person does in a page: selects words, plays a sound. */
import type { Page } from 'playwright-core';
import { until } from './until.ts';

/**
 * Selects from the first occurrence of `from` to the end of the next occurrence of `to` (by default
 * `from` itself) in the page's visible text, white space folded, across elements; `skip` passes over so
 * many occurrences of `from` first.
 */
export async function selectWords(page: Page, from: string, to = from, skip = 0): Promise<void> {
  const found = await page.evaluate(
    ([first, last, over]) => {
      let text = '';
      const places: { node: Text; offset: number }[] = [];
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (
        let node = walker.nextNode() as Text | null;
        node;
        node = walker.nextNode() as Text | null
      ) {
        if (!node.parentElement?.checkVisibility()) continue;
        for (let offset = 0; offset < node.data.length; offset += 1) {
          const letter = /\s/.test(node.data[offset] ?? '') ? ' ' : (node.data[offset] ?? '');
          if (letter === ' ' && (text === '' || text.endsWith(' '))) continue;
          text += letter;
          places.push({ node, offset });
        }
      }
      let start = text.indexOf(first);
      for (let left = over; left > 0 && start >= 0; left -= 1) {
        start = text.indexOf(first, start + 1);
      }
      const end = text.indexOf(last, start) + last.length - 1;
      const [a, b] = [places[start], places[end]];
      if (start < 0 || end < start || !a || !b) return false;
      a.node.parentElement?.scrollIntoView({ block: 'center' });
      getSelection()?.setBaseAndExtent(a.node, a.offset, b.node, b.offset + 1);
      return true;
    },
    [from, to, skip] as const,
  );
  if (!found) throw new Error(`“${from}” … “${to}” is not on ${page.url()}`);
}

/** Plays the page's audio or video from `seconds` on; resolves once it is really playing. */
export async function playFrom(page: Page, seconds: number): Promise<void> {
  const currentTime = () =>
    page.evaluate(
      () => document.querySelector<HTMLMediaElement>('audio, video')?.currentTime ?? -1,
    );
  await page.evaluate(async (at) => {
    const player = document.querySelector<HTMLMediaElement>('audio, video');
    if (!player) throw new Error('nothing to play');
    player.currentTime = at;
    await player.play();
  }, seconds);
  await until('the player to move', async () => (await currentTime()) > seconds);
}
