/** Three rows of lines compared, and two of them laid side by side. */
import { diffIndices, diff3MergeRegions } from 'node-diff3';

/** Items `from` up to `to` of a row. */
export interface Run {
  readonly from: number;
  readonly to: number;
}

/** A stretch that only one side changed, or nobody; or one that both changed. */
export type Region =
  | { readonly kind: 'mine' | 'theirs'; readonly run: Run }
  | { readonly kind: 'both'; readonly base: Run; readonly mine: Run; readonly theirs: Run };

/** What node-diff3 gives; its own types say nothing. */
interface RawRegion {
  readonly stable: boolean;
  readonly buffer?: 'a' | 'o' | 'b';
  readonly bufferStart?: number;
  readonly bufferLength?: number;
  readonly oStart?: number;
  readonly oLength?: number;
  readonly aStart?: number;
  readonly aLength?: number;
  readonly bStart?: number;
  readonly bLength?: number;
}

interface RawDifference {
  readonly buffer1: readonly [number, number];
  readonly buffer2: readonly [number, number];
}

const run = (from = 0, length = 0): Run => ({ from, to: from + length });

/**
 * The regions of a merge in order, as runs of the side whose items stand there: what nobody changed
 * is told as a run of theirs. Edits that touch are one region of both.
 */
export function threeWay(
  base: readonly string[],
  mine: readonly string[],
  theirs: readonly string[],
): Region[] {
  const { head, rows } = withoutEnds([base, mine, theirs]);
  const [b = [], m = [], t = []] = rows;
  const tail = base.length - head - b.length;
  const end = theirs.length - tail;
  return [
    ...(head > 0 ? [{ kind: 'theirs', run: run(0, head) } as const] : []),
    ...regionsOf(b, m, t).map((region) => moved(region, head)),
    ...(tail > 0 ? [{ kind: 'theirs', run: run(end, tail) } as const] : []),
  ];
}

/** Above this many pairs of equal lines the search takes seconds: the rows are one stretch then. */
const mostPairs = 100_000;

function isTooMuch(one: readonly string[], other: readonly string[]): boolean {
  const counts = new Map<string, number>();
  for (const item of one) counts.set(item, (counts.get(item) ?? 0) + 1);
  return other.reduce((pairs, item) => pairs + (counts.get(item) ?? 0), 0) > mostPairs;
}

/** The rows without what all of them begin and end with; `head` says how much that was. */
function withoutEnds(rows: readonly (readonly string[])[]): {
  readonly head: number;
  readonly rows: readonly (readonly string[])[];
} {
  const [first = []] = rows;
  const most = Math.min(...rows.map(({ length }) => length));
  const isSame = (at: number): boolean => rows.every((row) => row.at(at) === first.at(at));
  let [head, tail] = [0, 0];
  while (head < most && isSame(head)) head += 1;
  while (tail < most - head && isSame(-1 - tail)) tail += 1;
  return { head, rows: rows.map((row) => row.slice(head, row.length - tail)) };
}

function moved(region: Region, by: number): Region {
  const on = ({ from, to }: Run): Run => ({ from: from + by, to: to + by });
  if (region.kind !== 'both') return { ...region, run: on(region.run) };
  const { kind, base, mine, theirs } = region;
  return { kind, base: on(base), mine: on(mine), theirs: on(theirs) };
}

function regionsOf(
  base: readonly string[],
  mine: readonly string[],
  theirs: readonly string[],
): Region[] {
  if (isTooMuch(base, mine) || isTooMuch(base, theirs)) {
    const [b, m, t] = [base, mine, theirs].map(({ length }) => run(0, length)) as [Run, Run, Run];
    return [{ kind: 'both', base: b, mine: m, theirs: t }];
  }
  const inTheirs = placesIn(base, theirs);
  return (diff3MergeRegions([...mine], [...base], [...theirs]) as RawRegion[]).map(
    (raw): Region => {
      if (!raw.stable) {
        return {
          kind: 'both',
          base: run(raw.oStart, raw.oLength),
          mine: run(raw.aStart, raw.aLength),
          theirs: run(raw.bStart, raw.bLength),
        };
      }
      const { buffer, bufferStart = 0, bufferLength } = raw;
      if (buffer === 'a') return { kind: 'mine', run: run(bufferStart, bufferLength) };
      const start = buffer === 'o' ? (inTheirs[bufferStart] ?? 0) : bufferStart;
      return { kind: 'theirs', run: run(start, bufferLength) };
    },
  );
}

/** For each item of `base` its place in `other`; undefined where it is not there any more. */
function placesIn(base: readonly string[], other: readonly string[]): (number | undefined)[] {
  const places: (number | undefined)[] = base.map(() => undefined);
  let [from, at] = [0, 0];
  const pair = (to: number): void => {
    for (; from < to; from += 1, at += 1) places[from] = at;
  };
  // The same search as the one of the regions: it must pair the same lines.
  for (const { buffer1, buffer2 } of diffIndices([...base], [...other]) as RawDifference[]) {
    pair(buffer1[0]);
    from += buffer1[1];
    at = buffer2[0] + buffer2[1];
  }
  pair(base.length);
  return places;
}

/** A run that two rows share, or what each has in a place where they differ. */
export type Aligned =
  | { readonly kind: 'same'; readonly one: Run; readonly other: Run }
  | { readonly kind: 'differ'; readonly one: Run; readonly other: Run };

/** The two rows from beginning to end, by their longest common row. */
export function align(one: readonly string[], other: readonly string[]): Aligned[] {
  const rows: Aligned[] = [];
  let [from, at] = [0, 0];
  const same = (to: number): void => {
    if (to === from) return;
    rows.push({ kind: 'same', one: { from, to }, other: { from: at, to: at + to - from } });
  };
  for (const { buffer1, buffer2 } of differences(one, other)) {
    same(buffer1[0]);
    rows.push({ kind: 'differ', one: run(...buffer1), other: run(...buffer2) });
    from = buffer1[0] + buffer1[1];
    at = buffer2[0] + buffer2[1];
  }
  same(one.length);
  return rows;
}

function differences(one: readonly string[], other: readonly string[]): RawDifference[] {
  const { head, rows } = withoutEnds([one, other]);
  const [left = [], right = []] = rows;
  if (isTooMuch(left, right)) {
    return [{ buffer1: [head, left.length], buffer2: [head, right.length] }];
  }
  return (diffIndices([...left], [...right]) as RawDifference[]).map(({ buffer1, buffer2 }) => ({
    buffer1: [buffer1[0] + head, buffer1[1]],
    buffer2: [buffer2[0] + head, buffer2[1]],
  }));
}
