import type { Episode } from '../../core/transcript/episode';
import { playersElsewhere } from '../players-elsewhere';
import { audioAddress } from './audio-address';
import { readEpisodePage } from './episode-page';
import { linkedTranscripts } from './linked-transcripts';
import { nameEvidence } from './name-evidence';
import { pageFeeds } from './page-feeds';
import { trackChapters, trackTranscript } from './track-transcript';

/**
 * What a page says of the episode it plays, beside its metadata: reads only, fetches nothing but a
 * text track that the page's own player names, and leaves the page as it was.
 */
export async function readEpisode(document: Document, url: string): Promise<Episode> {
  const page = readEpisodePage(document, url);
  const transcript = await trackTranscript(page);
  const audioUrl = audioAddress(page);
  return {
    ...(transcript && { transcript }),
    linked: linkedTranscripts(page),
    feeds: pageFeeds(page),
    ...(audioUrl !== undefined && { audioUrl }),
    evidence: nameEvidence(page),
    chapters: await trackChapters(page),
    playersElsewhere: playersElsewhere(document),
  };
}
