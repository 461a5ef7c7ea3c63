/** The episode of the page in a tab, and its player. What comes back is checked before use. */
import type { EpisodePages } from '../actions/episode-ports';
import type { PageFailure } from '../actions/ports';
import { err, ok, type Result } from '../core/result';
import { episodeSchema, positionSchema } from '../core/transcript/episode';
import { z } from '../core/z';
import { ask, inject } from './inject';

const atSchema = z.object({ position: positionSchema.optional() });
const doneSchema = z.object({ done: z.boolean() });

/** The `EpisodePages` port over `scripting.executeScript`. */
export const episodePages: EpisodePages = {
  async readEpisode(tabId) {
    const answer = await inject(tabId, 'page-episode', { read: true });
    return answer.ok ? checked(episodeSchema, answer.value) : answer;
  },

  async position(tabId) {
    const answer = await ask(tabId, 'page-episode', { at: true });
    if (!answer.ok) return answer;
    const at = checked(atSchema, answer.value);
    return at.ok ? ok(at.value.position) : at;
  },

  async seek(tabId, seconds) {
    const answer = await ask(tabId, 'page-episode', { seek: seconds });
    if (!answer.ok) return answer;
    const moved = checked(doneSchema, answer.value);
    return moved.ok ? ok(moved.value.done) : moved;
  },
};

function checked<T>(schema: z.ZodType<T>, value: unknown): Result<T, PageFailure> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return ok(parsed.data);
  return err({ kind: 'page-answer-invalid', detail: z.prettifyError(parsed.error) });
}
