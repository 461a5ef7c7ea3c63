import type { SourcePage } from '../core/match/match';
import type { MatchIndex } from '../core/match/match-index';
import { rankInsights } from '../core/match/surface';
import type { SourceNotes, SurfaceReader } from './ports';
import { surfacePage } from './surface-page';

/**
 * How many insights the popup would show for the page: those it gave rise to (`here`) and those it touches.
 * Where there are none of either nothing is looked up.
 */
export async function countMatches(
  reader: SurfaceReader,
  index: MatchIndex,
  page: SourcePage,
  here: SourceNotes['insights'],
): Promise<number> {
  // What was dismissed only takes matches away: it is asked for once there are some.
  const input = { index, page, here: [], dismissed: new Set<string>(), softened: new Map() };
  if (here.length === 0 && rankInsights(input).length === 0) return 0;
  const { onThisPage, related } = await surfacePage(reader, index, page);
  return onThisPage.length + related.length;
}
