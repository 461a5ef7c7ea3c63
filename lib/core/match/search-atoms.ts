/** A query as the index can answer it: each word, phrase or run of characters with the terms that do. */
import { matchFields } from './match';
import type { MatchIndex } from './match-index';
import { completions, type Lexicon } from './search-lexicon';
import { mendWord, slipsAllowed } from './search-mend';
import type { SearchField, TextPart } from './search-query';
import { cutRuns } from './search-scripts';
import { findTerm, type Vocabulary } from './vocabulary';
import { operatorField } from './weigh-document';
import { fold } from './known-words';
import { scanWords } from './words';

/** How a word was met: as asked (by its stem), by a word that begins so, by a close one. */
export const exactly = 0;
export const completed = 1;
export const mended = 2;
export const levels = 3;

/** The terms that one word of a query accepts, by how. */
export type Accepted = ReadonlyMap<number, number>;

/** One thing that is asked of the text: it is met where all its steps stand side by side. */
export interface Atom {
  /** As typed: what is said about it. */
  readonly typed: string;
  readonly isExcluded: boolean;
  /** The bits of the fields (sentence marks) that it may stand in. */
  readonly fields: number;
  readonly field: SearchField | undefined;
  /** The words, folded, stop words left out, and the term of each. */
  readonly words: readonly string[];
  readonly terms: readonly string[];
  readonly isPrefix: boolean;
  /** Whether stop words stood between the words. */
  readonly hasGaps: boolean;
  /** By word; of a run, by character, and then in any order. */
  readonly steps: readonly Accepted[];
  /** What meets the whole atom at once: "frontend" where "front-end" was asked. */
  readonly compound: Accepted;
  /** Characters of a script without spaces, which must stand together in a sentence. */
  readonly run: string;
}

const anyField = -1;
/** The words of a phrase that are looked at: as many as bits fit a number. */
const longestPhrase = 30;
/** The most close words that are tried for a mistyped one. */
const mostMended = 12;

function fieldBits(field: SearchField | undefined): number {
  if (field === undefined) return anyField;
  return 1 << (field === 'operator' ? operatorField : matchFields.indexOf(field));
}

/** A term's number where a live insight holds it, else -1. */
function liveTerm(vocabulary: Vocabulary, term: string): number {
  const number = findTerm(vocabulary, term);
  return (vocabulary.holding[number] ?? 0) > 0 ? number : -1;
}

interface Word {
  readonly word: string;
  readonly term: string;
  readonly isPrefix: boolean;
}

/** Whether words are mended only where nothing fits, by one slip also where something does, or never. */
export type Mending = 'where needed' | 'also' | 'never';

function accept(
  { vocabulary }: MatchIndex,
  lexicon: Lexicon,
  { word, term, isPrefix }: Word,
  mending: Mending,
): Accepted {
  const accepted = new Map<number, number>();
  const add = (number: number, level: number) => {
    if (!accepted.has(number)) accepted.set(number, level);
  };
  const exact = term === '' ? -1 : liveTerm(vocabulary, term);
  if (exact >= 0) add(exact, exactly);
  if (isPrefix) for (const number of completions(lexicon, word)) add(number, completed);
  const isFound = accepted.size > 0;
  if (term === '' || mending === 'never' || (mending === 'where needed' && isFound))
    return accepted;
  const most = Math.min(isFound ? 1 : Infinity, slipsAllowed(word));
  const places = mendWord(lexicon, { typed: word, isPrefix, most, known: accepted });
  const numbers = new Set(places.map((place) => lexicon.terms[place] ?? 0));
  const holding = (number: number) => vocabulary.holding[number] ?? 0;
  // The words come by code unit and the sort is stable: the order does not rest on terms' numbers.
  for (const number of [...numbers].sort((a, b) => holding(b) - holding(a)).slice(0, mostMended)) {
    add(number, mended);
  }
  return accepted;
}

/** The words whose characters include this one: a run is looked for where all of its are. */
function holdersOf(lexicon: Lexicon, char: string): Accepted {
  const places = lexicon.unspaced.filter((place) => lexicon.words[place]?.includes(char));
  return new Map(places.map((place) => [lexicon.terms[place] ?? 0, exactly]));
}

type Make = (part: TextPart, mending: Mending) => Atom[];

/** Compiles parts of a query for an index: a part gives no atom where it holds no words. */
export function atomMaker(index: MatchIndex, lexicon: Lexicon): Make {
  const base = ({ text, field, isExcluded }: TextPart) => ({
    typed: text,
    isExcluded,
    field,
    fields: fieldBits(field),
    words: [],
    terms: [],
    isPrefix: false,
    hasGaps: false,
    compound: new Map(),
    run: '',
  });

  const ofRun = (part: TextPart, run: string): Atom => ({
    ...base(part),
    typed: run,
    words: [run],
    terms: [run],
    run,
    steps: Array.from(new Set(run), (char) => holdersOf(lexicon, char)),
  });

  const ofWords = (part: TextPart, text: string, isLast: boolean, mending: Mending): Atom[] => {
    const { terms, starts, ends, compounds } = scanWords(text);
    const all = terms.map((term, at) => ({
      term,
      word: fold(text.slice(starts[at], ends[at])),
      isPrefix: part.isPrefix && isLast && at === terms.length - 1,
    }));
    // A stop word is nowhere in the index, but more may be on its way: "the" of "theory".
    const kept = all.filter(({ term, isPrefix }) => term !== '' || (isPrefix && all.length === 1));
    if (kept.length === 0) return [];
    const words = kept.slice(0, longestPhrase);
    const [compound] = compounds.length === 1 && all.length === 2 ? compounds : [];
    const number = compound === undefined ? -1 : liveTerm(index.vocabulary, compound);
    return [
      {
        ...base(part),
        typed: text.trim(),
        words: words.map(({ word }) => word),
        terms: words.map(({ term }) => term),
        isPrefix: words.at(-1)?.isPrefix ?? false,
        hasGaps: kept.length < all.length,
        steps: words.map((word) =>
          accept(index, lexicon, word, part.isExcluded ? 'never' : mending),
        ),
        compound: new Map(number >= 0 ? [[number, exactly]] : []),
      },
    ];
  };

  return (part, mending) => {
    const { runs, between } = cutRuns(part.text);
    const last = between.at(-1);
    const endsInWords = last !== undefined && part.text.endsWith(last);
    return [
      ...runs.map((run) => ofRun(part, run)),
      ...between.flatMap((text) => ofWords(part, text, endsInWords && text === last, mending)),
    ];
  };
}
