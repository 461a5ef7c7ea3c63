/** Clips what a person points at in the popup or the side panel. */
import type {
  Belonging,
  Clipping,
  PageInView,
  SavedClip,
  SurfaceFailure,
} from '../components/surface/surface-api';
import type { CaptureRequest } from './actions/capture-clip';
import { captureOnce } from './actions/capture-once';
import { transcriptOf } from './actions/transcript-of';
import { describeQuote } from './core/annotation/describe-quote';
import { ok, type Result } from './core/result';
import { pageKey } from './core/source/page-key';
import type { PageSelection, PageSnapshot, Passage } from './core/source/snapshot';
import { ports } from './wire';
import { episodeInTime, listening, transcripts } from './wire-spoken';

/**
 * Stores the clip and what belongs to it. Words that are clipped already are not clipped twice,
 * unless they go to an insight that the person named.
 */
export async function clipFrom(
  page: PageInView,
  wanted: Clipping,
  into?: Belonging,
): Promise<Result<SavedClip, SurfaceFailure>> {
  const { store } = ports;
  const request = await requestOf(page, wanted);
  if (!request.ok) return request;
  const { snapshot, what } = request.value;
  const transcript = await transcriptOf(transcripts, pageKey(snapshot), () =>
    what.kind === 'page' ? Promise.resolve(undefined) : episodeInTime(page.tabId),
  );

  const captured = await captureOnce(ports, { snapshot, what, transcript, ...(into && { into }) });
  if (!captured.ok) return captured;
  const { clip } = captured.value;
  if (!captured.value.again) return ok({ clip, draftKey: captured.value.draft?.key });
  const insight = await store.getInsight(clip.insightKey);
  const draftKey = insight?.status === 'draft' ? insight.key : undefined;
  return ok({ clip, draftKey, again: true });
}

/** What to clip in the words of the action, and the snapshot that holds it. */
async function requestOf(
  { tabId, snapshot }: PageInView,
  wanted: Clipping,
): Promise<Result<Pick<CaptureRequest, 'snapshot' | 'what'>, SurfaceFailure>> {
  switch (wanted.kind) {
    case 'page':
      return ok({ snapshot, what: { kind: 'page' } });
    case 'selection':
      return ok({ snapshot: await withPlayer(tabId, snapshot), what: { kind: 'selection' } });
    case 'typed': {
      const { quote, at } = wanted;
      const spoken = await withPlayer(tabId, snapshot);
      if (at) return ok({ snapshot: spoken, what: { kind: 'located', selection: at } });
      return ok({ snapshot: spoken, what: { kind: 'typed', quote } });
    }
    case 'passage': {
      const { passage } = wanted;
      const found = await ports.pages.locate(tabId, passage.text);
      const selection = (found.ok && found.value) || describePassage(snapshot, passage);
      const spoken = await withPlayer(tabId, snapshot);
      return ok({ snapshot: spoken, what: { kind: 'located', selection } });
    }
    case 'recent': {
      // The player has moved on since the page was read.
      const now = await ports.pages.readPage(tabId);
      if (!now.ok) return now;
      const seconds = await listening.recentSeconds();
      return ok({ snapshot: now.value, what: { kind: 'recent', seconds } });
    }
  }
}

/**
 * The snapshot with what the player does now. A page that cannot be read any more, or has moved on,
 * stays as it was seen.
 */
async function withPlayer(tabId: number, snapshot: PageSnapshot): Promise<PageSnapshot> {
  const now = await ports.pages.readPage(tabId);
  if (!now.ok || now.value.url !== snapshot.url) return snapshot;
  const { playback: _before, ...rest } = snapshot;
  const { playback } = now.value;
  return playback ? { ...rest, playback } : rest;
}

/** The passage as the snapshot knows it, for a page that has changed since it was read. */
function describePassage(
  { text }: PageSnapshot,
  { start, end, text: words }: Passage,
): PageSelection {
  const described = describeQuote(text, start, end);
  const exact = described?.quote.exact ?? words;
  return {
    exact,
    selector: described
      ? [described.quote, described.position]
      : [{ type: 'TextQuoteSelector', exact }],
    paragraph: words.slice(0, 20_000),
  };
}
