/** Clips something of a page: a selection, located or typed words, the page, or what was just said. */
import type { Selector } from '../core/annotation/selector';
import { verifyQuote } from '../core/annotation/verify-quote';
import { writeTimeFragment } from '../core/annotation/time-fragment';
import type { Clip, ClipRole } from '../core/insight/clip';
import { draftFromSnapshot } from '../core/insight/draft-from-snapshot';
import { err, ok, type Result } from '../core/result';
import { cleanUrl } from '../core/source/canonical-url';
import type { PageMetadata } from '../core/source/metadata';
import { pageKey } from '../core/source/page-key';
import type { PageSelection, PageSnapshot } from '../core/source/snapshot';
import { momentOfQuote } from '../core/transcript/moment-of-quote';
import { wordsOfStretch } from '../core/transcript/words-of-stretch';
import type { Transcript } from '../core/transcript/transcript';
import type { Capture, Clock, NewId, NoteStore, StorageFailure } from './ports';

export interface CapturePorts {
  readonly store: NoteStore;
  readonly clock: Clock;
  readonly newId: NewId;
}

export type SpokenWords = Pick<Clip, 'quote' | 'origin' | 'speaker' | 'time'>;

export interface CaptureRequest {
  readonly snapshot: PageSnapshot;
  readonly what:
    | { readonly kind: 'selection' }
    /** Words a person typed, found on the page. */
    | { readonly kind: 'located'; readonly selection: PageSelection }
    /** Words a person typed that the page does not have. */
    | { readonly kind: 'typed'; readonly quote: string }
    | { readonly kind: 'page' }
    /** The last so many seconds of what is playing. */
    | { readonly kind: 'recent'; readonly seconds: number }
    /** From a mark, in the player's seconds, to where it is now. */
    | { readonly kind: 'since'; readonly mark: number }
    /** Words that a person chose in a transcript. */
    | { readonly kind: 'spoken'; readonly words: SpokenWords };
  /** What is said in the episode, voices named as far as they are: one that was kept, or the page's. */
  readonly transcript?: Transcript | undefined;
  readonly note?: string;
  /** The insight the clip goes to; without it, or when it is gone, the clip starts a draft. */
  readonly into?: { readonly insightKey: string; readonly role: ClipRole };
}

/** Why nothing was clipped. */
export type CaptureFailure =
  | { readonly kind: 'nothing-selected' }
  /** What is selected stands in a frame of another origin, of which the browser tells nothing. */
  | { readonly kind: 'selection-elsewhere' }
  | { readonly kind: 'nothing-playing' }
  /** What plays now is no part of the episode. */
  | { readonly kind: 'advert-playing' }
  /** In a frame of another origin, of which the browser tells nothing. */
  | { readonly kind: 'player-elsewhere' }
  | StorageFailure;

type Words = Pick<Clip, 'quote' | 'origin' | 'paragraph' | 'speaker' | 'time' | 'verified'> & {
  readonly selector: readonly Selector[];
};

/**
 * Makes the clip, its source and, unless it goes to an insight there is, its draft, and resolves
 * once all of them are on the disk. A quote carries the time it was said at: see `momentOfQuote`.
 */
export async function captureClip(
  { store, clock, newId }: CapturePorts,
  { snapshot, what, note = '', into, transcript }: CaptureRequest,
): Promise<Result<Capture, CaptureFailure>> {
  const words = wordsOf(snapshot, what, transcript);
  if (!words.ok) return words;
  const { selector, ...rest } = words.value;
  const at = clock.now();
  const url = withoutTracking(snapshot.url);
  const metadata = withCleanAddress(snapshot.metadata);
  const key = pageKey(snapshot);
  const given = into && (await store.getInsight(into.insightKey));
  const insightKey = given?.key ?? newId();

  const capture: Capture = {
    source: { key, url, metadata, firstSeenAt: at, lastSeenAt: at },
    clip: {
      id: newId(),
      sourceKey: key,
      insightKey,
      role: (given && into?.role) ?? 'evidence',
      ...rest,
      // Eight is what a target holds; the time comes last and must not be the one to fall out.
      target: { source: url, selector: [...selector.slice(0, 7), ...timeSelector(rest.time)] },
      note,
      capturedAt: at,
    },
    ...(!given && {
      draft: draftFromSnapshot({
        snapshot,
        quote: rest.quote,
        ...(rest.speaker !== undefined && { speaker: rest.speaker }),
        key: insightKey,
        at,
        today: clock.today(),
      }),
    }),
  };
  const saved = await store.saveCapture(capture);
  return saved.ok ? ok(capture) : saved;
}

/** The address as it is kept: how a person came there is nobody's business, later least of all. */
function withoutTracking(address: string): string {
  return cleanUrl(address) ?? address;
}

function withCleanAddress(metadata: PageMetadata): PageMetadata {
  const { canonicalUrl } = metadata;
  if (!canonicalUrl) return metadata;
  const value = withoutTracking(canonicalUrl.value);
  return { ...metadata, canonicalUrl: { ...canonicalUrl, value } };
}

function wordsOf(
  snapshot: PageSnapshot,
  what: CaptureRequest['what'],
  transcript: Transcript | undefined,
): Result<Words, CaptureFailure> {
  const selected = ({ exact: quote, selector, paragraph }: PageSelection) => {
    const verified = verifyQuote(quote, snapshot.text);
    const at = selector.find(({ type }) => type === 'TextPositionSelector');
    const offset = at?.type === 'TextPositionSelector' ? at.start : undefined;
    const moment = momentOfQuote(quote, { snapshot, transcript, offset });
    return { quote, selector, paragraph, verified, ...moment };
  };
  switch (what.kind) {
    case 'selection':
      return snapshot.selection
        ? ok({ ...selected(snapshot.selection), origin: 'selected' })
        : err({ kind: snapshot.focusElsewhere ? 'selection-elsewhere' : 'nothing-selected' });
    case 'located':
      return ok({ ...selected(what.selection), origin: 'located' });
    case 'typed': {
      const quote = what.quote.trim();
      if (quote === '') return err({ kind: 'nothing-selected' });
      const verified = verifyQuote(quote, snapshot.text);
      const moment = momentOfQuote(quote, { snapshot, transcript });
      return ok({ quote, origin: 'typed', selector: [], verified, ...moment });
    }
    case 'page':
      return ok({ quote: '', origin: 'page', selector: [] });
    case 'recent':
      return heard(snapshot, (now) => now - what.seconds, transcript);
    case 'since':
      return heard(snapshot, () => what.mark, transcript);
    case 'spoken':
      return ok({ ...what.words, selector: [] });
  }
}

/** What was heard from a moment, in the player's seconds, to now, or from now to it where it is ahead. */
function heard(
  { playback, metadata, playersElsewhere = [] }: PageSnapshot,
  from: (now: number) => number,
  transcript: Transcript | undefined,
): Result<Words, CaptureFailure> {
  if (!playback || (playback.currentTime === 0 && !playback.playing)) {
    return err({ kind: playersElsewhere.length > 0 ? 'player-elsewhere' : 'nothing-playing' });
  }
  if (playback.advert) return err({ kind: 'advert-playing' });
  const now = playback.currentTime;
  const mark = Math.max(0, from(now));
  const stretch = { start: Math.min(mark, now), end: Math.max(mark, now), playedAt: now };
  return ok({ ...wordsOfStretch(stretch, transcript, metadata.language?.value), selector: [] });
}

function timeSelector(time: Clip['time']): Selector[] {
  return time ? [writeTimeFragment(time.start, time.end)] : [];
}
