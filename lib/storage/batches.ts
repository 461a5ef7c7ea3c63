/** Records of one request; between two requests the page may do something else. */
const batchSize = 100;

/** The records in parts of one request each. */
export function batches<T>(all: readonly T[]): T[][] {
  const count = Math.ceil(all.length / batchSize);
  return Array.from({ length: count }, (_, at) => all.slice(at * batchSize, (at + 1) * batchSize));
}
