/** The writes that concern what a person called not related. */
import type { NoteStore } from '../actions/ports';
import { dismissalSchema } from '../core/match/dismissal';
import { ok } from '../core/result';
import type { NoteDatabase } from './database';
import { checked, write } from './write';

export function dismissalWrites(db: NoteDatabase): Pick<NoteStore, 'dismiss' | 'undismiss'> {
  return {
    async dismiss(dismissal) {
      const record = checked(dismissalSchema, 'dismissal', dismissal);
      if (!record.ok) return record;
      const { insightKey, sourceKey } = record.value;
      return write(db, async () => {
        const ofInsight = db.dismissals.where('insightKey').equals(insightKey);
        await ofInsight.filter((each) => each.sourceKey === sourceKey).delete();
        await db.dismissals.put(record.value);
        return ok(undefined);
      });
    },

    undismiss: (id) =>
      write(db, async () => {
        await db.dismissals.delete(id);
        return ok(undefined);
      }),
  };
}
