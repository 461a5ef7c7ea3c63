/** The link store on IndexedDB. */
import type { LinkStore } from '../actions/link-ports';
import { applyChange } from '../core/insight/apply-change';
import { insightSchema, ownCollection, type Insight } from '../core/insight/insight';
import { linkSchema, type Link } from '../core/insight/link';
import { err, ok } from '../core/result';
import type { NoteDatabase } from './database';
import { checked, write } from './write';

/** Fulfils the port on this database. */
export function createLinkStore(db: NoteDatabase): LinkStore {
  return {
    async changeLinks({ put = [], remove = [], cards = new Map() }, at) {
      const links: Link[] = [];
      for (const link of put) {
        const record = checked(linkSchema, 'link', link);
        if (!record.ok) return record;
        links.push(record.value);
      }
      return write<Insight[]>(db, async () => {
        const before: Insight[] = [];
        const after: Insight[] = [];
        for (const [key, change] of cards) {
          const stored = await db.insights.get(key);
          if (!stored) continue;
          if (stored.collection !== ownCollection) return err({ kind: 'read-only-collection' });
          const edit = (insight: Insight) => ({ ...insight, card: change(insight.card) });
          const changed = applyChange(stored, edit, at);
          if (changed === stored) continue;
          const record = checked(insightSchema, 'insight', changed);
          if (!record.ok) return record;
          before.push(stored);
          after.push(record.value);
        }
        await db.insights.bulkPut(after);
        await db.links.bulkDelete([...remove]);
        await db.links.bulkPut(links);
        return ok(before);
      });
    },
  };
}
