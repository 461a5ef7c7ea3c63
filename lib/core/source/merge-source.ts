import type { Source } from './source';

/**
 * One source seen twice. The later look wins field by field; what only the earlier one saw stays,
 * since a page that hides its author behind a login today has not lost them.
 */
export function mergeSource(stored: Source, seen: Source): Source {
  const [earlier, later] =
    Date.parse(stored.lastSeenAt) <= Date.parse(seen.lastSeenAt) ? [stored, seen] : [seen, stored];
  return {
    key: stored.key,
    url: later.url,
    metadata: { ...earlier.metadata, ...later.metadata },
    firstSeenAt: earliest(stored.firstSeenAt, seen.firstSeenAt),
    lastSeenAt: later.lastSeenAt,
  };
}

function earliest(a: string, b: string): string {
  return Date.parse(a) <= Date.parse(b) ? a : b;
}
