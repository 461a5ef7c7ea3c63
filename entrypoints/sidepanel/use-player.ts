import { useCallback, useEffect, useRef, useState } from 'react';
import { cueAt } from '@/lib/core/transcript/cue-at';
import type { Position } from '@/lib/core/transcript/episode';
import type { TranscriptCue } from '@/lib/core/transcript/transcript';
import { panelPorts } from '@/lib/wire-transcript';

/** Milliseconds between two looks at the player, and between two guesses of where it is by now. */
const look = 500;
const guess = 125;

interface Seen {
  readonly position: Position;
  /** By this page's own clock, in milliseconds. */
  readonly at: number;
}

export interface PlayerInView {
  /** The page has a player that tells where it is. */
  readonly isThere: boolean;
  /** The cue that it is at; undefined where there is no player, or no time. */
  readonly current: number | undefined;
  /** Where it is now, in seconds. The same function for as long as the tab is the same. */
  readonly now: () => number | undefined;
}

/**
 * The tab's player. It is asked about twice a second while this page can be seen; in between it is taken
 * to play on.
 */
export function usePlayer(tabId: number, cues: readonly TranscriptCue[] | undefined): PlayerInView {
  const [current, setCurrent] = useState<number>();
  const [isThere, setThere] = useState(false);
  const seen = useRef<Seen>(undefined);
  const now = useCallback(() => {
    if (!seen.current) return undefined;
    const { position, at } = seen.current;
    const { currentTime, playing, rate } = position;
    return currentTime + (playing ? ((performance.now() - at) / 1000) * rate : 0);
  }, []);

  useEffect(() => {
    let isAsking = false;
    let isGone = false;
    const ask = async () => {
      if (isAsking || document.visibilityState !== 'visible') return;
      isAsking = true;
      const answer = await panelPorts.episodes.position(tabId);
      isAsking = false;
      if (isGone) return;
      const position = answer.ok ? answer.value : undefined;
      seen.current = position && { position, at: performance.now() };
      setThere(position !== undefined);
    };
    void ask();
    const asking = setInterval(() => void ask(), look);
    return () => {
      isGone = true;
      clearInterval(asking);
    };
  }, [tabId]);

  useEffect(() => {
    if (!cues) return undefined;
    const show = () => {
      const seconds = now();
      setCurrent(seconds === undefined ? undefined : cueAt(cues, seconds));
    };
    const guessing = setInterval(show, guess);
    return () => clearInterval(guessing);
  }, [cues, now]);
  return { isThere, current, now };
}
