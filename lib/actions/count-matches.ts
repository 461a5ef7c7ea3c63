import type { MatchIndex } from '../core/match/match-index';
import type { PageSnapshot } from '../core/source/snapshot';
import type { SurfaceReader } from './ports';
import { surfacePage } from './surface-page';

/** Characters of a page that are read for a count nobody has asked for yet. */
const budget = 60_000;

/**
 * How many insights the popup would show for the page: those it gave rise to and those it touches. A
 * count on a button may cost little: of a long page only the beginning is read.
 */
export async function countMatches(
  reader: SurfaceReader,
  index: MatchIndex,
  snapshot: PageSnapshot,
): Promise<number> {
  const passages = snapshot.passages.filter(({ start }) => start < budget);
  const { onThisPage, related } = await surfacePage(reader, index, { ...snapshot, passages });
  return onThisPage.length + related.length;
}
