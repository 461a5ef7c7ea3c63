import 'fake-indexeddb/auto';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import type { IndexStore, NotedInsight, NoteStore } from '../../lib/actions/ports';
import { namedIds } from '../../lib/core/codex/named-ids';
import type { SavedIndex } from '../../lib/core/match/saved-index';
import { sourceKey } from '../../lib/core/source/canonical-url';
import { createDatabase } from '../../lib/storage/database';
import { createIndexStore } from '../../lib/storage/index-store';
import { createNoteStore } from '../../lib/storage/note-store';
import { createRawDatabase } from '../../lib/storage/raw-database';
import { importStep, noteStep } from '../support/note-steps';
import { instant } from '../support/notes';

/** The simplest index there is: the documents themselves. */
type Documents = Map<string, NotedInsight>;

const save = (documents: Documents): SavedIndex => {
  const bytes = new TextEncoder().encode(JSON.stringify([...documents]));
  return { format: 1, buffers: { documents: bytes } };
};

const load = (saved: SavedIndex | undefined): Documents =>
  new Map(
    JSON.parse(new TextDecoder().decode(saved?.buffers['documents']) || '[]') as [
      string,
      NotedInsight,
    ][],
  );

async function openPage(index: IndexStore) {
  const loaded = await index.loadIndex();
  const { generation, marks } = await index.stale();
  expect(generation).toBe(loaded?.generation ?? 0);
  const keys = marks.map(({ key }) => key);
  const documents = load(loaded?.saved);
  for (const key of keys) documents.delete(key);
  for (const each of await index.documentsOf(keys)) documents.set(each.insight.key, each);
  return { generation, marks, documents };
}

/** What an index should hold: of an insight its card and of its clips the quotes, here all of them. */
async function truth(store: NoteStore): Promise<unknown> {
  const insights = await store.allInsights();
  const documents = insights.map(async (insight) => {
    const clips = await store.clipsOfInsights([insight.key]);
    return [insight.key, { insight, clips }] as const;
  });
  return new Map(await Promise.all(documents));
}

const act = fc.oneof(
  { weight: 8, arbitrary: fc.record({ kind: fc.constant('write' as const), step: noteStep }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('write' as const), step: importStep }) },
  { weight: 4, arbitrary: fc.constant({ kind: 'open' as const }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('save' as const), page: fc.nat(2) }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'reset' as const }) },
);

let databases = 0;

it('the stored index with the marked insights read again is the truth, whoever saves when', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { maxLength: 40, size: 'max' }), async (acts) => {
      const prefix = `stale-${(databases += 1)}-`;
      const db = createDatabase(prefix);
      const store = createNoteStore(db);
      const raw = createRawDatabase(prefix);
      const index = createIndexStore(raw);
      await db.open();
      // Pages that were opened at some time, and save what they made of it at some later one.
      const pages: Awaited<ReturnType<typeof openPage>>[] = [];
      for (const [n, each] of acts.entries()) {
        if (each.kind === 'write') await each.step(store, instant(n));
        if (each.kind === 'open') pages.push(await openPage(index));
        if (each.kind === 'reset') await index.resetIndex();
        if (each.kind === 'save') {
          const page = pages.splice(each.page, 1)[0] ?? (await openPage(index));
          await index.saveIndex(save(page.documents), page.generation, page.marks);
        }
        expect((await openPage(index)).documents).toEqual(await truth(store));
      }
      const all = [...(await store.allInsights()), ...(await store.trashedInsights())];
      expect(new Map((await db.references.toArray()).map((row) => [row.key, row]))).toEqual(
        new Map(
          all.map(({ key, card }) => {
            const source = sourceKey(card.sourceUrl);
            return [key, { key, ids: namedIds(card), ...(source && { sourceKey: source }) }];
          }),
        ),
      );
      raw.close();
      db.close();
    }),
    { numRuns: 100 },
  );
});
