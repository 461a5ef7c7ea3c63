import type {
  RelatedInsight,
  SurfacedCounterEvidence,
  Surfacing,
} from '@/lib/core/match/surfacing';
import { challengeKey } from './counter-item';

/** Something taken from a list, and where in it it stood. */
interface Placed<T> {
  readonly item: T;
  readonly index: number;
}

/** A match that was called not related here, so that it can be brought back to its place. */
export interface Dismissed extends Placed<RelatedInsight> {
  /** What argued against this insight and no other. */
  readonly counter: readonly Placed<SurfacedCounterEvidence>[];
  /** The dismissal; undefined while it is being written, and once it is undone. */
  readonly id: string | undefined;
}

/** A match, or in its place the line that it is not shown again. */
export interface RelatedRow extends RelatedInsight {
  readonly dismissed: boolean;
}

export interface ShownSurfacing {
  readonly related: readonly RelatedRow[];
  readonly counterEvidence: readonly SurfacedCounterEvidence[];
}

/**
 * The surfacing with a line in the place of each match dismissed here, whether it was found before or
 * after the dismissal. One whose dismissal is undone stands in its place again, with its
 * counter-evidence, before a surfacing has found it again.
 */
export function withDismissed(
  surfacing: Surfacing,
  dismissed: readonly Dismissed[],
): ShownSurfacing {
  const here = new Set(surfacing.onThisPage.map(({ insight }) => insight.key));
  const own = dismissed.filter(({ item }) => !here.has(item.insight.key));
  const gone = new Set(own.filter(({ id }) => id !== undefined).map(keyOf));
  const matches = surfacing.related.filter(({ insight }) => !gone.has(insight.key));
  const found = new Set(matches.map(({ insight }) => insight.key));
  const missing = own.filter((each) => !found.has(keyOf(each)));
  const counter = surfacing.counterEvidence.filter(({ insight }) => !gone.has(insight.key));
  const known = new Set(counter.map(challengeKey));
  const undone = missing.filter(({ id }) => id === undefined);
  return {
    related: inPlace(
      matches.map((match) => ({ ...match, dismissed: false })),
      missing.map(({ item, index, id }) => ({
        item: { ...item, dismissed: id !== undefined },
        index,
      })),
    ),
    counterEvidence: inPlace(
      counter,
      undone.flatMap((each) => each.counter).filter(({ item }) => !known.has(challengeKey(item))),
    ),
  };
}

function keyOf({ item }: Dismissed): string {
  return item.insight.key;
}

function inPlace<T>(list: readonly T[], placed: readonly Placed<T>[]): T[] {
  const result = [...list];
  for (const { item, index } of placed.toSorted((a, b) => a.index - b.index)) {
    result.splice(Math.min(index, result.length), 0, item);
  }
  return result;
}
