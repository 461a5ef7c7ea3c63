/** The composition root of the matcher: raw storage and nothing else, so that the worker stays small. */
import { createIndexKeeper } from './actions/index-keeper';
import { createIndexStore } from './storage/index-store';
import { createRawDatabase } from './storage/raw-database';
import { createSurfaceReader } from './storage/surface-reader';

const database = createRawDatabase();

export const matcherPorts = {
  reader: createSurfaceReader(database),
  keeper: createIndexKeeper(createIndexStore(database)),
};
