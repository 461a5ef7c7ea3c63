/** Reads, searches and points at the page in a tab. What comes back is checked before use. */
import type { PageFailure, PagePlace, Pages } from '../actions/ports';
import { err, ok, type Result } from '../core/result';
import {
  pageSelectionSchema,
  pageSnapshotSchema,
  type PageSelection,
} from '../core/source/snapshot';
import { z } from '../core/z';
import { inject } from './inject';

const refusalSchema = z.object({ refused: z.string() });
const shownSchema = z.object({ found: z.boolean() });
const foundSchema = z.object({
  clips: z.array(
    z.object({
      id: z.uuid(),
      state: z.enum(['found', 'changed', 'missing']),
      words: z.string().max(100_000).optional(),
    }),
  ),
});
const locatedSchema = z.object({ found: z.boolean(), selection: pageSelectionSchema.optional() });

/** The `Pages` port over `scripting.executeScript`. */
export const pages: Pages = {
  async readPage(tabId) {
    const answer = await inject(tabId, 'page-reader', null);
    if (!answer.ok) return answer;
    if (refusalSchema.safeParse(answer.value).success) return err({ kind: 'not-a-page' });
    return checked(pageSnapshotSchema, answer.value);
  },

  async showOnPage(tabId, place: PagePlace) {
    const answer = await inject(tabId, 'page-pointer', place);
    if (!answer.ok) return answer;
    const shown = checked(shownSchema, answer.value);
    return shown.ok ? ok(shown.value.found) : shown;
  },

  async findClips(tabId, clips) {
    const answer = await inject(tabId, 'page-pointer', { find: clips });
    if (!answer.ok) return answer;
    const found = checked(foundSchema, answer.value);
    return found.ok ? ok(found.value.clips) : found;
  },

  async locate(tabId, quote): Promise<Result<PageSelection | undefined, PageFailure>> {
    const answer = await inject(tabId, 'page-pointer', { locate: quote });
    if (!answer.ok) return answer;
    const located = checked(locatedSchema, answer.value);
    return located.ok ? ok(located.value.selection) : located;
  },
};

function checked<T>(schema: z.ZodType<T>, value: unknown): Result<T, PageFailure> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return ok(parsed.data);
  return err({ kind: 'page-answer-invalid', detail: z.prettifyError(parsed.error) });
}
