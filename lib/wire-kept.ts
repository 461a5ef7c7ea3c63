/** Broken files that were kept, which only the library mends. Apart from `wire.ts` for its size. */
import { openDatabase } from './storage/database';
import { createKeptFileStore } from './storage/kept-file-store';
import { ports } from './wire';

export const keptPorts = { ...ports, kept: createKeptFileStore(openDatabase()) };
