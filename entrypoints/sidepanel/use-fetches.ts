import { useEffect, useRef, useState } from 'react';
import type { FetchInProgress, SourceChoice } from '@/components/transcript/transcript-sources';
import {
  fetchChapters,
  fetchTranscript,
  lookInFeed,
  type FetchWatch,
  type TranscriptFailure,
} from '@/lib/actions/fetch-transcript';
import type { Result } from '@/lib/core/result';
import { decodeFile } from '@/lib/core/transcript/decode-file';
import type { Episode } from '@/lib/core/transcript/episode';
import type { FeedEpisode } from '@/lib/core/transcript/read-feed';
import { readTranscript, type ReadTranscript } from '@/lib/core/transcript/read-transcript';
import type { Chapter } from '@/lib/core/transcript/transcript';
import { t, tn } from '@/lib/i18n';
import { panelPorts } from '@/lib/wire-transcript';
import { fetchFailureText, type Fetched } from './fetch-failure-text';

/** In bytes. A larger file is no transcript; it may be the episode itself. */
const mostInFile = 40_000_000;

interface Wanted {
  readonly episode: Episode | null | undefined;
  readonly title: string | undefined;
  /** What a feed said of the episode, once it was looked up. */
  readonly feed: FeedEpisode | undefined;
  readonly hasFeedChapters: boolean;
  /** A transcript was read, with the names that its page gives to its voices. */
  readonly onRead: (read: ReadTranscript, speakers: Readonly<Record<string, string>>) => void;
  readonly onFeed: (found: FeedEpisode) => void;
  readonly onChapters: (chapters: readonly Chapter[]) => void;
}

interface Fetches {
  readonly choices: readonly SourceChoice[];
  readonly fetching: FetchInProgress | undefined;
  readonly problem: string | undefined;
  readonly onFetch: (key: string) => void;
  readonly onCancel: () => void;
  readonly onText: (text: string) => void;
  readonly onFile: (file: File) => void;
}

/**
 * What can be had for an episode from elsewhere. A host is asked for when its button is pressed, and
 * nothing goes out before that; what comes is handed on.
 */
export function useFetches(wanted: Wanted): Fetches {
  const { episode, title, feed, hasFeedChapters, onRead, onFeed, onChapters } = wanted;
  const [fetching, setFetching] = useState<FetchInProgress>();
  const [problem, setProblem] = useState<string>();
  const cancel = useRef<AbortController>(undefined);
  useEffect(() => () => cancel.current?.abort(), []);
  const linked = [...(episode?.linked ?? []), ...(feed?.linked ?? [])];
  const feeds = feed ? [] : (episode?.feeds ?? []);
  const chaptersUrl = hasFeedChapters ? undefined : feed?.chaptersUrl;

  const takeRead = (read: ReadTranscript, speakers: Readonly<Record<string, string>> = {}) => {
    const { problems, transcript } = read;
    if (transcript.cues.length === 0) return setProblem(t('transcript_nothing_read'));
    setProblem(problems.length > 0 ? tn('transcript_parts_unread', problems.length) : undefined);
    onRead(read, speakers);
  };

  /** Asks for the host in direct answer to the press, then does the work, which may be cancelled. */
  const withHost = async <T>(
    key: string,
    address: string,
    work: (watch: FetchWatch) => Promise<Result<T, TranscriptFailure>>,
    take: (value: T) => void,
  ) => {
    const host = hostOf(address);
    const isAllowed = await panelPorts.hosts.allow(address).catch(() => false);
    if (!isAllowed) return setProblem(t('transcript_declined', host));
    const controller = new AbortController();
    cancel.current = controller;
    setProblem(undefined);
    setFetching({ key, host, kilobytes: 0 });
    const done = await work({
      signal: controller.signal,
      // Whatever comes is told at once: it may be the last before a long wait.
      onProgress: (bytes) => setFetching({ key, host, kilobytes: Math.round(bytes / 1000) }),
    });
    setFetching(undefined);
    if (done.ok) take(done.value);
    else setProblem(fetchFailureText(done.error, key.split(':')[0] as Fetched, host));
  };

  const { hosts } = panelPorts;
  const onFetch = (key: string) => {
    const [kind, number] = key.split(':');
    const link = kind === 'link' ? linked[Number(number)] : undefined;
    const place = kind === 'feed' ? feeds[Number(number)] : undefined;
    if (link) {
      void withHost(
        key,
        link.url,
        (watch) => fetchTranscript(hosts, link, watch),
        (read) => takeRead(read, link.speakers),
      );
    } else if (place) {
      const keys = { audioUrl: episode?.audioUrl, title };
      void withHost(
        key,
        place.url,
        (watch) => lookInFeed(hosts, place.url, keys, watch),
        (found) => {
          if (found.linked.length === 0) setProblem(t('transcript_not_in_feed'));
          onFeed(found);
        },
      );
    } else if (chaptersUrl !== undefined) {
      void withHost(
        key,
        chaptersUrl,
        (watch) => fetchChapters(hosts, chaptersUrl, watch),
        onChapters,
      );
    }
  };

  const onText = (text: string, name = '') =>
    takeRead(readTranscript(text, name.split('.').at(-1) ?? '', { kind: 'pasted' }));
  const onFile = async (file: File) => {
    if (file.size > mostInFile) return setProblem(t('transcript_file_too_large'));
    const text = decodeFile(new Uint8Array(await file.arrayBuffer()));
    // No text holds the letter zero: a sound, a picture, a document.
    if (text.includes('\0')) return setProblem(t('transcript_nothing_read'));
    onText(text, file.name);
  };

  return {
    fetching,
    problem,
    onFetch,
    onCancel: () => cancel.current?.abort(),
    onText: (text) => onText(text),
    onFile: (file) => void onFile(file),
    choices: [
      ...linked.map((link, n) => ({
        key: `link:${n}`,
        action: t('transcript_fetch', hostOf(link.url)),
        about: [link.type, link.language].filter(Boolean).join(' · '),
        problem: link.expired ? t('transcript_expired', hostOf(link.url)) : undefined,
      })),
      ...feeds.map((place, n) => ({
        key: `feed:${n}`,
        action: t('transcript_feed', hostOf(place.url)),
        about: place.title,
      })),
      ...(chaptersUrl === undefined
        ? []
        : [{ key: 'chapters:0', action: t('transcript_fetch_chapters', hostOf(chaptersUrl)) }]),
    ],
  };
}

function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).hostname : address;
}
