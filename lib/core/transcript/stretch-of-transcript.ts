import { quoteOfStretch, type StretchQuote } from './quote-of-stretch';
import { cueEnd } from './time-in-cue';
import { timedCues } from './timed-cues';
import type { TranscriptCue } from './transcript';

export interface TranscriptStretch extends StretchQuote {
  /** Seconds in the transcript's time at which the quote's own words begin and end. */
  readonly start: number;
  readonly end: number;
}

/**
 * What was said from `start` to `end`, in seconds of the transcript's time, cut at the bounds of
 * sentences and to one voice as `quoteOfStretch` does, with the time of the words that are left.
 * Undefined when nothing was said there, or the transcript has no times.
 */
export function stretchOfTranscript(
  transcript: { readonly cues: readonly TranscriptCue[]; readonly language?: string | undefined },
  start: number,
  end: number,
): TranscriptStretch | undefined {
  const cues = timedCues({ cues: cuesAround(transcript.cues, start, end) });
  const quote = quoteOfStretch(cues, start, end, transcript.language);
  if (!quote) return undefined;
  const own = cues.filter(
    (cue) =>
      cue.end > start &&
      cue.start < end &&
      (quote.speaker === undefined || cue.speaker === quote.speaker),
  );
  // The quote is a part of these cues' words, white space folded.
  let said = '';
  const places = own.map((cue) => {
    const text = cue.text.replace(/\s+/g, ' ').trim();
    const from = said === '' ? 0 : said.length + 1;
    said = said === '' ? text : `${said} ${text}`;
    return { cue, from, to: from + text.length };
  });
  const from = said.indexOf(quote.text);
  const timeAt = (offset: number): number | undefined => {
    const place = places.findLast((each) => each.from <= offset);
    if (!place) return undefined;
    const share = Math.min(1, (offset - place.from) / Math.max(1, place.to - place.from));
    return place.cue.start + (place.cue.end - place.cue.start) * share;
  };
  return {
    ...quote,
    start: (from === -1 ? undefined : timeAt(from)) ?? start,
    end: (from === -1 ? undefined : timeAt(from + quote.text.length)) ?? end,
  };
}

/** Seconds before and after the stretch that show whether it begins and ends with a sentence. */
const around = 60;

/** The cues in reach, and one more, which tells where the last of them ends. */
function cuesAround(
  cues: readonly TranscriptCue[],
  start: number,
  end: number,
): readonly TranscriptCue[] {
  const first = cues.findIndex((_, at) => (cueEnd(cues, at) ?? 0) > start - around);
  const last = cues.findLastIndex((cue) => cue.start !== undefined && cue.start < end + around);
  return first === -1 ? [] : cues.slice(first, last + 2);
}
