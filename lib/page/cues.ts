import type { Cue } from '../core/source/snapshot';

const voice = /<v(?:\.[^\s>]*)?\s+([^>]*)>/gi;

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
    .replace(/<[^>]*>/g, '')
    .replace(/&(amp|lt|gt|nbsp|lrm|rlm|quot);/g, (_whole, name: string) => references[name] ?? '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 10_000);
}

/** The cues of a track's list that overlap a stretch of time (seconds), in order. */
export function cuesBetween(list: TextTrackCueList, from: number, to: number): Cue[] {
  const cues: Cue[] = [];
  for (const cue of Array.from(list)) {
    const { startTime, endTime } = cue;
    if (endTime < from || startTime > to || !('text' in cue)) continue;
    // The end of an open cue is Infinity, which no number in JSON says.
    const end = Number.isFinite(endTime) ? endTime : to;
    for (const part of readCuePayload(String(cue.text))) {
      cues.push({ start: Math.max(0, startTime), end: Math.max(0, end), ...part });
    }
  }
  return cues.sort((a, b) => a.start - b.start).slice(0, 5_000);
}
