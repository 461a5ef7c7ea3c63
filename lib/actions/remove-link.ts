import { namedIds } from '../core/codex/named-ids';
import { relinkCard, unlinkCard } from '../core/codex/unlink-card';
import { ownCollection, type Insight } from '../core/insight/insight';
import type { Link } from '../core/insight/link';
import { err, ok, type Result } from '../core/result';
import type { LinkStore } from './link-ports';
import type { Clock, StorageFailure } from './ports';

export interface RemoveLinkPorts {
  readonly links: LinkStore;
  readonly clock: Clock;
}

/** The two ends of a link, and how they are linked. */
export interface LinkedPair {
  readonly ends: readonly [Insight, Insight];
  /** The link to remove where a person drew it; without one the words of the cards are meant. */
  readonly drawn: Link | undefined;
  /** Every drawn link. */
  readonly links: readonly Link[];
}

type Undo = () => Promise<Result<unknown, StorageFailure>>;

/**
 * The changes that take out of the pair's own cards what says the link in a line of its own, by key;
 * none for a card of a loaded codex, and none where only prose names the other.
 */
export function unlinkingChanges([one, other]: LinkedPair['ends']) {
  const pairs = [[one, other] as const, [other, one] as const];
  return new Map(
    pairs.flatMap(([insight, { card: named }]) => {
      const { key, collection, card } = insight;
      const canChange = collection === ownCollection && named.id !== '';
      if (!canChange || unlinkCard(card, named.id) === card) return [];
      return [[key, named.id] as const];
    }),
  );
}

/** Those of the two whose words would still name the other once the link is removed. */
export function stillNaming([one, other]: LinkedPair['ends']): Insight[] {
  const pairs = [[one, other] as const, [other, one] as const];
  return pairs.flatMap(([insight, { card: named }]) => {
    const { collection, card } = insight;
    const left = collection === ownCollection ? unlinkCard(card, named.id) : card;
    return named.id !== '' && namedIds(left).includes(named.id) ? [insight] : [];
  });
}

/**
 * Removes a link from both of its ends: the drawn link, and, unless another drawn link of the two
 * remains, what their own cards say of it in `related`, in a bullet of Cross-references or in a written
 * sentence of Counter-evidence. Prose stays. Resolves to the one undo of it all.
 */
export async function removeLink(
  { links: store, clock }: RemoveLinkPorts,
  { ends, drawn, links }: LinkedPair,
): Promise<Result<Undo, StorageFailure>> {
  const keys = new Set(ends.map(({ key }) => key));
  const others = links.filter(
    ({ id, from, to }) => id !== drawn?.id && keys.has(from) && keys.has(to),
  );
  const named = others.length > 0 ? new Map<string, string>() : unlinkingChanges(ends);
  const cards = new Map(
    Array.from(named, ([key, id]) => [key, (card: Insight['card']) => unlinkCard(card, id)]),
  );
  const removed = await store.changeLinks({ remove: drawn ? [drawn.id] : [], cards }, clock.now());
  if (!removed.ok) return err(removed.error);
  return ok(() => {
    const back = new Map(
      removed.value.map((before) => {
        const id = named.get(before.key) ?? '';
        return [before.key, (card: Insight['card']) => relinkCard(card, before.card, id)];
      }),
    );
    return store.changeLinks({ put: drawn ? [drawn] : [], cards: back }, clock.now());
  });
}
