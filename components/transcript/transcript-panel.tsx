import {
  useDeferredValue,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
  type ReactNode,
} from 'react';
import type { FoundInCue } from '@/lib/core/transcript/find-in-cues';
import type { Chapter, TranscriptCue } from '@/lib/core/transcript/transcript';
import { t, tn } from '@/lib/i18n';
import { Button } from '../button';
import { EmptyState } from '../empty-state';
import { Notice } from '../notice';
import { CueList, type CueListHandle } from './cue-list';
import { PlaceList } from './place-list';
import type { CueSelection } from './selected-places';
import styles from './transcript-panel.module.css';
import { TranscriptSearch } from './transcript-search';
import { TranscriptSources, type TranscriptSourcesProps } from './transcript-sources';
import { VoiceNames, type VoiceNamesProps } from './voice-names';

/** An insight that something said in the episode touches. */
export interface TouchedInsight {
  readonly key: string;
  readonly title: string;
  readonly cue: number;
}

export interface TranscriptPanelProps extends TranscriptSourcesProps, VoiceNamesProps {
  /** The page is still being asked for it. */
  readonly isReading: boolean;
  /** Voices named; absent where there is no transcript. */
  readonly cues: readonly TranscriptCue[] | undefined;
  readonly chapters: readonly Chapter[];
  /** Where it comes from, and how sure its times are. */
  readonly origin: string;
  readonly timeOf: (seconds: number) => string;
  readonly find: (query: string) => readonly FoundInCue[];
  /** The cue that is being said; undefined where nothing plays. */
  readonly current: number | undefined;
  readonly clipped: ReadonlySet<number>;
  readonly insights: readonly TouchedInsight[];
  /** Clips of this source that have a time and no words. */
  readonly moments: number;
  /** What went wrong last, or what could not be read. */
  readonly problem: string | undefined;
  /** Why the player cannot be followed, where it cannot. */
  readonly playerNote: string | undefined;
  /** What was just done, for whoever does not see it. */
  readonly said: string;
  readonly onSeekCue: (cue: number) => void;
  readonly onSeekTime: (seconds: number) => void;
  readonly onClip: (selection: CueSelection) => void;
  readonly onFill: () => void;
  readonly onOpenInsight: (key: string) => void;
  /** Drops the transcript that was kept; absent where none is. */
  readonly onForget: (() => void) | undefined;
  /** What was put in the place of a kept transcript, or took it away, and what takes that back. */
  readonly undo: { readonly message: string; readonly onUndo: () => void } | undefined;
  /** Marks a moment; undefined where nothing can be played. */
  readonly marking: ReactNode;
}

/** What is said in the page's episode: follow it, look in it, go to it, clip from it. */
export function TranscriptPanel(props: TranscriptPanelProps) {
  const { isReading, cues, chapters, timeOf, problem, playerNote, said, undo, marking } = props;
  const id = useId();
  const title = useRef<HTMLHeadingElement>(null);
  const hasWords = cues !== undefined;
  const hadWords = useRef(hasWords);
  useEffect(() => {
    // What was pressed has gone with what stood here before.
    const isLost = !document.activeElement || document.activeElement === document.body;
    if (hadWords.current !== hasWords && isLost) title.current?.focus();
    hadWords.current = hasWords;
  }, [hasWords]);
  return (
    <section className={styles.panel} aria-labelledby={id}>
      <h2 ref={title} id={id} tabIndex={-1}>
        {t('transcript_title')}
      </h2>
      <p className="visually-hidden" aria-live="polite">
        {said}
      </p>
      {problem === undefined ? null : <Notice tone="bad">{problem}</Notice>}
      {playerNote === undefined ? null : <Notice tone="info">{playerNote}</Notice>}
      {undo ? (
        <Notice tone="info" action={<Button onClick={undo.onUndo}>{t('surface_undo')}</Button>}>
          {undo.message}
        </Notice>
      ) : null}
      {marking}
      {isReading && !cues ? <p className={styles.about}>{t('transcript_reading')}</p> : null}
      {cues ? <Words {...props} cues={cues} /> : null}
      {!cues && !isReading ? (
        <>
          <EmptyState title={t('transcript_empty_title')} text={<p>{t('transcript_empty')}</p>} />
          <TranscriptSources {...props} />
          <Chapters chapters={chapters} timeOf={timeOf} onSeekTime={props.onSeekTime} />
        </>
      ) : null}
    </section>
  );
}

