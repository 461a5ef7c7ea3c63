/**
 * Broken files that were kept and drafts that become evidence, which only the library deals with. Apart
 * from `wire.ts`, so that popup and service worker stay small.
 */
import { openDatabase } from './storage/database';
import { createKeptFileStore } from './storage/kept-file-store';
import { createDraftMerger } from './storage/merge-draft';
import { ports } from './wire';

export const keptPorts = { ...ports, kept: createKeptFileStore(openDatabase()) };
export const merger = createDraftMerger(openDatabase());
