/** The writes that concern insights and the links between them. */
import type { NoteStore, StorageFailure } from '../actions/ports';
import { applyChange } from '../core/insight/apply-change';
import { insightSchema, ownCollection, type Insight } from '../core/insight/insight';
import { linkSchema } from '../core/insight/link';
import { err, ok } from '../core/result';
import { batches } from './batches';
import type { NoteDatabase } from './database';
import { isLive } from './live';
import { restoreInsights, trashInsights } from './trash';
import { checked, write } from './write';

type InsightWrites = Pick<
  NoteStore,
  | 'saveInsight'
  | 'updateInsight'
  | 'importInsights'
  | 'trashInsights'
  | 'restoreInsights'
  | 'saveLink'
  | 'updateLink'
  | 'removeLink'
>;

const readOnly = { kind: 'read-only-collection' } as const satisfies StorageFailure;

export function insightWrites(db: NoteDatabase): InsightWrites {
  return {
    async saveInsight(insight) {
      const record = checked(insightSchema, 'insight', insight);
      if (!record.ok) return record;
      if (!isOwn(record.value)) return err(readOnly);
      return write(db, async () => {
        if (!(await db.insights.get(record.value.key))) await db.insights.add(record.value);
        return ok(undefined);
      });
    },

    updateInsight: (key, change, at) =>
      write<Insight | undefined>(db, async () => {
        const stored = await db.insights.get(key);
        if (!stored) return ok(undefined);
        if (!isOwn(stored)) return err(readOnly);
        const record = checked(insightSchema, 'insight', applyChange(stored, change, at));
        if (!record.ok) return record;
        const renamed = record.value.card.id !== stored.card.id && record.value.card.id !== '';
        const [taken] = renamed ? await sameCard(db, [record.value]) : [];
        if (taken) return ok(stored);
        await db.insights.put(record.value);
        return record;
      }),

    async importInsights(plan) {
      const records: Insight[] = [];
      for (const batch of batches([...plan.added, ...plan.updated.map(({ after }) => after)])) {
        for (const insight of batch) {
          const record = checked(insightSchema, insight.card.id, insight);
          if (!record.ok) return record;
          records.push(record.value);
        }
        // A task of its own, so that the page can paint and answer in between.
        await new Promise((resolve) => setTimeout(resolve));
      }
      const planned = new Map(plan.updated.map(({ before }) => [before.key, before]));
      return write(db, async () => {
        const known = await storedInsights(
          db,
          records.map(({ key }) => key),
        );
        const stored = new Map(known.map((each) => [each.key, each]));
        const bearers = new Map((await sameCard(db, records)).map((each) => [idOf(each), each]));
        const inTheWay: Insight[] = [];
        const fit: Insight[] = [];
        const outOfTrash: Insight[] = [];
        for (const record of records) {
          const before = planned.get(record.key);
          const found = stored.get(record.key) ?? bearers.get(idOf(record));
          // The caller who never heard the answer.
          if (found && isSame(found, record)) continue;
          if (found && !isUntouched(found, before)) inTheWay.push(found);
          else {
            if (found && isLive(record)) outOfTrash.push(found);
            fit.push(record);
          }
        }
        await restoreInsights(db, outOfTrash);
        for (const batch of batches(fit)) await db.insights.bulkPut(batch);
        return ok(inTheWay);
      });
    },

    trashInsights: (keys, at) =>
      write(db, async () => {
        const insights = await storedInsights(db, keys);
        if (!insights.every(isOwn)) return err(readOnly);
        await trashInsights(db, insights.filter(isLive), at);
        return ok(undefined);
      }),

    restoreInsights: (keys) =>
      write(db, async () => {
        await restoreInsights(db, await storedInsights(db, keys));
        return ok(undefined);
      }),

    async saveLink(link) {
      const record = checked(linkSchema, 'link', link);
      if (!record.ok) return record;
      return write(db, async () => {
        await db.links.put(record.value);
        return ok(undefined);
      });
    },

    async updateLink(link) {
      const record = checked(linkSchema, 'link', link);
      if (!record.ok) return record;
      return write(db, async () => {
        if (!(await db.links.get(link.id))) return ok(false);
        await db.links.put(record.value);
        return ok(true);
      });
    },

    removeLink: (id) =>
      write(db, async () => {
        await db.links.delete(id);
        return ok(undefined);
      }),
  };
}

function isOwn(insight: Insight): boolean {
  return insight.collection === ownCollection;
}

/** Whether the insight is still as an import found it. */
function isUntouched(stored: Insight, before: Insight | undefined): boolean {
  return stored.updatedAt === before?.updatedAt && stored.deletedAt === before.deletedAt;
}

function isSame(stored: Insight, record: Insight): boolean {
  return JSON.stringify(stored) === JSON.stringify(record);
}

/** The card's id within its collection. */
function idOf({ collection, card }: Insight): string {
  return JSON.stringify([collection, card.id]);
}

/** The insights, in the trash or not, that bear an id of these cards in the same collection. */
async function sameCard(db: NoteDatabase, records: readonly Insight[]): Promise<Insight[]> {
  const ids = new Set(records.map(idOf));
  const named = db.insights.where('card.id').anyOf(records.map(({ card }) => card.id));
  return await named.filter((each) => ids.has(idOf(each))).toArray();
}

/** The insights there are for these keys, each once. */
async function storedInsights(db: NoteDatabase, keys: readonly string[]): Promise<Insight[]> {
  const found: (Insight | undefined)[] = [];
  for (const batch of batches([...new Set(keys)])) {
    found.push(...(await db.insights.bulkGet(batch)));
  }
  return found.filter((each) => each !== undefined);
}
