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
import { describeQuote } from './core/annotation/describe-quote';
import { ok, type Result } from './core/result';
import type { PageSelection, PageSnapshot, Passage } from './core/source/snapshot';
import { ports } from './wire';

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

  const captured = await captureOnce(ports, { snapshot, what, ...(into && { into }) });
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
    case 'selection':
    case 'page':
      return ok({ snapshot, what: { kind: wanted.kind } });
    case 'typed': {
      const { quote, at } = wanted;
      if (at) return ok({ snapshot, what: { kind: 'located', selection: at } });
      return ok({ snapshot, what: { kind: 'typed', quote } });
    }
    case 'passage': {
      const { passage } = wanted;
      const found = await ports.pages.locate(tabId, passage.text);
      const selection = (found.ok && found.value) || describePassage(snapshot, passage);
      return ok({ snapshot, what: { kind: 'located', selection } });
    }
    case 'last-30-seconds': {
      // The player has moved on since the page was read, and the cues were not asked for then.
      const now = await ports.pages.readPage(tabId, { cues: 'recent' });
      if (!now.ok) return now;
      return ok({ snapshot: now.value, what: { kind: 'recent', seconds: 30 } });
    }
  }
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
