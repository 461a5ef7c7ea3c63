/** Paints clips in a tab's page. */
import type { HighlightRequest } from '../core/insight/companion';
import { inject } from './inject';

/**
 * What the page's highlights are asked; gives how many clips are painted then, undefined where the page
 * cannot be reached.
 */
export async function showHighlights(
  tabId: number,
  request: HighlightRequest,
): Promise<number | undefined> {
  const asked = await inject(tabId, 'page-highlights', request);
  return asked.ok && typeof asked.value === 'number' ? asked.value : undefined;
}
