import 'fake-indexeddb/auto';
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
  const index = createMemoryIndex(store);
  return { store, index, reader: index };
}

let databases = 0;
async function onIndexedDb() {
  const prefix = `surfacing-${(databases += 1)}-`;
  const raw = createRawDatabase(prefix);
  const store = createNoteStore(createDatabase(prefix));
  return { store, index: createIndexStore(raw), reader: createSurfaceReader(raw) };
}

surfaceReaderContract('in memory', inMemory);
surfaceReaderContract('on IndexedDB', onIndexedDb);
indexStoreContract('in memory', inMemory);
indexStoreContract('on IndexedDB', onIndexedDb);
