import type { Selector } from '../core/annotation/selector';
import type { Clip } from '../core/insight/clip';
import { pageKey } from '../core/source/page-key';
import type { PageSnapshot } from '../core/source/snapshot';
import type { CaptureRequest } from './capture-clip';
import type { NoteStore } from './ports';

/**
 * The clip outside the trash that already holds what is to be clipped: the same words of the same
 * source, in the same place where both say which, be it of the text or of the transcript, or the page
 * itself. Undefined when there is none; the last seconds are new each time.
 */
export async function findSameClip(
  store: NoteStore,
  snapshot: PageSnapshot,
  what: CaptureRequest['what'],
): Promise<Clip | undefined> {
  const wanted = wantedWords(snapshot, what);
  if (!wanted) return undefined;
  const clips = await store.clipsOfSource(pageKey(snapshot));
  if (what.kind === 'page') return clips.find(({ origin }) => origin === 'page');
  return clips.find(
    ({ quote, target, time }) =>
      quote !== '' &&
      fold(quote) === fold(wanted.quote) &&
      !saidApart(time, wanted.time) &&
      !standApart(context(target.selector), context(wanted.selector)),
  );
}

interface WantedWords {
  readonly quote: string;
  readonly selector: readonly Selector[];
  readonly time?: Clip['time'];
}

function wantedWords(
  { selection }: PageSnapshot,
  what: CaptureRequest['what'],
): WantedWords | undefined {
  switch (what.kind) {
    case 'selection':
      return selection && { quote: selection.exact, selector: selection.selector };
    case 'located':
      return { quote: what.selection.exact, selector: what.selection.selector };
    case 'typed':
      return { quote: what.quote, selector: [] };
    case 'page':
      return { quote: '', selector: [] };
    case 'spoken':
      return { quote: what.words.quote, selector: [], time: what.words.time };
    case 'recent':
    case 'since':
      return undefined;
  }
}

/** The text before and after the words, if the selectors know it. */
function context(selectors: readonly Selector[]): string | undefined {
  const quote = selectors.find(({ type }) => type === 'TextQuoteSelector');
  if (quote?.type !== 'TextQuoteSelector') return undefined;
  const { prefix, suffix } = quote;
  return prefix === undefined && suffix === undefined ? undefined : `${prefix}\n${suffix}`;
}

/** Times of one clock that do not meet. A player's or a person's only says about when it was. */
function saidApart(a: Clip['time'], b: Clip['time']): boolean {
  if (a?.from !== 'cue' || b?.from !== 'cue' || a.clock !== b.clock) return false;
  return a.end < b.start || b.end < a.start;
}

function standApart(a: string | undefined, b: string | undefined): boolean {
  return a !== undefined && b !== undefined && fold(a) !== fold(b);
}

function fold(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
