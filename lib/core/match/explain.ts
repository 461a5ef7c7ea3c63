/** Why an insight surfaced, in the page's own words and the insight's. */
import { sentencesOfPage } from './analyse-page';
import { closenessOf, closestStretch, sharedTerms, vectorOf, type Stretch } from './common-ground';
import { sentenceHash, slotOf } from './documents';
import type { MatchDocument, MatchField, MatchPage, Reason } from './match';
import { boilerplateOf, type MatchIndex } from './match-index';
import { readDocument, type DocumentSentence } from './read-document';
import { readPage, type Reading, type Softened } from './read-page';
import { sameName } from './same-name';

interface FieldSentence extends DocumentSentence {
  readonly field: MatchField;
}

function quotable(index: MatchIndex, slot: number, document: MatchDocument): FieldSentence[] {
  const boilerplate = boilerplateOf(index, slot);
  return readDocument(document).filter(
    (sentence): sentence is FieldSentence =>
      sentence.field !== 'operator' && !boilerplate.has(sentenceHash(sentence.text)),
  );
}

function passageReason(
  reading: Reading,
  sentences: readonly FieldSentence[],
  stretch: Stretch,
): Reason | undefined {
  let best: FieldSentence | undefined;
  let most = 0;
  for (const sentence of sentences) {
    const closeness = closenessOf(reading, stretch.features, vectorOf(reading, [sentence]));
    if (closeness > most) [best, most] = [sentence, closeness];
  }
  if (!best) return undefined;
  const { field, text: sentence } = best;
  const terms = sharedTerms(reading, stretch, vectorOf(reading, [best]), sentence);
  return { kind: 'passage', passage: stretch.passage, field, sentence, terms };
}

/**
 * Why a page meets an insight of the index, the passage first. The quoted passage is one of the page's
 * passages, or whole sentences of one, with its place; the insight's sentence is a verbatim piece of
 * that field's `plainText`. Empty when the insight is not among those the page came close to, or the
 * page shares no word with a sentence that can be quoted: such a match is not to be shown.
 */
export function explain(
  index: MatchIndex,
  page: MatchPage,
  document: MatchDocument,
  softened?: Softened,
): Reason[] {
  const reading = readPage(index, page, softened);
  const { analysis, scores } = reading;
  const slot = slotOf(index.documents, document.key, scores.slots);
  const place = scores.slots.indexOf(slot);
  if (place < 0) return [];
  const sentences = quotable(index, slot, document);
  const whole = vectorOf(reading, sentences);
  for (const window of scores.windows.subarray(3 * place, 3 * place + 3)) {
    if (window < 0) break;
    const [from, to] = analysis.windowStarts.subarray(window);
    const part = sentencesOfPage(analysis, from, to);
    const stretch = closestStretch(reading, part, whole);
    const reason = stretch && passageReason(reading, sentences, stretch);
    if (reason) return [reason, ...otherReasons(page, document)];
  }
  return [];
}

function otherReasons({ sourceKey, people = [] }: MatchPage, document: MatchDocument): Reason[] {
  const reasons: Reason[] = [];
  if (sourceKey !== undefined && document.sourceKeys.includes(sourceKey)) {
    reasons.push({ kind: 'same-source' });
  }
  if (people.some((person) => sameName(person, document.operator))) {
    reasons.push({ kind: 'same-operator', operator: document.operator });
  }
  return reasons;
}
