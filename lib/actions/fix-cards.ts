/** Makes the changes that findings propose, and takes them back. */
import type { Card } from '../core/codex/card';
import { applyFix } from '../core/codex/check-fix';
import type { Fix } from '../core/codex/check-finding';
import { applyChange } from '../core/insight/apply-change';
import { ownCollection, type Insight } from '../core/insight/insight';
import type { ImportUpdate } from '../core/insight/plan-import';
import { err, ok, type Result } from '../core/result';
import type { Clock, NoteStore, StorageFailure } from './ports';

/** The fixes to make to one insight. */
export interface CardFixes {
  readonly key: string;
  readonly fixes: readonly Fix[];
}

/** What fixing changed in one insight: its fields as they were and as they became. */
export interface FixedCard {
  readonly key: string;
  readonly before: Partial<Card>;
  readonly after: Partial<Card>;
}

interface FixPorts {
  readonly store: NoteStore;
  readonly clock: Clock;
}

/** Where more insights are asked for than this, reading all of them is quicker. */
const fewKeys = 50;

/**
 * Fixes the cards as they are stored at that moment, all of them in one transaction: after a failure
 * none is changed. A fix whose occasion is gone, an insight that is gone or in the trash, and one
 * that another page writes at the same moment are passed over. Resolves to what was changed, which
 * `undoFixes` takes back.
 */
export async function fixCards(
  ports: FixPorts,
  requests: readonly CardFixes[],
): Promise<Result<FixedCard[], StorageFailure>> {
  const fixesOf = new Map(requests.map(({ key, fixes }) => [key, fixes]));
  return changeCards(ports, [...fixesOf.keys()], (card, key) =>
    (fixesOf.get(key) ?? []).reduce(applyFix, card),
  );
}

/** Gives each field its former value, unless it was edited since. Resolves to what was changed. */
export async function undoFixes(
  ports: FixPorts,
  fixed: readonly FixedCard[],
): Promise<Result<FixedCard[], StorageFailure>> {
  const fixedOf = new Map(fixed.map((each) => [each.key, each]));
  return changeCards(ports, [...fixedOf.keys()], (card, key) => {
    const { before = {}, after = {} } = fixedOf.get(key) ?? {};
    const still = fieldNames(after).filter((name) => isSame(card[name], after[name]));
    return { ...card, ...pick(before, still) };
  });
}

async function changeCards(
  { store, clock }: FixPorts,
  keys: readonly string[],
  change: (card: Card, key: string) => Card,
): Promise<Result<FixedCard[], StorageFailure>> {
  const insights = await readInsights(store, keys);
  if (insights.some(({ collection }) => collection !== ownCollection)) {
    return err({ kind: 'read-only-collection' });
  }
  const at = clock.now();
  const updated = insights.flatMap((before): ImportUpdate[] => {
    const changed = (insight: Insight) => ({ ...insight, card: change(insight.card, insight.key) });
    const after = applyChange(before, changed, at);
    return after === before ? [] : [{ before, after }];
  });
  if (updated.length === 0) return ok([]);
  const stored = await store.importInsights({ added: [], updated });
  if (!stored.ok) return stored;
  const overtaken = new Set(stored.value.map(({ key }) => key));
  return ok(
    updated
      .filter(({ before }) => !overtaken.has(before.key))
      .map(({ before, after }) => {
        const names = fieldNames(after.card).filter(
          (name) => !isSame(before.card[name], after.card[name]),
        );
        return {
          key: before.key,
          before: pick(before.card, names),
          after: pick(after.card, names),
        };
      }),
  );
}

async function readInsights(store: NoteStore, keys: readonly string[]): Promise<Insight[]> {
  const wanted = new Set(keys);
  const found =
    keys.length > fewKeys
      ? (await store.allInsights()).filter(({ key }) => wanted.has(key))
      : await Promise.all(keys.map((key) => store.getInsight(key)));
  return found.flatMap((insight) =>
    insight === undefined || insight.deletedAt !== undefined ? [] : [insight],
  );
}

function fieldNames(card: Partial<Card>): (keyof Card)[] {
  return Object.keys(card) as (keyof Card)[];
}

function pick(card: Partial<Card>, names: readonly (keyof Card)[]): Partial<Card> {
  return Object.fromEntries(names.map((name) => [name, card[name]]));
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
