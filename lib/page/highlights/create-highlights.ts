import type { CompanionMessage, HighlightRequest, PageClip } from '../../core/insight/companion';
import { windowOf } from '../dom';
import { openRoots } from '../flat-tree';
import { scrollToRange } from '../highlight';
import { canPaint } from '../paint';
import { watchPageText } from '../page-text';
import { findClips } from './find-clips';
import { createNoteCard, type NoteCard } from './note-card';
import { clipAt, inReadingOrder, paintClips, type PaintedClip } from './painted-clips';

/** Milliseconds the pointer rests on painted words before their card comes. */
const hoverAfter = 250;
/** A page that goes on changing is looked at again so often at most, and so long after its last change. */
const mostLooks = 12;
const calm = 700;
/** A page that is never calm, as a clock keeps it, is not waited for longer; for each look once more. */
const patience = 2_000;

/** What does something of its own when it is pressed. */
const controls = 'a[href], button, input, select, textarea, label';

export interface Highlights {
  /** Resolves once the clips that are on the page are painted; how many of them were found. */
  ask(request: HighlightRequest): Promise<number>;
}

/**
 * Paints a page's clips and shows their notes: under a resting pointer, or one after the other by the
 * keyboard. Clips that are not on the page yet are looked for again while it changes, with a ceiling.
 */
export function createHighlights(
  document: Document,
  tell: (message: CompanionMessage) => void,
): Highlights {
  const view = windowOf(document) ?? window;
  let painted: PaintedClip[] = [];
  let card: NoteCard | undefined;
  /** The clip that was walked to last: painting anew, or a clip that comes late, loses no place. */
  let walkedTo: string | undefined;
  let running = new AbortController();
  const texts = watchPageText(document);
  let resting: number | undefined;

  const open = (clipId: string): void => {
    card?.hide();
    tell({ kind: 'companion-open', clipId });
  };

  const look = async (clips: readonly PageClip[], signal: AbortSignal): Promise<void> => {
    const found = await findClips(document, texts, clips, signal).catch((error: unknown) => {
      if (!signal.aborted) throw error;
    });
    if (!found || signal.aborted) return;
    painted = inReadingOrder(found);
    if (canPaint(document)) paintClips(document, painted);
  };

  /** Looks again while clips are missing or painted words are taken out of the page. */
  const follow = (clips: readonly PageClip[], signal: AbortSignal): void => {
    let looks = 0;
    let timer: number | undefined;
    let changedAt: number | undefined;
    const isWhole = (): boolean =>
      painted.length === clips.length && painted.every(({ ranges }) => ranges.every(isInPage));
    const observer = new MutationObserver(() => {
      if (signal.aborted || looks >= mostLooks) {
        observer.disconnect();
        return;
      }
      view.clearTimeout(timer);
      const now = performance.now();
      changedAt ??= now;
      const left = changedAt + patience * (looks + 1) - now;
      timer = view.setTimeout(
        () => {
          changedAt = undefined;
          if (signal.aborted || isWhole()) return;
          looks += 1;
          whenIdle(view, () => void look(clips, signal).then(observe));
        },
        Math.min(calm, left),
      );
    });
    const observed = new Set<Node>();
    /** A change in a shadow tree or a frame is none of the tree around it. */
    const observe = (): void => {
      if (signal.aborted) return;
      for (const root of openRoots(document)) {
        if (observed.has(root)) continue;
        observed.add(root);
        observer.observe(root, { childList: true, subtree: true, characterData: true });
      }
    };
    observe();
  };

  const step = (by: 1 | -1): void => {
    if (painted.length === 0) return;
    const at = painted.findIndex(({ clip }) => clip.id === walkedTo);
    const next = painted[(at + by + painted.length) % painted.length];
    const [first] = next?.ranges ?? [];
    if (!next || !first) return;
    walkedTo = next.clip.id;
    scrollToRange(first);
    card?.show(next, true);
  };

  const onPointerMove = (event: PointerEvent): void => {
    view.clearTimeout(resting);
    if (painted.length === 0 || card?.isInUse()) return;
    const point = { x: event.clientX, y: event.clientY };
    resting = view.setTimeout(() => {
      if (card?.isInUse()) return;
      const hit = clipAt(document, painted, point);
      if (!hit) card?.hide();
      else if (hit !== card?.shown()) card?.show(hit, false);
    }, hoverAfter);
  };

  const onClick = (event: MouseEvent): void => {
    if (!event.isTrusted || event.button !== 0 || painted.length === 0) return;
    // What a link or a control does is the page's, also around the host of a shadow tree; and whoever
    // selects words is not pressing them.
    const isOfPage = event
      .composedPath()
      .some((each) => each instanceof Element && each.matches(controls));
    if (isOfPage) return;
    if (view.getSelection()?.isCollapsed === false) return;
    const hit = clipAt(document, painted, { x: event.clientX, y: event.clientY });
    if (hit) open(hit.clip.id);
  };

  document.addEventListener('pointermove', onPointerMove, { passive: true });
  document.addEventListener('click', onClick);

  return {
    async ask(request) {
      if ('walk' in request) {
        step(1);
        return painted.length;
      }
      running.abort();
      running = new AbortController();
      const { signal } = running;
      if ('clear' in request) {
        card?.hide();
        walkedTo = undefined;
        painted = [];
        if (canPaint(document)) paintClips(document, painted);
        return 0;
      }
      const { paint: clips, labels, language, direction } = request;
      card?.hide();
      card = createNoteCard(document, { labels, language, direction, onOpen: open, onStep: step });
      painted = [];
      await look(clips, signal);
      if (clips.length > 0 && !signal.aborted) follow(clips, signal);
      return painted.length;
    },
  };
}

/** A range whose words are taken out closes up in what was around them, and one in a frame goes with it. */
function isInPage(range: Range): boolean {
  return !range.collapsed && range.startContainer.isConnected;
}

function whenIdle(view: Window, act: () => void): void {
  if (typeof view.requestIdleCallback === 'function')
    view.requestIdleCallback(act, { timeout: 2_000 });
  else view.setTimeout(act);
}
