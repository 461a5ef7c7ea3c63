import { spokenWords } from './spoken-words';
import type { TranscriptCue } from './transcript';

/** A transcript prepared for finding quotes in it. Words are numbered in the order they are said. */
export interface TranscriptIndex {
  readonly cues: readonly TranscriptCue[];
  /** By word: the number of its kind. */
  readonly kinds: Int32Array;
  /** By word: its cue, and where in the cue's text it begins and ends, from 0 to 1. */
  readonly cueOf: Int32Array;
  readonly froms: Float32Array;
  readonly tos: Float32Array;
  /** Kind of word by its sound. */
  readonly kindOf: ReadonlyMap<string, number>;
  /** Places of a kind: `places` from `placesFrom[kind]` to `placesFrom[kind + 1]`. */
  readonly places: Int32Array;
  readonly placesFrom: Int32Array;
  /** By kind: how much a match says, in bits; a word that is said all the time says little. */
  readonly bits: Float32Array;
  /** Who speaks in it. */
  readonly speakers: ReadonlySet<string>;
}

/** One chance match of a rare word must not outweigh a sentence. */
const mostBits = 12;

/** Prepares a transcript; some tens of milliseconds for three hours. */
export function indexTranscript({
  cues,
}: {
  readonly cues: readonly TranscriptCue[];
}): TranscriptIndex {
  const kinds: number[] = [];
  const cueOf: number[] = [];
  const froms: number[] = [];
  const tos: number[] = [];
  const kindOf = new Map<string, number>();
  const counts: number[] = [];
  const speakers = new Set<string>();
  for (const [at, { text, speaker }] of cues.entries()) {
    if (speaker !== undefined) speakers.add(speaker);
    const length = Math.max(1, text.length);
    for (const { word, from, to } of spokenWords(text)) {
      const kind = kindOf.get(word) ?? kindOf.size;
      if (kind === kindOf.size) kindOf.set(word, kind);
      counts[kind] = (counts[kind] ?? 0) + 1;
      kinds.push(kind);
      cueOf.push(at);
      froms.push(from / length);
      tos.push(to / length);
    }
  }
  const placesFrom = new Int32Array(counts.length + 1);
  for (const [kind, count] of counts.entries()) {
    placesFrom[kind + 1] = (placesFrom[kind] ?? 0) + count;
  }
  const next = placesFrom.slice();
  const places = new Int32Array(kinds.length);
  for (const [word, kind] of kinds.entries()) {
    const place = next[kind] ?? 0;
    places[place] = word;
    next[kind] = place + 1;
  }
  return {
    cues,
    kinds: Int32Array.from(kinds),
    cueOf: Int32Array.from(cueOf),
    froms: Float32Array.from(froms),
    tos: Float32Array.from(tos),
    kindOf,
    places,
    placesFrom,
    bits: Float32Array.from(counts, (count) =>
      // Counted against ordinary speech too, so that a short transcript does not make every word common.
      Math.min(mostBits, Math.max(1, Math.log2((kinds.length + 2_000) / (count + 1)))),
    ),
    speakers,
  };
}
