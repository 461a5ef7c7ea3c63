/** Transcripts that a page or a feed links, fetched because the person asked. */
import { err, ok, type Result } from '../core/result';
import type { LinkedTranscript } from '../core/transcript/episode';
import { looksSpoken } from '../core/transcript/looks-spoken';
import { readFeed, type FeedEpisode, type FeedKeys } from '../core/transcript/read-feed';
import { readTranscript, type ReadTranscript } from '../core/transcript/read-transcript';
import type { FetchFailure, HostFetcher } from './collection-ports';

/** In bytes: word-level transcripts of long episodes, and feeds with a thousand of them. */
const mostTranscript = 40_000_000;
const mostFeed = 60_000_000;

/** Why there is no transcript: the host's answer, or nothing in it that anybody says. */
export type TranscriptFailure =
  | FetchFailure
  | { readonly kind: 'nothing-read' }
  /** The feed does not name the episode, or no transcript of it. */
  | { readonly kind: 'not-in-feed' };

/**
 * Fetches and reads one linked transcript. Its host has to be allowed before. Voices that the page's
 * data names are given back beside it.
 */
export async function fetchTranscript(
  hosts: Pick<HostFetcher, 'fetchText'>,
  { url, type = '', language, clock }: LinkedTranscript,
  signal: AbortSignal,
): Promise<Result<ReadTranscript, TranscriptFailure>> {
  const fetched = await hosts.fetchText(url, { signal, most: mostTranscript, orWebPage: true });
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

/** What a feed says of an episode: at least one transcript. Its host has to be allowed before. */
export async function lookInFeed(
  hosts: Pick<HostFetcher, 'fetchText'>,
  address: string,
  keys: FeedKeys,
  signal: AbortSignal,
): Promise<Result<FeedEpisode, TranscriptFailure>> {
  const fetched = await hosts.fetchText(address, { signal, most: mostFeed, orWebPage: true });
  if (!fetched.ok) return fetched;
  const found = fetched.value.kind === 'text' ? readFeed(fetched.value.text, keys) : undefined;
  return found && found.linked.length > 0 ? ok(found) : err({ kind: 'not-in-feed' });
}
