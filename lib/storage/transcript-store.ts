/** Transcripts, archives and the words of clips that come later, on IndexedDB. */
import type { ClipWords, EpisodeStore, NamedVoice } from '../actions/transcript-ports';
import { clipSchema, type Clip } from '../core/insight/clip';
import { ownCollection, type Insight } from '../core/insight/insight';
import { nextStamp } from '../core/insight/next-stamp';
import { ok } from '../core/result';
import { archiveSchema } from '../core/source/archive';
import { keptTranscriptSchema } from '../core/transcript/kept-transcript';
import { isVoiceCode } from '../core/transcript/voice-code';
import type { NoteDatabase } from './database';
import { isLive } from './live';
import { checked, write } from './write';

/** Fulfils the port on this database. */
export function createTranscriptStore(db: NoteDatabase): EpisodeStore {
  return {
    getTranscript: (sourceKey) => db.transcripts.get(sourceKey),

    async keepTranscript(kept) {
      const record = checked(keptTranscriptSchema, 'transcript', kept);
      if (!record.ok) return record;
      return write(db, async () => {
        await db.transcripts.put(record.value);
        return ok(undefined);
      });
    },

    dropTranscript: (sourceKey) =>
      write(db, async () => {
        await db.transcripts.delete(sourceKey);
        return ok(undefined);
      }),

    fillClip: (clipId, words) =>
      write(db, async () => {
        const clip = await db.clips.get(clipId);
        // Words that came meanwhile stay, with the second they were said at.
        if (!clip || clip.quote !== '') return ok(false);
        const record = checked(clipSchema, 'clip', filled(clip, words));
        if (!record.ok) return record;
        await db.clips.put(record.value);
        return ok(true);
      }),

    nameVoice: (sourceKey, voice, at) =>
      write(db, async () => {
        const clips = (await db.clips.where('sourceKey').equals(sourceKey).toArray()).filter(
          ({ speaker }) => speaker === voice.from,
        );
        await db.clips.bulkPut(clips.map((clip) => ({ ...clip, speaker: voice.to })));
        const keys = new Set(clips.filter(isLive).map(({ insightKey }) => insightKey));
        const insights = (await db.insights.bulkGet([...keys])).filter(
          (each) => each !== undefined,
        );
        await db.insights.bulkPut(insights.flatMap((insight) => spokenBy(insight, voice, at)));
        return ok(clips.filter(isLive).length);
      }),

    async saveArchive(archive) {
      const record = checked(archiveSchema, 'archive', archive);
      if (!record.ok) return record;
      return write(db, async () => {
        const there = await db.archives.get(record.value.path);
        if (there && there.sourceKey !== record.value.sourceKey) return ok(false);
        await db.archives.put(record.value);
        return ok(true);
      });
    },

    getArchive: (path) => db.archives.get(path),
    archivesAt: async (paths) =>
      (await db.archives.bulkGet([...paths])).filter((each) => each !== undefined),
  };
}

function filled(clip: Clip, { quote, speaker, time, origin, times }: ClipWords): Clip {
  const selector = clip.target.selector.filter(({ type }) => type !== 'FragmentSelector');
  return {
    ...clip,
    ...(quote !== '' && { quote, origin }),
    ...(speaker !== undefined && { speaker }),
    ...(time && { time }),
    target: time ? { ...clip.target, selector: [...selector.slice(0, 7), ...times] } : clip.target,
  };
}

/** The draft with the name in place of the voice; none where somebody else is its operator. */
function spokenBy(insight: Insight, { from, to }: NamedVoice, at: string): Insight[] {
  const { card, collection, status, updatedAt } = insight;
  const isOpen = card.operator === '' || card.operator === from;
  if (collection !== ownCollection || status !== 'draft' || !isOpen) return [];
  // Taken back, a voice is nobody's again.
  const operator = isVoiceCode(to) ? '' : to;
  if (operator === card.operator) return [];
  return [{ ...insight, card: { ...card, operator }, updatedAt: nextStamp(updatedAt, at) }];
}
