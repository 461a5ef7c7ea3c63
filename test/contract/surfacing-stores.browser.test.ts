import type { CodexDocument } from '../../lib/core/codex/codex-document';
import { createDatabase } from '../../lib/storage/database';
import { createIndexStore } from '../../lib/storage/index-store';
import { createNoteStore } from '../../lib/storage/note-store';
import { createRawDatabase } from '../../lib/storage/raw-database';
import { createSurfaceReader } from '../../lib/storage/surface-reader';
import { indexStoreContract } from './index-store.contract';
import { surfaceReaderContract } from './surface-reader.contract';

async function open() {
  const prefix = `surfacing-${crypto.randomUUID()}-`;
  const raw = createRawDatabase(prefix);
  const database = createDatabase(prefix);
  const store = createNoteStore(database);
  const putDocuments = (documents: readonly CodexDocument[]) =>
    database.documents.bulkPut([...documents]);
  return { store, index: createIndexStore(raw), reader: createSurfaceReader(raw), putDocuments };
}

surfaceReaderContract('in a real browser', open);
indexStoreContract('in a real browser', open);
