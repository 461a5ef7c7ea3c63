import { useRef, useState } from 'react';
import type { SourceChoice } from '@/components/transcript/transcript-sources';
import {
  fetchTranscript,
  lookInFeed,
  type TranscriptFailure,
} from '@/lib/actions/fetch-transcript';
import type { Episode, LinkedTranscript } from '@/lib/core/transcript/episode';
import { readTranscript, type ReadTranscript } from '@/lib/core/transcript/read-transcript';
import { t, tn } from '@/lib/i18n';
import { panelPorts } from '@/lib/wire-transcript';

interface Fetches {
  readonly choices: readonly SourceChoice[];
  readonly fetching: string | undefined;
  readonly problem: string | undefined;
  readonly onFetch: (key: string) => void;
  readonly onCancel: () => void;
  readonly onText: (text: string, name?: string) => void;
}

/**
 * The transcripts that can be had for an episode. A host is asked for when its button is pressed, and
 * nothing goes out before that; what was read is handed to `take` with the names of its voices.
 */
export function useFetches(
  episode: Episode | null | undefined,
  title: string | undefined,
  take: (read: ReadTranscript, speakers: Readonly<Record<string, string>>) => void,
): Fetches {
  const [fetching, setFetching] = useState<string>();
  const [problem, setProblem] = useState<string>();
  const [inFeed, setInFeed] = useState<readonly LinkedTranscript[]>([]);
  const cancel = useRef<AbortController>(undefined);
  const linked = [...(episode?.linked ?? []), ...inFeed];
  const feeds = inFeed.length > 0 ? [] : (episode?.feeds ?? []);

  const got = (read: ReadTranscript, speakers: Readonly<Record<string, string>> = {}) => {
    const { problems } = read;
    setProblem(
      read.transcript.cues.length === 0
        ? t('transcript_nothing_read')
        : problems.length > 0
          ? tn('transcript_parts_unread', problems.length)
          : undefined,
    );
    if (read.transcript.cues.length > 0) take(read, speakers);
  };

  /** Asks for the host in direct answer to the press, then does the work with what may be cancelled. */
  const withHost = async (
    key: string,
    address: string,
    work: (signal: AbortSignal) => Promise<TranscriptFailure | undefined>,
  ) => {
    const isAllowed = await panelPorts.hosts.allow(address).catch(() => false);
    if (!isAllowed) return setProblem(t('transcript_declined', hostOf(address)));
    const controller = new AbortController();
    cancel.current = controller;
    setProblem(undefined);
    setFetching(key);
    const failure = await work(controller.signal);
    setFetching(undefined);
    if (failure) setProblem(textOf(failure, hostOf(address)));
  };

  const onFetch = (key: string) => {
    const [kind, number] = key.split(':');
    const feed = kind === 'feed' ? feeds[Number(number)] : undefined;
    const link = kind === 'link' ? linked[Number(number)] : undefined;
    if (link) {
      void withHost(key, link.url, async (signal) => {
        const fetched = await fetchTranscript(panelPorts.hosts, link, signal);
        if (!fetched.ok) return fetched.error;
        got(fetched.value, link.speakers);
        return undefined;
      });
    }
    if (feed) {
      const keys = { audioUrl: episode?.audioUrl, title };
      void withHost(key, feed.url, async (signal) => {
        const found = await lookInFeed(panelPorts.hosts, feed.url, keys, signal);
        if (!found.ok) return found.error;
        setInFeed(found.value.linked);
        return undefined;
      });
    }
  };

  return {
    fetching,
    problem,
    onFetch,
    onCancel: () => cancel.current?.abort(),
    onText: (text, name = '') =>
      got(readTranscript(text, name.split('.').at(-1) ?? '', { kind: 'pasted' })),
    choices: [
      ...linked.map((link, n) => ({
        key: `link:${n}`,
        action: t('transcript_fetch', hostOf(link.url)),
        about: [link.type, link.language].filter(Boolean).join(' · '),
        problem: link.expired ? t('transcript_expired', hostOf(link.url)) : undefined,
      })),
      ...feeds.map((feed, n) => ({
        key: `feed:${n}`,
        action: t('transcript_feed', hostOf(feed.url)),
        about: feed.title,
      })),
    ],
  };
}

function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).hostname : address;
}

function textOf(failure: TranscriptFailure, host: string): string | undefined {
  switch (failure.kind) {
    case 'cancelled':
      return undefined;
    case 'nothing-read':
      return t('transcript_nothing_read');
    case 'not-in-feed':
      return t('transcript_not_in_feed');
    case 'not-allowed':
      return t('transcript_declined', host);
    case 'refused':
      return t('transcript_fetch_refused', host);
    case 'unreachable':
    case 'timed-out':
    case 'busy':
    case 'forwarded':
    case 'web-page':
    case 'too-large':
    case 'not-text':
      return t('transcript_fetch_failed', host);
  }
}
