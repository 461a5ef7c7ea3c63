import type { Cue } from '../core/source/snapshot';

// Each stops at the next `<`, so that a cue full of broken tags is read in one pass.
const voice = /<v(?:\.[^\s<>]*)?\s([^<>]*)>/gi;
const tag = /<[^<>]*>/g;

/** As many as a snapshot holds, and the longest text of all of them together. */
const mostCues = 5_000;
const mostCharacters = 2_000_000;
const longestPayload = 20_000;

/** The spoken text of one cue of a text track, as WebVTT writes it (https://www.w3.org/TR/webvtt1/). */
interface CuePayload {
  readonly text: string;
  readonly speaker?: string;
}

/** Parts a cue's payload by its voice spans; other tags go, character references are read. */
export function readCuePayload(payload: string): CuePayload[] {
  const spans = [...payload.matchAll(voice)];
  const parts: CuePayload[] = [];
  const add = (text: string, speaker?: string): void => {
    const words = plain(text);
    if (words !== '') parts.push(speaker ? { text: words, speaker } : { text: words });
  };
  add(payload.slice(0, spans[0]?.index ?? payload.length));
  for (const [number, span] of spans.entries()) {
    const from = span.index + span[0].length;
    const speaker = plain(span[1] ?? '').slice(0, 400);
    const rest = payload.slice(from, spans[number + 1]?.index ?? payload.length);
    const close = rest.search(/<\/v\s*>/i);
    add(close === -1 ? rest : rest.slice(0, close), speaker);
    if (close !== -1) add(rest.slice(close));
  }
  return parts;
}

const references: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  nbsp: ' ',
  lrm: '',
  rlm: '',
  quot: '"',
};

function plain(text: string): string {
  return text
    .replace(tag, '')
    .replace(/&(amp|lt|gt|nbsp|lrm|rlm|quot);/g, (_whole, name: string) => references[name] ?? '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 10_000);
}

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
    for (const part of readCuePayload(String(cue.text).slice(0, longestPayload))) {
      characters += part.text.length;
      if (characters > mostCharacters) return cues;
      cues.push({ start, end: Math.max(start, end), ...part });
    }
  }
  return cues.slice(0, mostCues);
}
