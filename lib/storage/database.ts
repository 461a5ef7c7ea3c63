/** The one database of the extension. Every other module gets it handed to it. */
import { Dexie, type Table } from 'dexie';
import type { CodexDocument } from '../core/codex/codex-document';
import type { Clip } from '../core/insight/clip';
import type { Collection, CollectionFile } from '../core/insight/collection';
import type { Conflict, FolderFile } from '../core/insight/folder-file';
import type { Insight } from '../core/insight/insight';
import type { KeptFile } from '../core/insight/kept-file';
import type { Link } from '../core/insight/link';
import type { Dismissal } from '../core/match/dismissal';
import type { Archive } from '../core/source/archive';
import type { Source } from '../core/source/source';
import type { KeptTranscript } from '../core/transcript/kept-transcript';
import { deriveAll, type References } from './derived';
import { followWrites } from './follow-writes';
import { databaseName, declareVersions, migrations, type SchemaStamp } from './migrations';
import type { StaleKeys } from './stale-keys';

/** Counts the writes, so that whoever keeps something derived can tell that it is out of date. */
export interface Revision {
  readonly key: 'revision';
  readonly value: number;
}

/** The folder a person chose for their cards; the browser keeps the permission, not we. */
export interface ChosenFolder {
  readonly key: 'own';
  readonly handle: FileSystemDirectoryHandle;
  /** The person wants its `INDEX.json` kept up. */
  readonly writesIndex?: boolean;
}

export type NoteDatabase = Dexie & {
  readonly sources: Table<Source, string>;
  readonly clips: Table<Clip, string>;
  readonly insights: Table<Insight, string>;
  readonly links: Table<Link, string>;
  readonly dismissals: Table<Dismissal, string>;
  readonly collections: Table<Collection, string>;
  readonly collectionFiles: Table<CollectionFile, string>;
  readonly documents: Table<CodexDocument, string>;
  readonly brokenFiles: Table<KeptFile, string>;
  readonly folder: Table<ChosenFolder, string>;
  readonly folderFiles: Table<FolderFile, string>;
  readonly conflicts: Table<Conflict, string>;
  readonly transcripts: Table<KeptTranscript, string>;
  readonly archives: Table<Archive, string>;
  readonly stale: Table<StaleKeys, number>;
  readonly references: Table<References, string>;
  readonly meta: Table<SchemaStamp | Revision, string>;
};

/**
 * The database in today's version, not opened yet: Dexie opens it with the first query. `prefix`
 * gives a test one of its own.
 *
 * `strict` makes a write resolve only once the operating system has it on the disk. The browser's
 * default resolves earlier, and a power cut then takes clips that were already acknowledged.
 */
export function createDatabase(prefix = ''): NoteDatabase {
  const db = new Dexie(`${prefix}${databaseName}`, { chromeTransactionDurability: 'strict' });
  declareVersions(db, migrations, deriveAll);
  followWrites(db);
  return db as NoteDatabase;
}

let opened: NoteDatabase | undefined;

/** The person's database, the same object on every call. */
export function openDatabase(): NoteDatabase {
  opened ??= createDatabase();
  return opened;
}
