import { createDatabase } from '../../lib/storage/database';
import { createNoteStore } from '../../lib/storage/note-store';
import { noteStoreContract } from './note-store.contract';

noteStoreContract('in a real browser', async () =>
  createNoteStore(createDatabase(`contract-${crypto.randomUUID()}-`)),
);
