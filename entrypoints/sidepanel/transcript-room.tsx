import { useMemo, useState } from 'react';
import type { PageInView, SurfaceApi } from '@/components/surface/surface-api';
import { TranscriptPanel } from '@/components/transcript/transcript-panel';
import type { CueSelection } from '@/components/transcript/selected-places';
import type { Voice } from '@/components/transcript/voice-names';
import { captureOnce } from '@/lib/actions/capture-once';
import { awaitsWords, fillMoments } from '@/lib/actions/fill-clip';
import type { Clip } from '@/lib/core/insight/clip';
import { cueAt } from '@/lib/core/transcript/cue-at';
import { findInCues } from '@/lib/core/transcript/find-in-cues';
import { formatTime } from '@/lib/core/transcript/format-time';
import { namesOfVoice, type Formerly } from '@/lib/core/transcript/names-of-voice';
import type { Chapter, Transcript } from '@/lib/core/transcript/transcript';
import { isVoiceCode } from '@/lib/core/transcript/voice-code';
import { wordsOfCues } from '@/lib/core/transcript/words-of-cues';
import { t, type MessageKey } from '@/lib/i18n';
import { useClipsOfSource } from '@/lib/storage/hooks';
import { panelPorts } from '@/lib/wire-transcript';
import { MarkRoom } from './mark-room';
import { useEpisode } from './use-episode';
import { useFetches } from './use-fetches';
import { useKeeping, type FoundInFeed } from './use-keeping';
import { usePlayer } from './use-player';
import { useTouched } from './use-touched';

export interface TranscriptRoomProps {
  readonly api: SurfaceApi;
  readonly page: PageInView;
}

const noCues: Transcript['cues'] = [];
const nothingFound: FoundInFeed = { feed: undefined, chapters: undefined };

/** The transcript panel over the page in view, its player and what is kept. */
export default function TranscriptRoom({ api, page }: TranscriptRoomProps) {
  const { snapshot, tabId } = page;
  const { transcripts, episodes, clock } = panelPorts;
  const [found, setFound] = useState<FoundInFeed>(nothingFound);
  const inView = useEpisode(page, found.feed?.persons);
  const { sourceKey, episode, kept, raw, named, names, people } = inView;
  const clips = useClipsOfSource(sourceKey) ?? [];
  const player = usePlayer(tabId, named?.cues);
  const [failed, setFailed] = useState<string>();
  const [said, setSaid] = useState('');
  const [formerly, setFormerly] = useState<Formerly>(new Map());
  const insights = useTouched(api, page, named);
  const find = useMemo(() => findInCues(named?.cues ?? noCues), [named]);

  const fail = (failure: { readonly kind: string } | undefined) =>
    setFailed(failure && failureText(failure.kind));
  const keeping = useKeeping(inView, found, setFound, { onSaid: setSaid, onFailure: fail });
  const fetches = useFetches({
    episode,
    title: snapshot.metadata.title?.value,
    feed: found.feed,
    hasFeedChapters: found.chapters !== undefined,
    onRead: keeping.onRead,
    onFeed: keeping.onFeed,
    onChapters: keeping.onChapters,
  });

  const seek = async (seconds: number) => {
    const moved = await episodes.seek(tabId, seconds);
    setFailed(moved.ok && moved.value ? undefined : t('transcript_no_player'));
  };
  const sayClipped = (again: boolean) => {
    setFailed(undefined);
    setSaid(again ? t('transcript_said_again') : t('transcript_said_clipped'));
  };
  const clip = async ({ from, to }: CueSelection) => {
    const words = named && wordsOfCues(named, from, to);
    if (!words) return;
    const captured = await captureOnce(panelPorts, { snapshot, what: { kind: 'spoken', words } });
    if (captured.ok) sayClipped(captured.value.again);
    else fail(captured.error);
  };
  const name = async (label: string, typed: string) => {
    const given = typed.replace(/\s+/g, ' ').trim().slice(0, 400);
    if (!raw || given === '') return;
    const before = names[label];
    if (await keeping.onNames({ ...names, [label]: given })) {
      if (before !== undefined) {
        setFormerly((all) => new Map(all).set(label, [...(all.get(label) ?? []), before]));
      }
      setSaid(t('transcript_said_named', given));
    }
  };
  const nameClips = async (label: string) => {
    const to = names[label];
    if (to === undefined) return;
    for (const from of namesOfVoice(label, names, formerly)) {
      const done = await transcripts.nameVoice(sourceKey, { from, to }, clock.now());
      if (!done.ok) return fail(done.error);
    }
    setSaid(t('transcript_said_named', to));
  };
  const fill = async () => {
    const done = named && (await fillMoments(transcripts, clips, named));
    fail(done?.ok === false ? done.error : undefined);
  };
  const elsewhere = episode?.playersElsewhere[0];
  return (
    <TranscriptPanel
      choices={fetches.choices}
      fetching={fetches.fetching}
      onFetch={fetches.onFetch}
      onCancel={fetches.onCancel}
      onText={fetches.onText}
      onFile={fetches.onFile}
      isReading={kept === undefined || (episode === undefined && !kept)}
      cues={named?.cues}
      chapters={chaptersOf(found.chapters, named?.chapters, episode?.chapters)}
      origin={named ? originText(named, kept !== null) : ''}
      timeOf={formatTime}
      find={find}
      current={player.current}
      clipped={clippedCues(named, clips)}
      insights={insights}
      moments={named?.cues.some(({ start }) => start !== undefined) ? waiting(clips) : 0}
      voices={voicesOf(raw, names, clips, formerly)}
      suggestions={people}
      problem={failed ?? fetches.problem}
      playerNote={
        elsewhere !== undefined && !snapshot.playback
          ? t('transcript_player_elsewhere', elsewhere)
          : undefined
      }
      said={said}
      onSeekCue={(cue) => {
        const start = named?.cues[cue]?.start;
        if (start !== undefined) void seek(start);
      }}
      onSeekTime={(seconds) => void seek(seconds)}
      onClip={(selection) => void clip(selection)}
      onFill={() => void fill()}
      onName={(label, typed) => void name(label, typed)}
      onNameClips={(label) => void nameClips(label)}
      onOpenInsight={(key) => void api.openInsight(key)}
      onForget={kept ? keeping.onForget : undefined}
      undo={keeping.undo}
      marking={
        player.isThere ? (
          <MarkRoom
            tabId={tabId}
            sourceKey={sourceKey}
            transcript={named}
            now={player.now}
            onSaid={(words) => {
              setFailed(undefined);
              setSaid(words);
            }}
            onClipped={sayClipped}
            onFailure={fail}
          />
        ) : undefined
      }
    />
  );
}

