/** Transcripts and chapters that a page or a feed links, fetched because the person asked. */
import { err, ok, type Result } from '../core/result';
import type { LinkedTranscript } from '../core/transcript/episode';
import { looksSpoken } from '../core/transcript/looks-spoken';
import { readChapters } from '../core/transcript/read-chapters';
import { readFeed, type FeedEpisode, type FeedKeys } from '../core/transcript/read-feed';
import { readTranscript, type ReadTranscript } from '../core/transcript/read-transcript';
import type { Chapter } from '../core/transcript/transcript';
import type { FetchFailure, FetchOptions, HostFetcher } from './collection-ports';

/** In bytes: word-level transcripts of long episodes, and feeds with a thousand of them. */
const mostTranscript = 40_000_000;
const mostFeed = 60_000_000;
const mostChapters = 4_000_000;

/** How a fetch is cancelled and watched. */
export type FetchWatch = Pick<FetchOptions, 'signal' | 'onProgress'>;

/** Why there is no transcript: the host's answer, or nothing in it that anybody says. */
export type TranscriptFailure =
  | FetchFailure
  | { readonly kind: 'nothing-read' }
  /** The feed does not name the episode, or nothing of it that is of use here. */
  | { readonly kind: 'not-in-feed' };

/**
 * Fetches and reads one linked transcript. Its host has to be allowed before. Voices that the page's
 * data names are given back beside it.
 */
export async function fetchTranscript(
  hosts: Pick<HostFetcher, 'fetchText'>,
  { url, type = '', language, clock }: LinkedTranscript,
  options: FetchWatch,
): Promise<Result<ReadTranscript, TranscriptFailure>> {
  const fetched = await hosts.fetchText(url, {
    ...options,
    most: mostTranscript,
    orWebPage: true,
  });
  if (!fetched.ok) return fetched;
  if (fetched.value.kind !== 'text') return err({ kind: 'nothing-read' });
  const read = readTranscript(fetched.value.text, type, {
    kind: 'file',
    url,
    clock,
    ...(language !== undefined && { language }),
  });
  return looksSpoken(read.transcript, type) ? ok(read) : err({ kind: 'nothing-read' });
}

/**
 * What a feed says of an episode: a transcript, who is in it, or where its chapters are. Its host has to
 * be allowed before.
 */
export async function lookInFeed(
  hosts: Pick<HostFetcher, 'fetchText'>,
  address: string,
  keys: FeedKeys,
  options: FetchWatch,
): Promise<Result<FeedEpisode, TranscriptFailure>> {
  const fetched = await hosts.fetchText(address, {
    ...options,
    most: mostFeed,
    orWebPage: true,
  });
  if (!fetched.ok) return fetched;
  const found = fetched.value.kind === 'text' ? readFeed(fetched.value.text, keys) : undefined;
  return found && saysAnything(found) ? ok(found) : err({ kind: 'not-in-feed' });
}

/** The chapters that a feed points to. Its host has to be allowed before. */
export async function fetchChapters(
  hosts: Pick<HostFetcher, 'fetchText'>,
  address: string,
  options: FetchWatch,
): Promise<Result<readonly Chapter[], TranscriptFailure>> {
  const fetched = await hosts.fetchText(address, { ...options, most: mostChapters });
  if (!fetched.ok) return fetched;
  const chapters = fetched.value.kind === 'text' ? readChapters(fetched.value.text) : [];
  return chapters.length > 0 ? ok(chapters) : err({ kind: 'nothing-read' });
}

function saysAnything({ linked, persons, chaptersUrl }: FeedEpisode): boolean {
  return linked.length > 0 || persons.length > 0 || chaptersUrl !== undefined;
}
