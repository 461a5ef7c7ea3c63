/** The library's list: which insights a search and the chosen filters leave. */
import type { Tier } from '../codex/card';
import { plainLetters } from '../plain-letters';
import type { Insight } from './insight';

/** An insight made ready for searching once, so that every keystroke is cheap. */
export interface ListedInsight {
  readonly insight: Insight;
  /** Folded words, each with one space before it; made when they are first asked for. */
  readonly words: string;
}

/** What the person asked for; an absent field asks for nothing. */
export interface InsightFilter {
  readonly query?: string | undefined;
  readonly operator?: string | undefined;
  readonly domain?: string | undefined;
  readonly tier?: Tier | undefined;
  readonly status?: Insight['status'] | undefined;
  readonly sourceType?: string | undefined;
  /** The id of a collection. */
  readonly collection?: string | undefined;
}

/** The fields a list can be narrowed by. */
export const facetNames = [
  'collection',
  'status',
  'tier',
  'operator',
  'domain',
  'sourceType',
] as const;

export type FacetName = (typeof facetNames)[number];

/** The words of an insight a search looks through: title, claim, people, tags and its quotes. */
export function listInsight(insight: Insight, quotes: readonly string[]): ListedInsight {
  let words: string | undefined;
  return {
    insight,
    get words() {
      return (words ??= wordsOf(insight, quotes));
    },
  };
}

function wordsOf({ card }: Insight, quotes: readonly string[]): string {
  const texts = [
    card.title,
    card.sections.claim,
    card.operator,
    ...card.coOperators,
    ...card.domain,
    ...card.lifecycle,
    card.sourceTitle,
    ...quotes,
  ];
  return foldWords(texts.join('\n'));
}

/**
 * The insights that fit, in the order they came. Every word of the query must occur as the start
 * of a word, case and accents aside; a query word with a hyphen or in a script without spaces
 * stands for its parts side by side.
 */
export function filterInsights(
  listed: readonly ListedInsight[],
  filter: InsightFilter,
): ListedInsight[] {
  const wanted = (filter.query ?? '')
    .split(/\s+/)
    .map(foldWords)
    .filter((word) => word !== '');
  return listed.filter(
    (each) =>
      facetNames.every((name) => fits(each.insight, name, filter[name])) &&
      wanted.every((word) => each.words.includes(word)),
  );
}

/**
 * The values an insight has for a facet, in Unicode's composed form, so that two that look the same are
 * one; an empty value is no value.
 */
export function facetValues(insight: Insight, name: FacetName): readonly string[] {
  return values[name](insight).flatMap((value) => (value === '' ? [] : value.normalize('NFC')));
}

const values: Record<FacetName, (insight: Insight) => readonly string[]> = {
  collection: ({ collection }) => [collection],
  status: ({ status }) => [status],
  tier: ({ card }) => [card.tier ?? ''],
  operator: ({ card }) => [card.operator, ...card.coOperators],
  domain: ({ card }) => card.domain,
  sourceType: ({ card }) => [card.sourceType],
};

function fits(insight: Insight, name: FacetName, value: string | undefined): boolean {
  return value === undefined || facetValues(insight, name).includes(value);
}

const scripts = ['Han', 'Hira', 'Kana', 'Thai', 'Laoo', 'Khmr', 'Mymr'];
const unspaced = String.raw`(?=[\p{L}\p{N}])[${scripts.map((name) => `\\p{scx=${name}}`).join('')}]`;
const word = new RegExp(String.raw`${unspaced}|(?:(?!${unspaced})[\p{L}\p{N}])+`, 'gu');
const asciiWord = /[a-z0-9]+/g;

/** Lower case in plain letters, without accents, each word after one space; unspaced scripts by character. */
function foldWords(text: string): string {
  const lower = text.toLowerCase();
  // Apostrophes ("don't" is one word), soft hyphens and joiners join; most text is plain ASCII: take
  // the short way there.
  const bare = lower.replace(/['’\u00ad\u200c-\u200d\u2060]/g, '');
  // eslint-disable-next-line no-control-regex
  const found = /^[\x00-\x7f]*$/.test(bare)
    ? bare.match(asciiWord)
    : plainLetters(bare.normalize('NFKD').replace(/\p{M}/gu, '')).match(word);
  return found ? ` ${found.join(' ')}` : '';
}
