import 'fake-indexeddb/auto';
import { existsSync, readFileSync } from 'node:fs';
import { Dexie } from 'dexie';
import { describe, expect, it } from 'vitest';
import { codexDocumentSchema } from '../../core/codex/codex-document';
import { clipSchema } from '../../core/insight/clip';
import { collectionFileSchema, collectionSchema } from '../../core/insight/collection';
import { conflictSchema, folderFileSchema } from '../../core/insight/folder-file';
import { insightSchema } from '../../core/insight/insight';
import { keptFileSchema } from '../../core/insight/kept-file';
import { linkSchema } from '../../core/insight/link';
import { dismissalSchema } from '../../core/match/dismissal';
import { archiveSchema } from '../../core/source/archive';
import { sourceSchema } from '../../core/source/source';
import { keptTranscriptSchema } from '../../core/transcript/kept-transcript';
import { createDatabase, type NoteDatabase } from '../database';
import { createNoteStore } from '../note-store';
import { declareVersions, migrations, type Migration } from '.';

type Tables = Record<string, Record<string, unknown>[]>;

const schemas = {
  collections: collectionSchema,
  collectionFiles: collectionFileSchema,
  documents: codexDocumentSchema,
  brokenFiles: keptFileSchema,
  folderFiles: folderFileSchema,
  conflicts: conflictSchema,
  sources: sourceSchema,
  clips: clipSchema,
  insights: insightSchema,
  links: linkSchema,
  dismissals: dismissalSchema,
  transcripts: keptTranscriptSchema,
  archives: archiveSchema,
};

const fixturePath = (version: number) => `test/fixtures/database/v${version}.json`;

/** Writes the fixture with the code of its own time: the migrations up to it and no later. */
async function writeFixture(prefix: string, version: number): Promise<Tables> {
  const tables = JSON.parse(readFileSync(fixturePath(version), 'utf8')) as Tables;
  const old = new Dexie(`${prefix}counterpoint`);
  declareVersions(
    old,
    migrations.filter((migration) => migration.version <= version),
  );
  for (const [name, records] of Object.entries(tables)) await old.table(name).bulkPut(records);
  old.close();
  return tables;
}

it('numbers its versions 1, 2, 3 …, and no version shuts out a later build', () => {
  for (const [index, { version, minWriter }] of migrations.entries()) {
    expect(version).toBe(index + 1);
    expect(minWriter).toBeLessThanOrEqual(version);
  }
});

describe.each(migrations.map(({ version }) => version))('a database of version %i', (version) => {
  it('has its frozen example', () => {
    expect(existsSync(fixturePath(version)), `${fixturePath(version)} is missing`).toBe(true);
  });

  it("opens with today's code, loses nothing, and every record passes today's schema", async () => {
    const before = await writeFixture(`from-v${version}-`, version);
    const db = createDatabase(`from-v${version}-`);
    for (const [name, schema] of Object.entries(schemas)) {
      const records: unknown[] = await db.table(name).toArray();
      expect(records).toEqual(before[name] ?? []);
      for (const record of records) expect(schema.parse(record)).toEqual(record);
    }
    expect(await db.meta.get('schema')).toMatchObject({ version: migrations.length });
    expect(await createNoteStore(db).removeLink('nobody')).toMatchObject({ ok: true });
  });
});

it('makes what is derived anew when an old database is brought up', async () => {
  const before = await writeFixture('derive-', 1);
  const latest = JSON.parse(readFileSync(fixturePath(migrations.length), 'utf8')) as Tables;
  const db = createDatabase('derive-');
  const keys = (before['insights'] ?? []).map(({ key }) => key);
  expect(await db.stale.toArray()).toEqual([{ revision: 9, keys }]);
  expect(await db.references.toArray()).toEqual(latest['references']);
});

it('makes a new database in the latest version, stamped', async () => {
  const db = createDatabase('fresh-');
  const last = migrations.at(-1);
  expect(await db.meta.toArray()).toEqual([
    { key: 'schema', version: last?.version, minWriter: last?.minWriter },
  ]);
});

describe('a version to come', () => {
  const next = migrations.length + 1;
  const coming: Migration = {
    version: next,
    minWriter: next,
    stores: { shelves: 'id' },
    upgrade: async (transaction) => {
      await transaction.table('shelves').put({ id: 'one' });
    },
  };

  function openComing(prefix: string, migration: Migration): NoteDatabase {
    const db = new Dexie(`${prefix}counterpoint`);
    declareVersions(db, [...migrations, migration]);
    return db as NoteDatabase;
  }

  it('upgrades and stamps an old database in one go', async () => {
    await writeFixture('up-', 1);
    const db = openComing('up-', coming);
    expect(await db.table('shelves').count()).toBe(1);
    expect(await db.meta.get('schema')).toEqual({ key: 'schema', version: next, minWriter: next });
    expect(await db.clips.count()).toBe(3);
  });

  it('leaves everything as it was when it throws', async () => {
    await writeFixture('broken-', 1);
    const broken = openComing('broken-', {
      ...coming,
      upgrade: async (transaction) => {
        await transaction.table('clips').clear();
        throw new Error('half way');
      },
    });
    await expect(broken.open()).rejects.toThrow('half way');
    const db = new Dexie('broken-counterpoint');
    expect((await db.open()).verno).toBe(1);
    expect(await db.table('clips').count()).toBe(3);
    expect(await db.table('meta').get('schema')).toMatchObject({ version: 1 });
  });

  it('shuts this build out of writing, and lets it read on', async () => {
    await writeFixture('down-', 1);
    const newer = openComing('down-', coming);
    await newer.open();
    newer.close();
    const store = createNoteStore(createDatabase('down-'));
    const [clip] = await store.allClips();
    expect(clip).toBeDefined();
    const refused = { ok: false, error: { kind: 'newer-database' } };
    expect(await store.setNote(clip!.id, 'late')).toEqual(refused);
    expect(await store.undoCapture(clip!.id, clip!.capturedAt)).toEqual(refused);
    expect(await store.allClips()).toContainEqual(clip);
  });

  it('lets this build write where the newer one still allows it', async () => {
    await writeFixture('side-', 1);
    const newer = openComing('side-', { ...coming, minWriter: next - 1 });
    await newer.open();
    newer.close();
    const store = createNoteStore(createDatabase('side-'));
    const [clip] = await store.allClips();
    expect(await store.setNote(clip!.id, 'in time')).toEqual({ ok: true, value: true });
  });
});
