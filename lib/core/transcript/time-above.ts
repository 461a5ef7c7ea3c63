import { parseTime } from './format-time';

/** As far above the words as a time is looked for, in letters: some minutes of speech. */
const farthest = 10_000;
const time = /(?:^|[\s([])(\d{1,3}:[0-5]\d(?::[0-5]\d)?)(?=$|[\s)\]:,.\u2013\u2014-])/g;

/**
 * The time in seconds that stands nearest above a place in a page's text, as show notes and printed
 * transcripts write it: `(00:12:34)`, `[12:34]`, `12:34`. A mark inside a sentence such as
 * `[inaudible 00:00:42]` counts too: the words below it were said no earlier. Undefined when there is none.
 */
export function timeAbove(text: string, offset: number): number | undefined {
  const above = text.slice(Math.max(0, offset - farthest), offset);
  const last = [...above.matchAll(time)].at(-1);
  return last && parseTime(last[1] ?? '');
}
