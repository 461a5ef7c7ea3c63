import type { Episode } from '../../core/transcript/episode';
import type { Chapter, Transcript } from '../../core/transcript/transcript';
import { playersElsewhere } from '../players-elsewhere';
import { audioAddress } from './audio-address';
import { chaptersOfNotes } from './chapters-of-notes';
import { readEpisodePage } from './episode-page';
import { linkedTranscripts } from './linked-transcripts';
import { nameEvidence } from './name-evidence';
import { pageFeeds } from './page-feeds';
import { printedTranscript } from './printed-transcript';
import { readEpisodeSite } from './read-episode-site';
import { trackChapters, trackTranscript } from './track-transcript';

/**
 * What a page says of the episode it plays, beside its metadata: reads only, fetches nothing but a
 * text track that the page's own player names, and leaves the page as it was. What the site's own
 * form says comes first. `now` is the present moment in seconds since 1970.
 */
export async function readEpisode(
  document: Document,
  url: string,
  now = Date.now() / 1000,
): Promise<Episode> {
  const page = readEpisodePage(document, url);
  const site = readEpisodeSite(page, now);
  const printed = site.transcript ?? printedTranscript(page, site.printed);
  const tracked = site.transcript ? undefined : await trackTranscript(page);
  const transcript = better(printed, tracked);
  const audioUrl = site.audioUrl ?? audioAddress(page);
  const linked = [...(site.linked ?? []), ...linkedTranscripts(page)];
  return {
    ...(transcript && { transcript }),
    linked: linked
      .filter(({ url: to }, at) => linked.findIndex((other) => other.url === to) === at)
      .slice(0, 100),
    feeds: site.feeds ?? pageFeeds(page),
    ...(audioUrl !== undefined && { audioUrl }),
    evidence: { ...nameEvidence(page), ...site.evidence },
    chapters: firstOf([
      await trackChapters(page),
      site.chapters ?? [],
      transcript?.chapters ?? [],
      chaptersOfNotes(document, transcript?.origin.kind === 'page'),
    ]),
    playersElsewhere: playersElsewhere(document),
  };
}

/** The player's own captions tell its time; printed words that have times and names tell more. */
function better(
  printed: Transcript | undefined,
  tracked: Transcript | undefined,
): Transcript | undefined {
  const isWhole = printed?.cues.some(
    ({ start, speaker }) => start !== undefined && speaker !== undefined,
  );
  return isWhole ? printed : (tracked ?? printed);
}

function firstOf(lists: readonly (readonly Chapter[])[]): Chapter[] {
  return (lists.find((list) => list.length > 0) ?? []).slice(0, 2_000);
}
