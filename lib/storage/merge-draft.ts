/** Drafts that become evidence, on IndexedDB. */
import type { DraftMerger, MergedDraft } from '../actions/merge-draft-ports';
import { ownCollection } from '../core/insight/insight';
import { err, ok } from '../core/result';
import type { NoteDatabase } from './database';
import { isLive, liveByTime } from './live';
import { restoreInsights, trashInsights } from './trash';
import { write } from './write';

/** Fulfils the port on this database. */
export function createDraftMerger(db: NoteDatabase): DraftMerger {
  return {
    mergeDraft: (draftKey, to, at) =>
      write<MergedDraft | undefined>(db, async () => {
        const [draft, other] = await db.insights.bulkGet([draftKey, to]);
        if (!draft || !other || !isLive(draft) || !isLive(other)) return ok(undefined);
        if ([draft, other].some(({ collection }) => collection !== ownCollection)) {
          return err({ kind: 'read-only-collection' });
        }
        const all = await db.clips.where('insightKey').equals(draftKey).toArray();
        const clips = liveByTime(all);
        await db.clips.bulkPut(
          clips.map((clip) => ({ ...clip, insightKey: to, role: 'evidence' as const })),
        );
        await trashInsights(db, [draft], at);
        return ok({ draftKey, clips });
      }),

    unmergeDraft: ({ draftKey, clips }, from) =>
      write(db, async () => {
        const draft = await db.insights.get(draftKey);
        if (!draft) return ok(undefined);
        await restoreInsights(db, [draft]);
        const now = await db.clips.bulkGet(clips.map(({ id }) => id));
        const there = clips.flatMap(({ role }, place) => {
          const clip = now[place];
          const isStill = clip?.insightKey === from && isLive(clip);
          return isStill ? [{ ...clip, insightKey: draftKey, role }] : [];
        });
        await db.clips.bulkPut(there);
        return ok(undefined);
      }),
  };
}
