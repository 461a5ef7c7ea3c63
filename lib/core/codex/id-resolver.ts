import type { Insight } from '../insight/insight';

/** Finds the key of the insight with a card id, in the same collection before any other. */
export function idResolver(
  insights: readonly Insight[],
): (id: string, collection: string) => string | undefined {
  const anywhere = new Map<string, string>();
  const within = new Map<string, string>();
  for (const { key, collection, card } of insights) {
    if (card.id === '') continue;
    if (!anywhere.has(card.id)) anywhere.set(card.id, key);
    within.set(JSON.stringify([collection, card.id]), key);
  }
  return (id, collection) => within.get(JSON.stringify([collection, id])) ?? anywhere.get(id);
}
