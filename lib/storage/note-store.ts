/** The note store on IndexedDB. */
import type { NoteStore } from '../actions/ports';
import { clipWrites } from './clip-writes';
import type { NoteDatabase } from './database';
import { dismissalWrites } from './dismissal-writes';
import { insightWrites } from './insight-writes';
import {
  clipsInTrash,
  clipsTrashedWith,
  insightsInTrash,
  liveClips,
  liveClipsOfInsights,
  liveClipsOfSource,
  liveInsights,
} from './queries';

/** Fulfils the port on this database. Reads reject when the database cannot be read at all. */
export function createNoteStore(db: NoteDatabase): NoteStore {
  return {
    ...clipWrites(db),
    ...insightWrites(db),
    ...dismissalWrites(db),
    getInsight: async (key) => await db.insights.get(key),
    allInsights: () => liveInsights(db),
    trashedInsights: () => insightsInTrash(db),
    allClips: () => liveClips(db),
    trashedClips: () => clipsInTrash(db),
    clipsTrashedWith: (insights) => clipsTrashedWith(db, insights),
    getClip: async (id) => await db.clips.get(id),
    clipsOfInsights: (keys) => liveClipsOfInsights(db, keys),
    clipsOfSource: (sourceKey) => liveClipsOfSource(db, sourceKey),
    allSources: async () => await db.sources.toArray(),
    allLinks: async () => await db.links.toArray(),
    allDismissals: async () => await db.dismissals.toArray(),
  };
}
