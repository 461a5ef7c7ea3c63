import 'fake-indexeddb/auto';
import type { CodexDocument } from '../../lib/core/codex/codex-document';
import { createDatabase } from '../../lib/storage/database';
import { createIndexStore } from '../../lib/storage/index-store';
import { createNoteStore } from '../../lib/storage/note-store';
import { createRawDatabase } from '../../lib/storage/raw-database';
import { createSurfaceReader } from '../../lib/storage/surface-reader';
import { createMemoryIndex } from '../support/memory-index';
import { createMemoryStore } from '../support/memory-store';
import { indexStoreContract } from './index-store.contract';
import { surfaceReaderContract } from './surface-reader.contract';

async function inMemory() {
  const store = createMemoryStore();
  const documents: CodexDocument[] = [];
  const index = createMemoryIndex(store, documents);
  const putDocuments = async (more: readonly CodexDocument[]) => documents.push(...more);
  return { store, index, reader: index, putDocuments };
}

let databases = 0;
async function onIndexedDb() {
  const prefix = `surfacing-${(databases += 1)}-`;
  const raw = createRawDatabase(prefix);
  const database = createDatabase(prefix);
  const store = createNoteStore(database);
  const putDocuments = (documents: readonly CodexDocument[]) =>
    database.documents.bulkPut([...documents]);
  return { store, index: createIndexStore(raw), reader: createSurfaceReader(raw), putDocuments };
}

surfaceReaderContract('in memory', inMemory);
surfaceReaderContract('on IndexedDB', onIndexedDb);
indexStoreContract('in memory', inMemory);
indexStoreContract('on IndexedDB', onIndexedDb);
