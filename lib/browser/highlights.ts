/** Paints clips in a tab's page. */
import type { HighlightRequest } from '../core/insight/companion';
import { injectInDocument, type OneDocument } from './inject-in-document';

/**
 * What the page's highlights are asked; gives how many clips are painted then, undefined where the page
 * cannot be reached, or is no longer there.
 */
export async function showHighlights(
  page: OneDocument,
  request: HighlightRequest,
): Promise<number | undefined> {
  const asked = await injectInDocument(page, 'page-highlights', request);
  return asked.ok && typeof asked.value === 'number' ? asked.value : undefined;
}
