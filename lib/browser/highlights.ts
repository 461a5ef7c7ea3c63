/** Paints clips in a tab's page. */
import type { HighlightRequest } from '../core/insight/companion';
import { inject } from './inject';

/** What the page's highlights are asked; false where the page cannot be reached. */
export async function showHighlights(tabId: number, request: HighlightRequest): Promise<boolean> {
  return (await inject(tabId, 'page-highlights', request)).ok;
}