type ChaptersProps = Pick<TranscriptPanelProps, 'chapters' | 'timeOf' | 'onSeekTime'>;

function Chapters({ chapters, timeOf, onSeekTime }: ChaptersProps) {
  return (
    <PlaceList
      title={t('transcript_chapters')}
      places={chapters.map(({ title, start }, n) => ({
        key: String(n),
        text: title,
        time: timeOf(start),
        onGo: () => onSeekTime(start),
      }))}
    />
  );
}

type WordsProps = TranscriptPanelProps & { readonly cues: readonly TranscriptCue[] };

function Words(props: WordsProps) {
  const { cues, chapters, origin, timeOf, find, current, clipped, insights, moments, voices } =
    props;
  const { onSeekCue, onSeekTime, onClip, onFill, onOpenInsight, onForget } = props;
  const [query, setQuery] = useState('');
  const sought = useDeferredValue(query);
  const found = useMemo(() => find(sought), [find, sought]);
  const [at, setAt] = useState(-1);
  const [selection, setSelection] = useState<CueSelection>();
  const [isFollowing, setFollowing] = useState(true);
  const list = useRef<CueListHandle>(null);

  const show = (cue: number) => {
    setFollowing(false);
    list.current?.show(cue);
  };
  const step = (by: 1 | -1) => {
    if (found.length === 0) return;
    // Before the first step the person is at none: back from there is the last.
    const from = at === -1 && by === -1 ? 0 : at;
    const next = (from + by + found.length) % found.length;
    setAt(next);
    const place = found[next];
    if (place) show(place.cue);
  };
  const clip = (cue: number) => {
    onClip(
      selection ?? {
        from: { cue, offset: 0 },
        to: { cue, offset: cues[cue]?.text.length ?? 0 },
      },
    );
    setSelection(undefined);
    document.getSelection()?.removeAllRanges();
  };
  const touched = useMemo(
    () =>
      new Map(
        [...Map.groupBy(insights, ({ cue }) => cue)].map(([cue, all]) => [
          cue,
          all.map(({ title }) => title),
        ]),
      ),
    [insights],
  );

  return (
    <>
      <TranscriptSearch
        query={query}
        count={found.length}
        at={at}
        onQuery={(next) => {
          setQuery(next);
          setAt(-1);
        }}
        onStep={step}
      />
      <div className={styles.bar}>
        {selection ? (
          <Button variant="primary" onClick={() => clip(selection.from.cue)}>
            {t('transcript_clip')}
          </Button>
        ) : null}
        {current !== undefined && !isFollowing ? (
          <Button onClick={() => setFollowing(true)}>{t('transcript_follow')}</Button>
        ) : null}
        {moments > 0 ? <Button onClick={onFill}>{tn('transcript_fill', moments)}</Button> : null}
      </div>
      <CueList
        ref={list}
        cues={cues}
        timeOf={timeOf}
        current={current}
        isFollowing={isFollowing}
        found={found}
        foundAt={found[at]}
        clipped={clipped}
        touched={touched}
        selection={selection}
        onSelect={setSelection}
        onSeek={onSeekCue}
        onClip={clip}
        onLeave={() => setFollowing(false)}
      />
      <p className={styles.about}>{t('transcript_keys')}</p>
      <Chapters chapters={chapters} timeOf={timeOf} onSeekTime={onSeekTime} />
      <PlaceList
        title={t('transcript_insights')}
        places={insights.map(({ key, title, cue }) => ({
          key: `${key}:${cue}`,
          text: title,
          time: cues[cue]?.start === undefined ? undefined : timeOf(cues[cue].start),
          onGo: () => show(cue),
          onOpen: () => onOpenInsight(key),
        }))}
      />
      {voices.length > 0 ? (
        <details className={styles.more}>
          <summary>{tn('transcript_voices', voices.length)}</summary>
          <VoiceNames {...props} />
        </details>
      ) : null}
      <details className={styles.more}>
        <summary>{t('transcript_other')}</summary>
        <p className={styles.about}>{origin}</p>
        {onForget ? <Button onClick={onForget}>{t('transcript_forget')}</Button> : null}
        <TranscriptSources {...props} />
      </details>
    </>
  );
}
