/** Which insights claim nearly what a draft claims: found while it is typed. */
import { sentencesOfPage } from './analyse-page';
import { closenessOf, featuresOf, sharedTerms, vectorOf } from './common-ground';
import { keyOf } from './documents';
import type { MatchPage, SharedTerm } from './match';
import type { MatchIndex } from './match-index';
import { plainText } from './plain-text';
import { readSentences, type DocumentSentence } from './read-document';
import { readPage, type Reading } from './read-page';

/** What two insights are compared by; Markdown or plain. */
export interface ClaimText {
  readonly title: string;
  readonly claim: string;
}

/** An insight that claims nearly the same. */
export interface ClosestClaim {
  readonly key: string;
  /** 0 to 1: the closer the words the higher; short claims stay lower than long ones. */
  readonly score: number;
  /** The words both have, heaviest first, as they stand in the insight. */
  readonly terms: readonly SharedTerm[];
}

export interface ClosestOptions {
  /** The most to give; 3 unless told. */
  readonly limit?: number;
  /** The least score to give; `closestThreshold` unless told. */
  readonly threshold?: number;
}

/**
 * From here on two claims are shown as close. Measured on the public codex (bench:closest): a claim
 * with a third of its words gone always finds its card, one said in other words six times of seven;
 * of a hundred real cards ten are shown another, mostly one that their authors linked or of the same
 * operator, and of a hundred claims about something else one.
 */
export const closestThreshold = 0.12;

/** Whoever claims the same is among the closest as a whole, too. */
const mostCompared = 60;

/** A claim of fewer words says too little to be compared. */
const fewestTerms = 3;

/**
 * The insights whose title and claim are closest to the draft's, closest first; equals by key. The
 * draft itself, and insights that `claimOf` does not know, are left out.
 */
export function closestClaims(
  index: MatchIndex,
  draft: ClaimText & { readonly key: string },
  claimOf: (key: string) => ClaimText | undefined,
  { limit = 3, threshold = closestThreshold }: ClosestOptions = {},
): ClosestClaim[] {
  const reading = readPage(index, pageOf(draft));
  const { analysis, scores } = reading;
  if (analysis.termCount < fewestTerms) return [];
  const sentences = sentencesOfPage(analysis);
  const parts = analysis.passages.map((_, passage) =>
    featuresOf(sentences.filter((sentence) => sentence.passage === passage)),
  );
  const asked = parts.length > 1 ? [featuresOf(sentences), ...parts] : parts;
  return scores.slots
    .map((slot, at) => ({ slot, closeness: scores.closeness[at] ?? 0 }))
    .sort((a, b) => b.closeness - a.closeness || a.slot - b.slot)
    .slice(0, mostCompared)
    .map(({ slot }) => keyOf(index.documents, slot))
    .filter((key) => key !== draft.key)
    .flatMap((key) => {
      const claim = claimOf(key);
      if (claim === undefined) return [];
      const score = closeness(reading, asked, claim);
      return score < threshold ? [] : [{ key, score, claim }];
    })
    .sort((a, b) => b.score - a.score || (a.key < b.key ? -1 : 1))
    .slice(0, limit)
    .map(({ key, score, claim }) => ({ key, score, terms: termsOf(reading, claim) }));
}

function pageOf({ title, claim }: ClaimText): MatchPage {
  let end = 0;
  const passages = [title, plainText(claim)]
    .filter((text) => text.trim() !== '')
    .map((text) => {
      const start = end;
      end = start + text.length;
      return { text, start, end };
    });
  return { passages };
}

function sentencesOf({ title, claim }: ClaimText): DocumentSentence[][] {
  return [title, plainText(claim)]
    .map((text) => readSentences('claim', text))
    .filter((sentences) => sentences.some(({ terms }) => terms.length > 0));
}

/** The closest of: all of either, the draft's title or claim, the insight's title or claim. */
function closeness(
  reading: Reading,
  asked: readonly ReadonlySet<number>[],
  claim: ClaimText,
): number {
  const parts = sentencesOf(claim);
  const texts = parts.length > 1 ? [parts.flat(), ...parts] : parts;
  const vectors = texts.map((sentences) => vectorOf(reading, sentences));
  let most = 0;
  for (const features of asked) {
    for (const vector of vectors) most = Math.max(most, closenessOf(reading, features, vector));
  }
  return Math.min(1, most);
}

function termsOf(reading: Reading, claim: ClaimText): SharedTerm[] {
  const text = `${claim.title}\n${plainText(claim.claim)}`;
  const { analysis } = reading;
  const passage = {
    text: analysis.passages.map((each) => each.text).join('\n'),
    start: 0,
    end: 0,
  };
  const stretch = { passage, features: featuresOf(sentencesOfPage(analysis)) };
  return sharedTerms(reading, stretch, vectorOf(reading, sentencesOf(claim).flat()), text);
}
