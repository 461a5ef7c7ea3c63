/** The writes that concern a clip: captured, taken back, noted, given to another insight. */
import type { NoteStore } from '../actions/ports';
import { clipSchema, type Clip } from '../core/insight/clip';
import { insightSchema } from '../core/insight/insight';
import { reattach } from '../core/insight/reattach';
import { isUntouchedDraft } from '../core/insight/is-untouched-draft';
import { outOfTrash } from '../core/insight/out-of-trash';
import { err, ok } from '../core/result';
import { mergeSource } from '../core/source/merge-source';
import { sourceSchema } from '../core/source/source';
import type { NoteDatabase } from './database';
import { isLive } from './live';
import { restoreInsights, trashInsights } from './trash';
import { checked, write } from './write';

type ClipWrites = Pick<
  NoteStore,
  'saveCapture' | 'undoCapture' | 'redoCapture' | 'reattachClip' | 'setNote' | 'moveClip'
>;

export function clipWrites(db: NoteDatabase): ClipWrites {
  return {
    async saveCapture(capture) {
      const source = checked(sourceSchema, 'source', capture.source);
      if (!source.ok) return source;
      const clip = checked(clipSchema, 'clip', capture.clip);
      if (!clip.ok) return clip;
      const draft = checked(insightSchema.optional(), 'draft', capture.draft);
      if (!draft.ok) return draft;

      return write(db, async () => {
        if (await db.clips.get(clip.value.id)) return ok(undefined);
        const stored = await db.insights.get(clip.value.insightKey);
        const started = draft.value?.key === clip.value.insightKey ? draft.value : undefined;
        if (stored) await restoreInsights(db, [stored]);
        else if (started) await db.insights.add(started);
        else return err({ kind: 'storage-failed', detail: 'clip.insightKey: no such insight' });

        const seen = await db.sources.get(source.value.key);
        await db.sources.put(seen ? mergeSource(seen, source.value) : source.value);
        await db.clips.add(clip.value);
        return ok(undefined);
      });
    },

    undoCapture: (clipId, at) =>
      write(db, async () => {
        const clip = await db.clips.get(clipId);
        if (!clip) return ok(false);
        if (!isLive(clip)) return ok(true);
        await db.clips.put({ ...clip, deletedAt: at });
        await trashAbandonedDraft(db, clip.insightKey, at);
        return ok(true);
      }),

    redoCapture: (clipId) =>
      write(db, async () => {
        const clip = await db.clips.get(clipId);
        if (!clip) return ok(false);
        await bringBack(db, clip);
        return ok(true);
      }),

    async reattachClip(clipId, target, at) {
      const place = checked(clipSchema.shape.target, 'target', target);
      if (!place.ok) return place;
      return write(db, async () => {
        const clip = await db.clips.get(clipId);
        if (!clip) return ok(false);
        const attached = reattach(clip, place.value, at);
        if (attached !== clip) await db.clips.put(attached);
        return ok(true);
      });
    },

    async setNote(clipId, note) {
      const text = checked(clipSchema.shape.note, 'note', note);
      if (!text.ok) return text;
      return write(db, async () => {
        const clip = await db.clips.get(clipId);
        if (!clip) return ok(false);
        await db.clips.put({ ...clip, note: text.value });
        return ok(true);
      });
    },

    moveClip: (clipId, to, role, at) =>
      write(db, async () => {
        const clip = await db.clips.get(clipId);
        if (!clip || !(await db.insights.get(to))) return ok(false);
        await bringBack(db, { ...clip, insightKey: to, role });
        if (clip.insightKey !== to) await trashAbandonedDraft(db, clip.insightKey, at);
        return ok(true);
      }),
  };
}

/** Stores the clip outside the trash, and its insight with it. */
async function bringBack(db: NoteDatabase, clip: Clip): Promise<void> {
  const insight = await db.insights.get(clip.insightKey);
  if (insight) await restoreInsights(db, [insight]);
  await db.clips.put(outOfTrash(clip));
}

/** Trashes an untouched draft that has no clip any more. */
async function trashAbandonedDraft(db: NoteDatabase, key: string, at: string): Promise<void> {
  const insight = await db.insights.get(key);
  if (!insight || !isLive(insight) || !isUntouchedDraft(insight)) return;
  const clips = await db.clips.where('insightKey').equals(key).filter(isLive).count();
  if (clips === 0) await trashInsights(db, [insight], at);
}
