/** From a draft to a ready insight. */
import type { Card } from '../codex/card';
import { cardId } from '../codex/card-id';
import { checkCard } from '../codex/check-card';
import type { Finding } from '../codex/check-finding';
import { foldSpace } from '../codex/lists';
import { err, ok, type Result } from '../result';
import type { Insight } from './insight';

/** The claim up to the end of its first sentence, without the full stop. */
function firstSentence(claim: string): string {
  const sentence = foldSpace(claim).split(/(?<=[.!?。！？])(?:\s|(?<=[。！？]))/)[0] ?? '';
  return Array.from(sentence.replace(/[.。]$/, ''))
    .slice(0, 200)
    .join('');
}

/**
 * Makes a draft ready: it keeps its own card, gets an id made of its title, and as a title, where
 * it has none, the claim's first sentence. Refused with the rules it breaks, which are checked on
 * the card as it leaves (`projectCard`): a clip counts as evidence.
 */
export function promoteDraft(
  insight: Insight,
  projected: Card,
  taken: ReadonlySet<string>,
  at: string,
): Result<Insight, Finding[]> {
  const title = foldSpace(projected.title) || firstSentence(projected.sections.claim);
  const errors = checkCard({ card: { ...projected, title } }).filter(
    ({ severity }) => severity === 'error',
  );
  if (errors.length > 0) return err(errors);
  const id = insight.card.id || cardId(title, taken);
  return ok({ ...insight, status: 'ready', card: { ...insight.card, id, title }, updatedAt: at });
}
