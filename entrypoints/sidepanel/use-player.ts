import { useEffect, useState } from 'react';
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

/**
 * The cue that the tab's player is at. The player is asked about twice a second while this page can be
 * seen; in between it is taken to play on. Undefined where there is no player, or no time.
 */
export function useCurrentCue(
  tabId: number,
  cues: readonly TranscriptCue[] | undefined,
): number | undefined {
  const [current, setCurrent] = useState<number>();
  useEffect(() => {
    if (!cues) return undefined;
    let seen: Seen | undefined;
    let isAsking = false;
    let isGone = false;
    const show = () => {
      if (!seen) return setCurrent(undefined);
      const { currentTime, playing, rate } = seen.position;
      const since = playing ? ((performance.now() - seen.at) / 1000) * rate : 0;
      setCurrent(cueAt(cues, currentTime + since));
    };
    const ask = async () => {
      if (isAsking || document.visibilityState !== 'visible') return;
      isAsking = true;
      const answer = await panelPorts.episodes.position(tabId);
      isAsking = false;
      if (isGone) return;
      const position = answer.ok ? answer.value : undefined;
      seen = position && { position, at: performance.now() };
      show();
    };
    void ask();
    const asking = setInterval(() => void ask(), look);
    const guessing = setInterval(show, guess);
    return () => {
      isGone = true;
      clearInterval(asking);
      clearInterval(guessing);
    };
  }, [tabId, cues]);
  return current;
}
