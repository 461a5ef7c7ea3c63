/** Which of the insights that may meet a query do, and how well. */
import { unlistedShare } from './background';
import { rarity } from './features';
import { librarySize, type MatchIndex } from './match-index';
import { exactly, levels, mended, type Atom } from './search-atoms';
import type { Holders } from './search-candidates';
import type { Lexicon } from './search-lexicon';
import {
  inClaim,
  inTitle,
  needsReading,
  prepareReading,
  readInsight,
  zones,
  type Reading,
} from './search-read';

/** What is asked: atoms, and by atom who may meet it. */
export interface Asked {
  readonly atoms: readonly Atom[];
  readonly holders: readonly Holders[];
}

export interface Ranked {
  readonly slot: number;
  readonly score: number;
  readonly words: readonly string[];
}

export interface Ranking {
  /** Best first, equals by key. */
  readonly ranked: readonly Ranked[];
  /** By atom: whether an insight met it by a mended word alone. */
  readonly isMended: readonly boolean[];
}

/** By level: what a word counts for that stands there as asked, completed, mended, not at all. */
const levelWeights = [1, 0.6, 0.3, 0] as const;
const titleWeight = 3;
const claimWeight = 1;
/** What counts for how much of an insight is about a word, and the impact that is half of all. */
const aboutWeight = 0.5;
const halfImpact = 100;
/** Scores are whole numbers of this part of one, so that equal ones are equal. */
const scoreUnit = 1 << 12;
/** More insights than any library has: the order among equals has room below a score. */
const mostKeys = 2 ** 24;

const weightOf = (level: number): number => levelWeights[level] ?? 0;

/** The level at which the text of a slot meets an atom. */
function textLevel({ atoms, holders }: Asked, reading: Reading, at: number, slot: number): number {
  const held = holders[at]?.texts[slot] ?? levels;
  const atom = atoms[at];
  if (held === levels || atom === undefined || !needsReading(atom)) return held;
  let best = levels;
  for (let zone = 0; zone < zones; zone += 1) {
    best = Math.min(best, reading.level[at * zones + zone] ?? levels);
  }
  return best;
}

function worth(reading: Reading, at: number, best: number, impact: number): number {
  const title = weightOf(reading.level[at * zones + inTitle] ?? levels);
  const claim = weightOf(reading.level[at * zones + inClaim] ?? levels);
  const about = (aboutWeight * impact) / (impact + halfImpact);
  return titleWeight * title + claimWeight * claim + weightOf(best) * (1 + about);
}

/** How many of the wanted atoms a slot may meet; -1 where it holds an excluded word for sure. */
function countPossible({ atoms, holders }: Asked, slot: number): number {
  let possible = 0;
  for (let at = 0; at < atoms.length; at += 1) {
    const atom = atoms[at];
    const held = holders[at];
    if (atom === undefined || held === undefined) continue;
    const isText = held.texts[slot] !== levels;
    const isLabel = held.labels[slot] !== levels;
    if (!atom.isExcluded) possible += Number(isText || isLabel);
    else if (isLabel || (isText && !needsReading(atom))) return -1;
  }
  return possible;
}

/**
 * Ranks the insights (of the slots that fit) that meet as many of the wanted atoms as any does, and at
 * least `least`, and none of the excluded ones.
 */
export function rankInsights(
  index: MatchIndex,
  lexicon: Lexicon,
  asked: Asked,
  least: number,
  fits: Uint8Array,
): Ranking {
  const { atoms, holders } = asked;
  const reading = prepareReading(atoms, lexicon, index.vocabulary.size);
  const rarities = holders.map(({ count }) => rarity(count, librarySize(index), unlistedShare));
  const isMended = atoms.map(() => false);
  const { slotsByKey } = lexicon;
  /** In the order they are found: the order's place, below the score. */
  let found: number[] = [];
  const words: (readonly string[])[] = [];
  let most = least;

  for (let place = 0; place < slotsByKey.length; place += 1) {
    const slot = slotsByKey[place] ?? 0;
    if (fits[slot] === 0 || countPossible(asked, slot) < most) continue;
    if (atoms.length > 0) readInsight(index.documents, reading, slot);
    let met = 0;
    let score = 0;
    let isOut = false;
    for (let at = 0; at < atoms.length; at += 1) {
      const atom = atoms[at];
      const held = holders[at];
      if (atom === undefined || held === undefined) continue;
      const text = textLevel(asked, reading, at, slot);
      const best = Math.min(text, held.labels[slot] ?? levels);
      if (best === levels) continue;
      if (atom.isExcluded) isOut = true;
      met += 1;
      score += (rarities[at] ?? 0) * worth(reading, at, best, held.impacts[slot] ?? 0);
      isMended[at] ||= best === mended;
      // Beyond title and claim a single word was not read, only known to be there.
      const [only] = atom.words;
      if (
        text === exactly &&
        !needsReading(atom) &&
        only !== undefined &&
        !reading.words.includes(only)
      ) {
        reading.words.push(only);
      }
    }
    if (isOut || met < most) continue;
    if (met > most) {
      most = met;
      found = [];
      isMended.fill(false);
    }
    found.push(Math.round(score * scoreUnit) * mostKeys + (mostKeys - 1 - place));
    words[place] = reading.words;
  }
  const sorted = Float64Array.from(found, (value) => -value).sort();
  const ranked = Array.from(sorted, (below) => {
    const value = -below;
    const place = mostKeys - 1 - (value % mostKeys);
    const score = Math.floor(value / mostKeys) / scoreUnit;
    return { slot: slotsByKey[place] ?? 0, score, words: words[place] ?? [] };
  });
  return { ranked, isMended };
}
