/**
 * The match index in the service worker, which can start no worker of its own. Apart from `wire.ts`,
 * because pages leave the engine to the matcher.
 */
import { createIndexKeeper } from './actions/index-keeper';
import { openDatabase } from './storage/database';
import { hearWrites } from './storage/heard-writes';
import { createIndexStore } from './storage/index-store';
import { createRawDatabase } from './storage/raw-database';
import { createSurfaceReader } from './storage/surface-reader';

const database = createRawDatabase('', () => openDatabase().open());

export const reader = createSurfaceReader(database);

/** Kept as long as the worker lives, so that a second clip finds the index in memory. */
export const keeper = createIndexKeeper(createIndexStore(database), hearWrites());
