import { useEffect, useMemo, useState } from 'react';
import type { PageInView } from '@/components/surface/surface-api';
import { namesFrom, evidenceOf, withNames } from '@/lib/actions/transcript-of';
import { pageKey } from '@/lib/core/source/page-key';
import type { Episode } from '@/lib/core/transcript/episode';
import { namesOf } from '@/lib/core/transcript/names-of';
import type { KeptTranscript } from '@/lib/core/transcript/kept-transcript';
import type { FeedEpisode } from '@/lib/core/transcript/read-feed';
import type { SpeakerNames } from '@/lib/core/transcript/rename-speakers';
import type { Transcript } from '@/lib/core/transcript/transcript';
import { useTranscript } from '@/lib/storage/transcript-hooks';
import { panelPorts } from '@/lib/wire-transcript';

export interface EpisodeInView {
  readonly sourceKey: string;
  /** Undefined while the page is asked, null where it cannot be; with whom the feed names. */
  readonly episode: Episode | null | undefined;
  /** Null where none is kept. */
  readonly kept: KeptTranscript | null | undefined;
  /** As it came, and with its voices named. */
  readonly raw: Transcript | undefined;
  readonly named: Transcript | undefined;
  /** The names of its voices, by what it calls them. */
  readonly names: SpeakerNames;
  /** Who is known to speak in it, guests first. */
  readonly people: readonly string[];
}

/** The episode of the page in view and what is known to be said in it; `inFeed` is whom its feed names. */
export function useEpisode(
  { tabId, snapshot }: PageInView,
  inFeed: FeedEpisode['persons'] | undefined,
): EpisodeInView {
  const sourceKey = pageKey(snapshot);
  const kept = useTranscript(sourceKey);
  const [read, setRead] = useState<{ readonly of: string; readonly episode: Episode | null }>();
  const found = read?.of === sourceKey ? read.episode : undefined;
  useEffect(() => {
    let isGone = false;
    void panelPorts.episodes.readEpisode(tabId).then((answer) => {
      if (!isGone) setRead({ of: sourceKey, episode: answer.ok ? answer.value : null });
    });
    return () => {
      isGone = true;
    };
  }, [tabId, sourceKey]);

  return useMemo(() => {
    const persons = inFeed ?? kept?.persons;
    const episode = found && persons ? withPersons(found, persons) : found;
    const raw = kept === undefined ? undefined : (kept?.transcript ?? episode?.transcript);
    const known = episode ?? undefined;
    const names = { ...(raw && namesFrom(raw, known)), ...kept?.speakers };
    return {
      sourceKey,
      episode,
      kept,
      raw,
      named: raw && withNames(raw, names),
      names,
      people: namesOf(evidenceOf(known)).map(({ name }) => name),
    };
  }, [sourceKey, found, kept, inFeed]);
}

/** The episode with whom its feed names in it, beside what its page says. */
export function withPersons(episode: Episode, persons: FeedEpisode['persons']): Episode {
  return { ...episode, evidence: { ...episode.evidence, persons: [...persons] } };
}
