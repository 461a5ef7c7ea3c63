import { useEffect, useState } from 'react';
import type { ShownClosest } from '@/components/library/closest-claims';
import { fieldId } from '@/components/library/text-field';
import { titleOf } from '@/components/library/title-of';
import type { Card } from '@/lib/core/codex/card';
import { ownCollection, type Insight } from '@/lib/core/insight/insight';
import { closestClaims, type ClosestClaim } from '@/lib/core/match/closest-claims';
import { plainText } from '@/lib/core/match/plain-text';
import { sameName } from '@/lib/core/match/same-name';
import { sourceKey } from '@/lib/core/source/canonical-url';
import { keeper } from '@/lib/wire-keeper';
import type { LibraryData } from './use-library';
import { hrefOf } from './use-route';

/** How long a person must pause before the library is asked, in milliseconds. */
const pause = 350;

const none: readonly ClosestClaim[] = [];

/**
 * The insights that claim nearly what the draft claims, asked anew on each pause of typing. What is
 * shown changes only while title or claim are being written or no field is: the list stands below
 * them, and nothing may move under the caret. Nothing for an insight that is no draft.
 */
export function useClosest(insight: Insight, card: Card, data: LibraryData): ShownClosest[] {
  const { key, status } = insight;
  const { title } = card;
  const { claim } = card.sections;
  const [found, setFound] = useState(none);
  const isAsked = status === 'draft' && `${title}${claim}`.trim() !== '';
  useEffect(() => {
    let isLatest = true;
    const show = (next: readonly ClosestClaim[]) => {
      if (!isLatest) return;
      if (isElsewhere()) addEventListener('focusin', () => show(next), { once: true });
      else setFound((before) => (isSame(before, next) ? before : next));
    };
    const ask = async () => {
      const index = await keeper.current();
      if (!isLatest) return;
      const claimOf = (other: string) => {
        const known = data.insightOf.get(other)?.card;
        return known && { title: known.title, claim: known.sections.claim };
      };
      show(closestClaims(index, { key, title, claim }, claimOf));
    };
    const timer = setTimeout(() => {
      if (isAsked) ask().catch(reportError);
      else show(none);
    }, pause);
    return () => {
      isLatest = false;
      clearTimeout(timer);
    };
  }, [key, title, claim, isAsked, data.insightOf]);

  return found.flatMap((each) => {
    const other = data.insightOf.get(each.key);
    return other && isAsked ? [showClosest(each, other, insight, card, data)] : [];
  });
}

function isSame(one: readonly ClosestClaim[], other: readonly ClosestClaim[]): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Whether another field than those the list belongs to is being written. */
function isElsewhere(): boolean {
  const { activeElement } = document;
  const isField = activeElement instanceof HTMLElement && activeElement.matches('input, textarea');
  return isField && ![fieldId('title'), fieldId('claim')].includes(activeElement.id);
}

function showClosest(
  { terms }: ClosestClaim,
  other: Insight,
  insight: Insight,
  card: Card,
  { clipsOf, quoteOf, collectionOf }: LibraryData,
): ShownClosest {
  const { key, collection } = other;
  const sources = [card.sourceUrl].flatMap((url) => sourceKey(url) ?? []);
  for (const clip of clipsOf.get(insight.key) ?? []) sources.push(clip.sourceKey);
  const others = new Set([
    sourceKey(other.card.sourceUrl),
    ...(clipsOf.get(key) ?? []).map((clip) => clip.sourceKey),
  ]);
  return {
    key,
    title: titleOf(other, quoteOf(key)),
    claim: plainText(other.card.sections.claim),
    operator: other.card.operator,
    terms: terms.map(({ term, inInsight }) => inInsight ?? term),
    sameOperator: sameName(card.operator, other.card.operator),
    sameSource: sources.some((source) => others.has(source)),
    collection:
      collection === ownCollection ? undefined : (collectionOf.get(collection)?.name ?? collection),
    href: hrefOf({ room: 'insights', key, editing: false }),
  };
}
