/** Keeps the match index in step with the notes: read where it is stored, mended in memory, stored. */
import { loadIndex } from '../core/match/load-index';
import { matchDocument } from '../core/match/match-document';
import {
  changeInsights,
  emptyIndex,
  librarySize,
  type MatchIndex,
} from '../core/match/match-index';
import { saveIndex } from '../core/match/save-index';
import { sourceKey } from '../core/source/canonical-url';
import type { IndexStore, StaleMark } from './ports';

export interface IndexKeeper {
  /**
   * The index as the notes stand now: whatever was written before the call is in it. `onProgress` is
   * told how many changed insights of how many have been read, where there are many. Rejects when the
   * notes cannot be read, and when the stored index can be neither used nor, a newer build's, dropped.
   */
  current(onProgress?: (done: number, all: number) => void): Promise<MatchIndex>;
  /** Stores the index where enough has changed since it was; false where nothing needed storing. */
  settle(): Promise<boolean>;
}

interface Held {
  index: MatchIndex;
  generation: number;
  /** By insight: the revision up to which its changes are in the index. */
  applied: Map<string, number>;
}

/** Insights read at a time: a few megabytes of cards. */
const chunk = 500;
/** Changes that are worth storing the index for: reading as many again takes about as long. */
const worthStoring = 64;
/**
 * While a large library is indexed it is stored now and then, so that an end in between costs little: after
 * this many changes, or half of what the index holds by then, since storing takes longer and longer.
 */
const storeEvery = 5000;

/**
 * A keeper for one page or worker, over the index they all share. `heard`, where it is given, counts the
 * writes this page or worker has been told of, by whomever: the store is then asked for changes only
 * after another, and what was written a moment ago may still be on its way.
 */
export function createIndexKeeper(store: IndexStore, heard?: () => number): IndexKeeper {
  let held: Held | undefined;
  let heardOf: number | undefined;
  let turn: Promise<unknown> = Promise.resolve();

  /** One after another: two at once would apply the same marks twice. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = turn.then(work, work);
    turn = mine;
    return mine;
  };

  async function load(): Promise<Held> {
    const stored = await store.loadIndex();
    const index = stored && loadIndex(stored.saved);
    if (stored && index) return { index, generation: stored.generation, applied: new Map() };
    // Laid out by another build, or torn: made anew from the notes, of which only a reset marks all.
    if (stored) await store.resetIndex();
    return { index: emptyIndex(), generation: 0, applied: new Map() };
  }

  /** What is held, and the marks it lacks. Loaded anew where somebody has stored another since. */
  async function look(): Promise<{ holds: Held; missing: StaleMark[] }> {
    for (;;) {
      const holds = (held ??= await load());
      const { generation, marks } = await store.stale();
      if (generation === holds.generation) {
        const isMissing = ({ key, revision }: StaleMark) =>
          (holds.applied.get(key) ?? -1) < revision;
        return { holds, missing: marks.filter(isMissing) };
      }
      held = undefined;
    }
  }

  async function apply({ index, applied }: Held, marks: readonly StaleMark[]): Promise<void> {
    const keys = marks.map(({ key }) => key);
    const found = await store.documentsOf(keys);
    const documents = found.map(({ insight, clips }) =>
      matchDocument(insight, clips, (url) => sourceKey(url)),
    );
    changeInsights(index, keys, documents);
    for (const { key, revision } of marks) applied.set(key, revision);
  }

  async function save(holds: Held): Promise<boolean> {
    const applied = Array.from(holds.applied, ([key, revision]) => ({ key, revision }));
    const generation = await store.saveIndex(saveIndex(holds.index), holds.generation, applied);
    // Undefined: somebody else was faster, or it cannot be stored; what is held stays right.
    if (generation === undefined) return false;
    holds.generation = generation;
    holds.applied = new Map();
    return true;
  }

  return {
    current: (onProgress) =>
      inTurn(async () => {
        const now = heard?.();
        if (held && now !== undefined && now === heardOf) return held.index;
        const { holds, missing } = await look();
        for (let done = 0; done < missing.length; done += chunk) {
          if (missing.length > chunk) onProgress?.(done, missing.length);
          await apply(holds, missing.slice(done, done + chunk));
          const enough = Math.max(storeEvery, librarySize(holds.index) / 2);
          if (holds.applied.size >= enough && missing.length > done + chunk) await save(holds);
        }
        heardOf = now;
        return holds.index;
      }),

    settle: () =>
      inTurn(async () => {
        if (!held || held.applied.size < worthStoring) return false;
        return await save(held);
      }),
  };
}
