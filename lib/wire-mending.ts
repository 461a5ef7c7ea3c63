/** What only the library mends and merges; apart from `wire.ts`, so that popup and service worker stay small. */
import { openDatabase } from './storage/database';
import { createKeptFileStore } from './storage/kept-file-store';
import { createDraftMerger } from './storage/merge-draft';

export const kept = createKeptFileStore(openDatabase());
export const merger = createDraftMerger(openDatabase());
