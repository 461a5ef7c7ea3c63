/** When two tags are one: plural, hyphens, British and American endings, a slip of the finger. */
import { isOneSlip, slipKeys } from './edit-keys';
import type { SpellingRules } from './spellings';

/** Words that join and say nothing: `pricing-and-packaging` is `pricing-packaging`. */
const joining = new Set(['and', 'n', 'the', 'of']);

/** Endings that are written in two ways, each to one of them. */
const endings: readonly (readonly [RegExp, string])[] = [
  [/is(e[sdr]?|ing|ations?|ational)$/, 'iz$1'],
  [/our(s|al|ed|ing)?$/, 'or$1'],
  [/ll(ing|ed|ers?)$/, 'l$1'],
  [/ogue(s?)$/, 'og$1'],
  [/tre(s?)$/, 'ter$1'],
  [/dgement(s?)$/, 'dgment$1'],
  [/fence(s?)$/, 'fense$1'],
  [/gramme(s?)$/, 'gram$1'],
];

function foldWord(word: string): string {
  let folded = word;
  for (const [ending, other] of endings) {
    if (folded.length > 5) folded = folded.replace(ending, other);
  }
  return singular(folded);
}

function singular(word: string): string {
  if (word.length < 4 || /(?:ss|us|is)$/.test(word)) return word;
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (/(?:ch|sh|x|ss|zz)es$/.test(word)) return word.slice(0, -2);
  return word.replace(/s$/, '');
}

/** The tag's words without marks between them, in the singular and with one set of endings. */
function foldTag(tag: string): string {
  return tag
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('&', ' and ')
    .split(/[^\p{L}\p{M}\p{N}+#]+/u)
    .filter((word) => word !== '' && !joining.has(word))
    .map(foldWord)
    .join('');
}

/** Shorter than this a slip makes another word more often than a wrong one. */
const shortest = 8;

export const tagSpelling: SpellingRules = {
  fold: foldTag,
  nearKeys: (folded) => (folded.length < shortest ? [] : slipKeys(folded)),
  isNear: (a, b) => Math.min(a.length, b.length) >= shortest && a[0] === b[0] && isOneSlip(a, b),
  outweighs: 3,
};
