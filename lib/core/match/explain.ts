/** Why an insight surfaced, in the page's own words and the insight's. */
import type { PageAnalysis } from './analyse-page';
import { closenessOf, closestStretch, sharedTerms, vectorOf, type Stretch } from './common-ground';
import type { MatchDocument, MatchField, Reason } from './match';
import { isBoilerplate, type MatchIndex } from './match-index';
import { readDocument, type DocumentSentence } from './read-document';
import { sameName } from './same-name';
import { scorePage, seeFeatures, type SeenFeature } from './score-page';

interface FieldSentence extends DocumentSentence {
  readonly field: MatchField;
}

function quotable(index: MatchIndex, document: MatchDocument): FieldSentence[] {
  return readDocument(document).filter(
    (sentence): sentence is FieldSentence =>
      sentence.field !== 'operator' && !isBoilerplate(index, sentence.text),
  );
}

function passageReason(
  analysis: PageAnalysis,
  seen: readonly SeenFeature[],
  sentences: readonly FieldSentence[],
  stretch: Stretch,
): Reason | undefined {
  let best: FieldSentence | undefined;
  let most = 0;
  for (const sentence of sentences) {
    const text = vectorOf(analysis, seen, [sentence.terms]);
    const closeness = closenessOf(seen, stretch.features, text);
    if (closeness > most) [best, most] = [sentence, closeness];
  }
  if (!best) return undefined;
  const terms = sharedTerms(analysis, seen, stretch, vectorOf(analysis, seen, [best.terms]));
  const { field, text: sentence } = best;
  return { kind: 'passage', passage: stretch.passage, field, sentence, terms };
}

/**
 * The reasons for an insight by its slot and its closest windows; none when the page shares no word
 * with a sentence that can be quoted, and such a match is not shown.
 */
export function explainScored(
  index: MatchIndex,
  analysis: PageAnalysis,
  seen: readonly SeenFeature[],
  slot: number,
  windows: readonly number[],
): Reason[] {
  const document = index.entries[slot]?.document;
  if (!document) return [];
  const sentences = quotable(index, document);
  const whole = vectorOf(
    analysis,
    seen,
    sentences.map(({ terms }) => terms),
  );
  for (const number of windows) {
    const window = analysis.windows[number];
    if (!window) continue;
    const part = analysis.sentences.slice(window.from, window.to);
    const stretch = closestStretch(analysis, seen, part, whole);
    const reason = stretch && passageReason(analysis, seen, sentences, stretch);
    if (!reason) continue;
    const reasons = [reason];
    const { sourceKey, people = [] } = analysis.page;
    if (sourceKey !== undefined && document.sourceKeys.includes(sourceKey)) {
      reasons.push({ kind: 'same-source' });
    }
    if (people.some((person) => sameName(person, document.operator))) {
      reasons.push({ kind: 'same-operator', operator: document.operator });
    }
    return reasons;
  }
  return [];
}

/**
 * Why an insight meets a page, the passage first. The quoted passage is one of the page's passages, or
 * whole sentences of one, with its place; the insight's sentence is a verbatim piece of that field's
 * `plainText`. Empty when the key is unknown or the two share no term.
 */
export function explain(index: MatchIndex, analysis: PageAnalysis, key: string): Reason[] {
  const slot = index.slotOf.get(key);
  if (slot === undefined) return [];
  const seen = seeFeatures(index, analysis);
  const scored = scorePage(index, analysis, seen).find((score) => score.slot === slot);
  return scored ? explainScored(index, analysis, seen, slot, scored.windows) : [];
}
