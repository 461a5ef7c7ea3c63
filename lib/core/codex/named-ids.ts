import type { Card } from './card';
import { readLinkSentence } from './link-words';
import { mentionedIds, readCrossReferences } from './lists';

/**
 * The ids of the cards that a card names: in `related`, in Cross-references and in Counter-evidence,
 * each once and in that order, without its own. They are those that `collectLinks` reads as links,
 * so that whoever names a card can be looked up without reading every other.
 */
export function namedIds({ id: own, related, sections }: Card): string[] {
  const { crossReferences, counterEvidence } = sections;
  const sentences = counterEvidence.split(/\n\s*\n/).map((each) => readLinkSentence(each)?.id);
  const ids = new Set([
    ...related,
    ...readCrossReferences(crossReferences).map(({ id }) => id),
    ...sentences.flatMap((id) => id ?? []),
    ...mentionedIds(counterEvidence),
  ]);
  return [...ids].filter((id) => id !== '' && id !== own);
}
