import { useEffect, useImperativeHandle, useRef, useState } from 'react';
import type { KeyboardEvent, Ref } from 'react';
import { flushSync } from 'react-dom';
import { Virtualizer, type VirtualizerHandle } from 'virtua';
import type { FoundInCue } from '@/lib/core/transcript/find-in-cues';
import type { TranscriptCue } from '@/lib/core/transcript/transcript';
import { t } from '@/lib/i18n';
import { CueRow } from './cue-row';
import styles from './cue-list.module.css';
import { selectedPlaces, type CueSelection } from './selected-places';

export interface CueListHandle {
  /** Brings a cue into view, and the keyboard to it. */
  show(cue: number): void;
}

export interface CueListProps {
  readonly cues: readonly TranscriptCue[];
  readonly timeOf: (seconds: number) => string;
  /** The cue that is being said. */
  readonly current: number | undefined;
  /** Whether the list keeps that cue in view. */
  readonly isFollowing: boolean;
  readonly found: readonly FoundInCue[];
  readonly foundAt: FoundInCue | undefined;
  readonly clipped: ReadonlySet<number>;
  /** Titles of insights by the cue that touches them. */
  readonly touched: ReadonlyMap<number, readonly string[]>;
  readonly selection: CueSelection | undefined;
  readonly onSelect: (selection: CueSelection | undefined) => void;
  readonly onSeek: (cue: number) => void;
  /** Clips what is selected, or the cue of that number. */
  readonly onClip: (cue: number) => void;
  /** The person looks elsewhere than at what is being said. */
  readonly onLeave: () => void;
  readonly ref?: Ref<CueListHandle>;
}

const steps: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: 10,
  PageUp: -10,
  Home: -Infinity,
  End: Infinity,
};

const nothing: readonly never[] = [];

/** A whole transcript in one scrolling list; only what is in view is in the document. */
export function CueList(props: CueListProps) {
  const { cues, timeOf, current, isFollowing, found, foundAt, clipped, touched, selection } = props;
  const { onSelect, onSeek, onClip, onLeave, ref } = props;
  const [active, setActive] = useState<number>();
  const [anchor, setAnchor] = useState<number>();
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useRef<VirtualizerHandle>(null);
  const frame = useRef(0);
  const stop = active ?? current ?? 0;
  /** Words that are being selected, or are, must not move away under the pointer. */
  const [isHeld, setHeld] = useState(false);
  const isStill = isHeld || selection !== undefined;

  // A row far away cannot have the focus until it has been measured.
  const focusRow = (place: number, triesLeft = 30) => {
    cancelAnimationFrame(frame.current);
    const row = scroller.current?.querySelector<HTMLElement>(`[data-place="${place}"]`);
    row?.focus({ preventScroll: true });
    if (row === document.activeElement || triesLeft === 0) return;
    frame.current = requestAnimationFrame(() => focusRow(place, triesLeft - 1));
  };
  useEffect(() => () => cancelAnimationFrame(frame.current), []);

  const goTo = (index: number): number => {
    const next = Math.min(Math.max(index, 0), cues.length - 1);
    flushSync(() => setActive(next));
    virtualizer.current?.scrollToIndex(next, { align: 'nearest' });
    focusRow(next);
    return next;
  };

  useImperativeHandle(ref, () => ({
    show: (cue) => {
      flushSync(() => setActive(cue));
      virtualizer.current?.scrollToIndex(cue, { align: 'center' });
    },
  }));

  useEffect(() => {
    if (isFollowing && !isStill && current !== undefined) {
      virtualizer.current?.scrollToIndex(current, { align: 'center' });
    }
  }, [isFollowing, isStill, current]);
  useEffect(() => {
    if (!isHeld) return undefined;
    // The pointer may be let go anywhere.
    const letGo = () => setHeld(false);
    addEventListener('pointerup', letGo);
    addEventListener('pointercancel', letGo);
    return () => {
      removeEventListener('pointerup', letGo);
      removeEventListener('pointercancel', letGo);
    };
  }, [isHeld]);

  const extend = (to: number) => {
    const from = anchor ?? stop;
    setAnchor(from);
    const [first, last] = [Math.min(from, to), Math.max(from, to)];
    onSelect({
      from: { cue: first, offset: 0 },
      to: { cue: last, offset: cues[last]?.text.length ?? 0 },
    });
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = steps[event.key];
    if (step !== undefined) {
      onLeave();
      if (event.shiftKey) {
        const from = anchor ?? stop;
        setAnchor(from);
        extend(goTo(stop + step));
      } else {
        setAnchor(undefined);
        if (selection) onSelect(undefined);
        goTo(stop + step);
      }
    } else if (event.key === 'Enter' || event.key === ' ') onSeek(stop);
    else if (event.key === 'c' && !event.repeat) onClip(stop);
    else if (event.key === 'Escape' && selection) {
      setAnchor(undefined);
      onSelect(undefined);
    } else return;
    event.preventDefault();
  };

  const takeSelection = () => {
    const places = scroller.current ? selectedPlaces(scroller.current) : undefined;
    if (places) onSelect(places);
  };

  const foundOf = (place: number) => found.filter(({ cue }) => cue === place);
  return (
    <div
      ref={scroller}
      className={styles.scroller}
      // A native list box holds neither marked words nor a part of its options.
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="listbox"
      tabIndex={-1}
      aria-label={t('transcript_words')}
      aria-multiselectable="true"
      onKeyDown={onKeyDown}
      onMouseUp={takeSelection}
      onWheel={onLeave}
      onTouchMove={onLeave}
      onPointerDown={(event) => {
        // The scroll bar belongs to the list itself.
        if (event.target === scroller.current) onLeave();
        else setHeld(true);
      }}
    >
      <Virtualizer
        ref={virtualizer}
        data={cues}
        itemSize={52}
        keepMounted={[...new Set([stop, current ?? stop])].sort((a, b) => a - b)}
      >
        {(cue, place) => (
          <CueRow
            key={place}
            cue={cue}
            place={place}
            size={cues.length}
            time={cue.start === undefined ? undefined : timeOf(cue.start)}
            speaker={
              place > 0 && cues[place - 1]?.speaker === cue.speaker ? undefined : cue.speaker
            }
            found={found.length > 0 ? foundOf(place) : nothing}
            at={foundAt}
            isCurrent={place === current}
            isActive={place === stop}
            isSelected={
              selection !== undefined && place >= selection.from.cue && place <= selection.to.cue
            }
            isClipped={clipped.has(place)}
            touched={touched.get(place) ?? nothing}
            onFocus={() => setActive(place)}
            onClick={(withShift) => {
              setActive(place);
              if (withShift) extend(place);
              else if (document.getSelection()?.isCollapsed !== false) {
                if (selection) onSelect(undefined);
                setAnchor(undefined);
                onSeek(place);
              }
            }}
          />
        )}
      </Virtualizer>
    </div>
  );
}
