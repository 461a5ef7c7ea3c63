/**
 * What a person types into the library's search, as parts: words, "phrases", `field:` filters, facets
 * and `-exclusions`. Every string parses; what makes no sense as syntax is words.
 */
import { matchFields, type MatchField } from './match';

/** The text fields that a word can be asked to stand in. */
export type SearchField = MatchField | 'operator';

/** What is asked of an insight's record, not of its text. */
export const searchFacets = ['tier', 'status', 'tag', 'domain', 'type', 'source'] as const;

export type SearchFacet = (typeof searchFacets)[number];

/** A word or phrase that the text must hold, or must not. */
export interface TextPart {
  /** As typed, without quotes, field name and minus. */
  readonly text: string;
  readonly isPhrase: boolean;
  /** The last word is still being typed: any word that begins so will do. */
  readonly isPrefix: boolean;
  readonly isExcluded: boolean;
  readonly field?: SearchField;
}

/** A value that a facet of the record must have, or must not. */
export interface FacetPart {
  readonly facet: SearchFacet;
  readonly value: string;
  readonly isExcluded: boolean;
}

export interface SearchQuery {
  readonly texts: readonly TextPart[];
  readonly facets: readonly FacetPart[];
}

const fieldOfName: ReadonlyMap<string, SearchField> = new Map([
  ...matchFields.map((field) => [field, field] as const),
  ['counter', 'counterEvidence'],
  ['operator', 'operator'],
]);

/** The names that may stand before a colon. Before a colon and a space they are prose. */
const names = [...[...fieldOfName.keys()].filter((name) => /^[a-z]+$/.test(name)), ...searchFacets];
const quotes = '"“”„‟«»＂「」『』';
const partPattern = new RegExp(
  String.raw`(?<minus>-)?(?:(?<name>${names.join('|')}):(?=\S))?` +
    `(?:[${quotes}](?<phrase>[^${quotes}]*)(?<close>[${quotes}])?|(?<word>\\S+))`,
  'giu',
);
/** A filter whose value is still to come. */
const unfinished = new RegExp(`^-?(?:${names.join('|')}):$`, 'iu');

function isFacet(name: string): name is SearchFacet {
  return (searchFacets as readonly string[]).includes(name);
}

/**
 * The parts of a query in the order typed. The last word is a prefix unless white space follows it; a
 * quote that is not closed is a phrase to the end, and its last word is a prefix likewise. A name
 * before a colon is a filter only where its value follows at once ("claim: that" is two words), and
 * asks for nothing while it is the last thing typed. Quotes are straight, curly, angular or CJK.
 */
export function parseQuery(typed: string): SearchQuery {
  const texts: TextPart[] = [];
  const facets: FacetPart[] = [];
  for (const found of typed.matchAll(partPattern)) {
    const { minus, name: written, phrase, close, word = '' } = found.groups ?? {};
    const text = phrase ?? word;
    const isLast = found.index + found[0].length === typed.length;
    if (text.trim() === '' || (isLast && unfinished.test(found[0]))) continue;
    const isExcluded = minus !== undefined;
    const name = written?.toLowerCase();
    if (name !== undefined && isFacet(name)) {
      facets.push({ facet: name, value: text.trim(), isExcluded });
      continue;
    }
    const isOpen = phrase === undefined || close === undefined;
    const field = name === undefined ? undefined : fieldOfName.get(name);
    texts.push({
      text: text.trim(),
      isPhrase: phrase !== undefined,
      isPrefix: isLast && isOpen && !isExcluded && !/\s$/u.test(text),
      isExcluded,
      ...(field !== undefined && { field }),
    });
  }
  return { texts, facets };
}
