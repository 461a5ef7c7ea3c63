import { useState } from 'react';
import { namesFrom } from '@/lib/actions/transcript-of';
import type { StorageFailure } from '@/lib/actions/ports';
import type { Result } from '@/lib/core/result';
import type { KeptTranscript } from '@/lib/core/transcript/kept-transcript';
import type { FeedEpisode } from '@/lib/core/transcript/read-feed';
import type { ReadTranscript } from '@/lib/core/transcript/read-transcript';
import type { SpeakerNames } from '@/lib/core/transcript/rename-speakers';
import type { Chapter } from '@/lib/core/transcript/transcript';
import { t, tn } from '@/lib/i18n';
import { panelPorts } from '@/lib/wire-transcript';
import { withPersons, type EpisodeInView } from './use-episode';

export interface FoundInFeed {
  readonly feed: FeedEpisode | undefined;
  readonly chapters: readonly Chapter[] | undefined;
}

interface Undo {
  readonly message: string;
  readonly onUndo: () => void;
}

interface Keeping {
  readonly undo: Undo | undefined;
  readonly onRead: (read: ReadTranscript, speakers: SpeakerNames) => void;
  readonly onFeed: (feed: FeedEpisode) => void;
  readonly onChapters: (chapters: readonly Chapter[]) => void;
  /** Keeps what there is with these names; whether it is kept. */
  readonly onNames: (names: SpeakerNames) => Promise<boolean>;
  readonly onForget: () => void;
}

interface Told {
  readonly onSaid: (said: string) => void;
  /** Undefined when the last write went well. */
  readonly onFailure: (failure: StorageFailure | undefined) => void;
}

/**
 * Keeps what is known to be said in the episode in view. What comes before there is a transcript, as whom
 * the feed names, waits in `found` and is kept with it.
 */
export function useKeeping(
  { sourceKey, episode, kept, raw, names }: EpisodeInView,
  found: FoundInFeed,
  onFound: (found: FoundInFeed) => void,
  { onSaid, onFailure }: Told,
): Keeping {
  const { transcripts, clock } = panelPorts;
  const [undo, setUndo] = useState<Undo>();

  const done = (result: Result<void, StorageFailure>) => {
    onFailure(result.ok ? undefined : result.error);
    return result.ok;
  };
  const keep = async (
    record: Pick<KeptTranscript, 'transcript' | 'speakers'>,
    { feed, chapters }: FoundInFeed,
  ) => {
    const persons = feed?.persons ?? kept?.persons;
    const transcript = chapters
      ? { ...record.transcript, chapters: [...chapters] }
      : record.transcript;
    const known = episode && persons ? withPersons(episode, persons) : episode;
    return done(
      await transcripts.keepTranscript({
        sourceKey,
        transcript,
        // What the page and the feed say of its voices is not asked again when something is clipped.
        speakers: { ...namesFrom(transcript, known ?? undefined), ...record.speakers },
        ...(persons && { persons: [...persons] }),
        savedAt: clock.now(),
      }),
    );
  };
  /** Keeps the transcript there is with what was found; by then it may be another than when it was asked for. */
  const keepFound = async (now: FoundInFeed) => {
    const latest = await transcripts.getTranscript(sourceKey);
    const transcript = latest?.transcript ?? raw;
    if (transcript) await keep({ transcript, speakers: latest?.speakers ?? names }, now);
  };
  /** Offers what was kept before once more. */
  const offerBack = (before: KeptTranscript | undefined, message: string) => {
    if (!before) return setUndo(undefined);
    const onUndo = async () => {
      if (!done(await transcripts.keepTranscript(before))) return;
      setUndo(undefined);
      onSaid(t('transcript_said_back'));
    };
    setUndo({ message, onUndo: () => void onUndo() });
  };

  const onRead = async (read: ReadTranscript, speakers: SpeakerNames) => {
    const before = await transcripts.getTranscript(sourceKey);
    if (!(await keep({ transcript: read.transcript, speakers }, found))) return;
    onSaid(t('transcript_said_kept'));
    offerBack(before, t('transcript_said_replaced'));
  };
  const onFeed = async (feed: FeedEpisode) => {
    const now = { ...found, feed };
    onFound(now);
    if (feed.persons.length > 0) await keepFound(now);
    onSaid(t('transcript_said_feed', feed.linked.length, feed.persons.length));
  };
  const onChapters = async (chapters: readonly Chapter[]) => {
    const now = { ...found, chapters };
    onFound(now);
    await keepFound(now);
    onSaid(tn('transcript_said_chapters', chapters.length));
  };
  const onForget = async () => {
    const before = await transcripts.getTranscript(sourceKey);
    if (!done(await transcripts.dropTranscript(sourceKey))) return;
    onSaid(t('transcript_said_forgotten'));
    offerBack(before, t('transcript_said_forgotten'));
  };

  return {
    undo,
    onRead: (read, speakers) => void onRead(read, speakers),
    onFeed: (feed) => void onFeed(feed),
    onChapters: (chapters) => void onChapters(chapters),
    onNames: async (given) =>
      raw !== undefined && keep({ transcript: raw, speakers: given }, found),
    onForget: () => void onForget(),
  };
}
