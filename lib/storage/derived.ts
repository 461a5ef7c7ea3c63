/** What is derived from insights and kept beside them, in step within the same transaction. */
import type { Transaction } from 'dexie';
import { namedIds } from '../core/codex/named-ids';
import type { Insight } from '../core/insight/insight';
import { sourceKey } from '../core/source/canonical-url';
import { batches } from './batches';
import type { NoteDatabase } from './database';
import type { Touched } from './follow-writes';
import type { StaleKeys } from './stale-keys';

/** What one card refers to, so that whoever refers to something is found by an index. */
export interface References {
  /** The insight's. */
  readonly key: string;
  /** The cards it names. */
  readonly ids: readonly string[];
  /** Its own source, where its address is one. */
  readonly sourceKey?: string;
}

function referencesOf({ key, card }: Insight): References {
  const source = sourceKey(card.sourceUrl);
  return { key, ids: namedIds(card), ...(source !== undefined && { sourceKey: source }) };
}

/** Marks what the write of this number touched, and stores what its insights refer to by now. */
export async function settle(db: NoteDatabase, touched: Touched, revision: number): Promise<void> {
  if (touched.keys.size === 0) return;
  await db.stale.put({ revision, keys: [...touched.keys] });
  const written = [...touched.written.values()].flatMap((insight) => insight ?? []);
  const gone = [...touched.written].flatMap(([key, insight]) => (insight ? [] : [key]));
  // In batches, so that an import of thousands does not keep a page from answering.
  for (const batch of batches(written)) await db.references.bulkPut(batch.map(referencesOf));
  if (gone.length > 0) await db.references.bulkDelete(gone);
}

/**
 * Makes everything derived anew, within an upgrade: marks every insight, stores what each refers to
 * and drops the index, which may rest on records that a migration has rewritten.
 */
export async function deriveAll(transaction: Transaction): Promise<void> {
  const insights = transaction.table<Insight, string>('insights');
  const references = transaction.table<References, string>('references');
  await references.clear();
  const keys = await insights.toCollection().primaryKeys();
  for (const batch of batches(keys)) {
    const found = (await insights.bulkGet(batch)).filter((each) => each !== undefined);
    await references.bulkPut(found.map(referencesOf));
  }
  const counted = await transaction.table('meta').get('revision');
  const revision = (counted as { readonly value: number } | undefined)?.value ?? 0;
  await transaction.table<StaleKeys, number>('stale').put({ revision, keys });
  await transaction.table('matchIndex').delete('base');
}
