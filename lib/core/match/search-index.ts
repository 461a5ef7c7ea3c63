/** Searching the library over the match index: what is typed, answered while it is typed. */
import type { MatchIndex } from './match-index';
import { atomMaker, mended, type Atom, type Mending } from './search-atoms';
import { holdersOf } from './search-candidates';
import { lexiconOf, type Lexicon } from './search-lexicon';
import type { SearchQuery } from './search-query';
import { rankInsights, type Asked } from './search-rank';
import { facetTest, recordsBySlot, type SearchRecord } from './search-records';

/** An insight that was found. */
export interface SearchHit {
  readonly key: string;
  /** The more the better; comparable within one answer only. 0 where nothing ranks. */
  readonly score: number;
  /**
   * The words that its title and claim meet the query by, as the library writes them, and those that
   * stand elsewhere in it just as they were asked.
   */
  readonly words: readonly string[];
}

/** A word that nothing fits, and the close ones that were taken in its place, at most five. */
export interface MendedWord {
  readonly typed: string;
  readonly words: readonly string[];
}

/** What a search found. Plain data, so that it can come from a worker. */
export interface SearchAnswer {
  /** Best first, equals by key. */
  readonly hits: readonly SearchHit[];
  /** False where the query says nothing to rank by: it is empty, or filters and leaves out only. */
  readonly isRanked: boolean;
  /** Something was typed, and nothing of it can be searched for: signs, emoji, stop words. */
  readonly asksNothing: boolean;
  readonly mended: readonly MendedWord[];
  /** Words that nothing fits, not even nearly; the hits are those that fit most of the others. */
  readonly missing: readonly string[];
}

export interface SearchOptions {
  /** Records by key, in a map that does not change afterwards. An insight without one fits no facet, and is not found by its labels. */
  readonly records?: ReadonlyMap<string, SearchRecord>;
}

const mostShown = 5;
const noRecords: ReadonlyMap<string, SearchRecord> = new Map();

function mendedWords(atom: Atom, lexicon: Lexicon): MendedWord[] {
  return atom.steps.flatMap((accepted, step) => {
    const terms = [...accepted].filter(([, level]) => level === mended).map(([term]) => term);
    const words = terms.slice(0, mostShown).flatMap((term) => lexicon.written.get(term) ?? []);
    return words.length > 0 ? { typed: atom.words[step] ?? '', words } : [];
  });
}

/** A stop word that is still being typed: it may become another word. */
function isStopWord({ terms, steps }: Atom): boolean {
  return steps.length === 1 && terms[0] === '';
}

/** What counts of the atoms: stop words only where nothing else is asked and something begins so. */
function withoutStopWords(atoms: readonly Atom[]): Atom[] {
  const others = atoms.filter((atom) => !isStopWord(atom));
  if (others.some(({ isExcluded }) => !isExcluded)) return others;
  return atoms.filter((atom) => !isStopWord(atom) || atom.steps[0]?.size !== 0);
}

/**
 * Searches an index. An insight is found when it has every word (whatever its English ending), phrase
 * and run of characters, in the fields asked, and none of those left out. The last word may be the
 * beginning of one. A word that nothing fits stands for those closest to it; where the words are all
 * known but never together, each stands for those one slip away too. Where a word has nothing close
 * either, the insights that have most of the others are found, and the answer says so.
 *
 * Pure; the answer does not depend on the order in which the index was filled, saved or loaded.
 */
export function searchInsights(
  index: MatchIndex,
  query: SearchQuery,
  { records = noRecords }: SearchOptions = {},
): SearchAnswer {
  const lexicon = lexiconOf(index);
  const bySlot = recordsBySlot(lexicon, records);
  const test = facetTest(query.facets);
  const fits = Uint8Array.from(bySlot, (record) =>
    Number(query.facets.length === 0 || (record !== undefined && test(record))),
  );
  const make = atomMaker(index, lexicon);
  const ask = (mending: Mending): Asked => {
    const atoms = withoutStopWords(query.texts.flatMap((part) => make(part, mending)));
    return { atoms, holders: atoms.map((atom) => holdersOf(index, atom, bySlot)) };
  };

  let asked = ask('where needed');
  const wanted = asked.atoms.filter(({ isExcluded }) => !isExcluded).length;
  const missing = asked.atoms.filter(
    ({ steps, compound, isExcluded }, at) =>
      !isExcluded &&
      asked.holders[at]?.count === 0 &&
      compound.size === 0 &&
      steps.some(({ size }) => size === 0),
  );
  let ranking = rankInsights(index, lexicon, asked, missing.length > 0 ? 1 : wanted, fits);
  if (ranking.ranked.length === 0 && missing.length === 0 && wanted > 0) {
    const wider = ask('also');
    const widerRanking = rankInsights(index, lexicon, wider, wanted, fits);
    if (widerRanking.ranked.length > 0) [asked, ranking] = [wider, widerRanking];
  }
  return {
    hits: ranking.ranked.map(({ slot, score, words }) => ({
      key: lexicon.keys[slot] ?? '',
      score,
      words,
    })),
    isRanked: wanted > 0,
    asksNothing: asked.atoms.length === 0 && query.texts.length > 0 && query.facets.length === 0,
    mended: asked.atoms.flatMap((atom, at) =>
      ranking.isMended[at] === true ? mendedWords(atom, lexicon) : [],
    ),
    missing: missing.map(({ typed }) => typed),
  };
}