/** The first that list any. */
function chaptersOf(...lists: (readonly Chapter[] | undefined)[]): readonly Chapter[] {
  return lists.find((list) => list !== undefined && list.length > 0) ?? [];
}

function waiting(clips: readonly Clip[]): number {
  return clips.filter(awaitsWords).length;
}

function clippedCues(transcript: Transcript | undefined, clips: readonly Clip[]): Set<number> {
  const clipped = new Set<number>();
  for (const { time, quote } of transcript ? clips : []) {
    if (!transcript || !time || quote === '') continue;
    const first = cueAt(transcript.cues, time.start);
    const last = cueAt(transcript.cues, Math.max(time.start, time.end - 0.001)) ?? -1;
    for (let cue = first ?? last + 1; cue <= last; cue += 1) clipped.add(cue);
  }
  return clipped;
}

function voicesOf(
  raw: Transcript | undefined,
  names: Readonly<Record<string, string>>,
  clips: readonly Clip[],
  formerly: Formerly,
): Voice[] {
  const labels = new Set(raw?.cues.flatMap(({ speaker }) => speaker ?? []));
  return [...labels].map((label) => {
    const to = names[label];
    const others = namesOfVoice(label, names, formerly);
    const isOther = ({ speaker = '' }: Clip) => to !== undefined && others.includes(speaker);
    const waits = clips.filter(isOther).length;
    return { label, name: to ?? (isVoiceCode(label) ? '' : label), clips: waits };
  });
}

function originText({ origin, clock }: Transcript, isKept: boolean): string {
  const { kind, url } = origin;
  const host = url !== undefined && URL.canParse(url) ? new URL(url).hostname : '';
  const from =
    isKept && kind === 'file' && host !== ''
      ? t('transcript_origin_file', host)
      : t(`transcript_origin_${kind === 'file' ? 'page' : kind}` as MessageKey);
  return clock === 'played' ? from : `${from} ${t('transcript_clock_shifts')}`;
}

function failureText(kind: string): string {
  return t(`surface_failure_${kind.replaceAll('-', '_')}` as MessageKey);
}
