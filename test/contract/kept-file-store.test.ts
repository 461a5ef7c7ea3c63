import 'fake-indexeddb/auto';
import { createDatabase } from '../../lib/storage/database.ts';
import { createKeptFileStore } from '../../lib/storage/kept-file-store.ts';
import { createMemoryKeptFiles } from '../support/memory-kept-files.ts';
import { keptFileStoreContract } from './kept-file-store.contract.ts';

let made = 0;
keptFileStoreContract('IndexedDB', () =>
  createKeptFileStore(createDatabase(`kept-${(made += 1)}-`)),
);
keptFileStoreContract('memory', createMemoryKeptFiles);
