import { alignWords, type WordAlignment } from './align-words';
import type { TranscriptIndex } from './index-transcript';
import { lineHead } from './line-head';
import { mainSpeaker } from './main-speaker';
import { spokenWords } from './spoken-words';
import { timeInCue } from './time-in-cue';
import { votedOffsets } from './voted-offsets';

export interface AlignedQuote {
  /** Seconds; absent where the transcript has no times. */
  readonly start?: number;
  readonly end?: number;
  /** The cues that hold it, from the first to the last. */
  readonly cueFrom: number;
  readonly cueTo: number;
  /** Who says most of it, where the transcript names anybody. */
  readonly speaker?: string;
  /** How much of what the quote says stands there too, from 0 to 1. */
  readonly score: number;
}

/** What a word that is nowhere in the transcript would have said, in bits. */
const unknownBits = 9;
/**
 * A match must say more than chance finds in so many words: by so much when all of the quote stands
 * there, and by so much when it differs, since a common turn of phrase is no chance.
 */
const surplusExact = 6;
const surplus = 20;
/**
 * What must stand there of a quote: less than half of a long one, more of a short one, and most of
 * one so short that it may be a turn of phrase with another subject.
 */
const leastShare = 0.4;
const shortShare = 2;
const phrase = 6;
const phraseShare = 0.76;
/**
 * Where the words were heard at a known time, few words can be said near it by chance, and a quote may
 * differ more: within so many seconds of it, by so much, and of so large a share.
 */
const closeBy = 120;
const surplusNear = 8;
const shareNear = 0.6;
/** Of quick speech. */
const wordsASecond = 3;
/** In letters. A longer quote is found by its beginning and its end. */
const longestWhole = 3_000;
const longestPart = 1_500;
/** Where words were left out of a quote on purpose, and how long that may have been, in seconds. */
const omission = /[[(]?(?:\u2026|\.\.\.)[\])]?/;
const longestOmission = 600;
const hasWords = /[\p{L}\p{N}]/u;

/**
 * Finds where a quote was said, though the words differ: fillers and punctuation are no matter,
 * numbers may be written either way, some words may be added, left out or replaced. Times lie within
 * a cue in proportion to its letters. `near` is a time in seconds about which the words were heard: of
 * places that fit equally well the nearest to it, or else the first, and close to it a short quote may
 * differ more. Null where nothing fits, and for words too few or too common to tell.
 */
export function alignQuote(
  index: TranscriptIndex,
  quote: string,
  near?: number,
): AlignedQuote | null {
  if (quote.length > longestWhole) {
    const ends = [quote.slice(0, longestPart), quote.slice(-longestPart)] as const;
    return betweenParts(index, ends, near, Infinity);
  }
  // Marks at its ends say that a quote is cut there; nothing of it was left out.
  const parts = quote.split(omission).filter((part) => hasWords.test(part));
  if (parts.length > 1) {
    const ends = [parts[0] ?? '', parts.at(-1) ?? ''] as const;
    const parted = betweenParts(index, ends, near, longestOmission);
    if (parted) return parted;
  }
  const found = place(index, quoteKinds(index, quote), near);
  return found && described(index, found, found);
}

function betweenParts(
  index: TranscriptIndex,
  [first, last]: readonly [string, string],
  near: number | undefined,
  longest: number,
): AlignedQuote | null {
  const start = place(index, quoteKinds(index, first), near);
  const end = place(index, quoteKinds(index, last), near);
  if (!start || !end || end.last < start.first) return null;
  const [from, to] = [timeOf(index, start.last), timeOf(index, end.first)];
  const isTooLong = from !== undefined && to !== undefined && to - from > longest;
  return isTooLong ? null : described(index, start, end);
}

/** The kinds of the quote's words, -1 for those that nobody says; names and times of lines are left out. */
function quoteKinds({ kindOf, speakers }: TranscriptIndex, quote: string): Int32Array {
  const said = quote.split('\n').map((line) => {
    const { start, name, rest } = lineHead(line);
    return start !== undefined || (name !== undefined && speakers.has(name)) ? rest : line;
  });
  return Int32Array.from(spokenWords(said.join('\n')), ({ word }) => kindOf.get(word) ?? -1);
}

interface Place extends WordAlignment {
  /** Of what the quote says. */
  readonly share: number;
}

function place(index: TranscriptIndex, words: Int32Array, near: number | undefined): Place | null {
  let whole = 0;
  for (const kind of words) whole += kind < 0 ? unknownBits : (index.bits[kind] ?? 0);
  const chance = Math.log2(index.kinds.length + 1);
  const share =
    words.length <= phrase
      ? phraseShare
      : leastShare + ((1 - leastShare) * shortShare) / words.length;
  const least = Math.min(whole, Math.max(chance + surplus, whole * share));
  if (whole < chance + surplusExact) return null;
  const window = Math.log2(closeBy * 2 * wordsASecond);
  const leastNear = Math.min(least, Math.max(window + surplusNear, whole * shareNear));
  const slack = 6 + Math.ceil(words.length / 4);
  let best: Place | null = null;
  let bestBy = Infinity;
  for (const offset of votedOffsets(index, words)) {
    const found = alignWords(words, index.kinds, index.bits, offset, slack);
    if (!found || found.score < (best?.score ?? 0)) continue;
    const time = near === undefined ? undefined : timeOf(index, found.first);
    // Words without a time are close to none.
    const away = near === undefined || time === undefined ? Infinity : Math.abs(time - near);
    const by = near === undefined ? found.first : away;
    const isClose = away <= closeBy;
    if (found.score < (isClose ? leastNear : least)) continue;
    if (best && found.score === best.score && by >= bestBy) continue;
    best = { ...found, share: found.score / whole };
    bestBy = by;
  }
  return best;
}

function timeOf(index: TranscriptIndex, word: number): number | undefined {
  return timeInCue(index.cues, index.cueOf[word] ?? 0, index.froms[word] ?? 0);
}

function described(index: TranscriptIndex, from: Place, to: Place): AlignedQuote {
  const cueFrom = index.cueOf[from.first] ?? 0;
  const cueTo = index.cueOf[to.last] ?? 0;
  const start = timeInCue(index.cues, cueFrom, index.froms[from.first] ?? 0);
  const end = timeInCue(index.cues, cueTo, index.tos[to.last] ?? 1);
  const shares = Array.from(index.cueOf.subarray(from.first, to.last + 1), (cue) => ({
    speaker: index.cues[cue]?.speaker,
    share: 1,
  }));
  const speaker = mainSpeaker(shares);
  return {
    ...(start !== undefined && { start, ...(end !== undefined && { end: Math.max(start, end) }) }),
    cueFrom,
    cueTo,
    ...(speaker !== undefined && { speaker }),
    score: Math.min(from.share, to.share),
  };
}
