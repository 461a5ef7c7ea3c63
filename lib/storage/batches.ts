/** Records of one request; between two requests the page may do something else. */
const batchSize = 100;

/** The records in parts of one request each. */
export function* batches<T>(all: readonly T[]): Generator<T[]> {
  for (let at = 0; at < all.length; at += batchSize) yield all.slice(at, at + batchSize);
}
