/** Where clips stand on the page in view by now, and how one is attached anew. */
import type { ClipPlaceState, PageInView, SurfaceFailure } from '../components/surface/surface-api';
import type { PageFailure } from './actions/ports';
import type { FoundClip } from './core/insight/sought-clip';
import { changedWords } from './core/annotation/changed-words';
import type { Clip } from './core/insight/clip';
import { err, ok, type Result } from './core/result';
import { ports } from './wire';

interface Asked {
  readonly clip: Clip;
  readonly resolve: (found: Result<FoundClip | undefined, PageFailure>) => void;
}

const waiting = new Map<number, Asked[]>();

/** Clips asked for in one go are looked for in one go: reading a page is most of the work. */
function find(tabId: number, clip: Clip): Promise<Result<FoundClip | undefined, PageFailure>> {
  return new Promise((resolve) => {
    const asked = waiting.get(tabId);
    if (asked) asked.push({ clip, resolve });
    else {
      waiting.set(tabId, [{ clip, resolve }]);
      queueMicrotask(() => void findAll(tabId));
    }
  });
}

async function findAll(tabId: number): Promise<void> {
  const asked = waiting.get(tabId) ?? [];
  waiting.delete(tabId);
  const sought = asked.map(({ clip: { id, target, quote } }) => ({
    id,
    selector: target.selector,
    quote,
  }));
  const found = await ports.pages.findClips(tabId, sought);
  for (const { clip, resolve } of asked) {
    resolve(found.ok ? ok(found.value.find(({ id }) => id === clip.id)) : found);
  }
}

/** Where a clip stands on the page as it is now. */
export async function clipPlace(
  { tabId }: PageInView,
  clip: Clip,
): Promise<Result<ClipPlaceState, SurfaceFailure>> {
  const answer = await find(tabId, clip);
  if (!answer.ok) return answer;
  const { state = 'missing', words = '' } = answer.value ?? {};
  if (state !== 'changed') return ok({ state });
  return ok({ state, parts: changedWords(clip.quote, words) });
}

/** Scrolls to a clip and paints it; false when it is not on the page any more. */
export function showClip(
  tabId: number,
  { target }: Clip,
): Promise<Result<boolean, SurfaceFailure>> {
  return ports.pages.showOnPage(tabId, { selector: target.selector });
}

/** Attaches a clip to what is selected in the page now; where it was before is kept. */
export async function reattach(
  page: PageInView,
  clip: Clip,
): Promise<Result<ClipPlaceState, SurfaceFailure>> {
  const { store, pages, clock } = ports;
  const now = await pages.readPage(page.tabId);
  if (!now.ok) return now;
  const { selection } = now.value;
  if (!selection) return err({ kind: 'nothing-selected' });
  // The time of a spoken clip is not changed by where its words are written.
  const times = clip.target.selector.filter(({ type }) => type === 'FragmentSelector');
  const target = {
    source: clip.target.source,
    selector: [...selection.selector.slice(0, 7), ...times],
  };
  const attached = await store.reattachClip(clip.id, target, clock.now());
  if (!attached.ok) return attached;
  if (!attached.value) return err({ kind: 'clip-gone' });
  return clipPlace(page, { ...clip, target });
}
