import type { Cue } from '../core/source/snapshot';
import { cuesOfCaption } from '../core/transcript/read-captions';

/** As many as a snapshot holds, and the longest text of all of them together. */
const mostCues = 5_000;
const mostCharacters = 2_000_000;
const longestPayload = 20_000;

/** Times in seconds. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly now: number;
  /** Where a cue ends that has no end. */
  readonly end: number;
}

/**
 * The cues of a track's list that overlap a stretch of time, in order. Of more than a snapshot holds,
 * those around `now`.
 */
export function cuesBetween(list: TextTrackCueList, { from, to, now, end: last }: Stretch): Cue[] {
  const inside = Array.from(list)
    .filter(({ startTime, endTime }) => endTime >= from && startTime <= to)
    .sort((a, b) => a.startTime - b.startTime);
  const present = inside.findIndex(({ endTime }) => endTime > now);
  const middle = present === -1 ? inside.length : present;
  const first = Math.max(0, Math.min(middle - mostCues / 2, inside.length - mostCues));
  const cues: Cue[] = [];
  let characters = 0;
  for (const cue of inside.slice(first, first + mostCues)) {
    if (!('text' in cue)) continue;
    const start = Math.max(0, cue.startTime);
    // The end of an open cue is Infinity, which no number in JSON says.
    const end = [cue.endTime, last].find(Number.isFinite) ?? start;
    const payload = String(cue.text).slice(0, longestPayload);
    for (const part of cuesOfCaption({ start, end: Math.max(start, end), payload })) {
      const text = part.text.replace(/\s+/g, ' ').trim().slice(0, 10_000);
      if (text === '') continue;
      characters += text.length;
      if (characters > mostCharacters) return cues;
      const { speaker } = part;
      cues.push({
        start: part.start ?? start,
        end: part.end ?? end,
        text,
        ...(speaker !== undefined && { speaker: speaker.slice(0, 400) }),
      });
    }
  }
  return cues.slice(0, mostCues);
}
