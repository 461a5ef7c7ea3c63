import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import {
  checkInSteps,
  stepsPerCard,
  type CheckedCollection,
} from '@/lib/core/codex/check-collection';
import { ownCollection } from '@/lib/core/insight/insight';
import { ports } from '@/lib/wire';
import { leavingCards } from './leaving-cards';
import { betweenFrames, runSteps } from './run-steps';
import type { LibraryData } from './use-library';

export interface Check {
  /** The last one that came to its end; undefined until then, and after one was stopped. */
  readonly checked: CheckedCollection | undefined;
  /** How far the one under way is, 0 to 1; undefined while there is none. */
  readonly progress: number | undefined;
  readonly stop: () => void;
  readonly start: () => void;
}

/**
 * Checks a collection in slices, and again whenever the library changes. What was found before stays
 * until the new findings are there.
 */
export function useCheck(collection: string, data: LibraryData): Check {
  const [checked, setChecked] = useState<{ collection: string; value: CheckedCollection }>();
  const [progress, setProgress] = useState<number>();
  const running = useRef<AbortController>(undefined);
  const last = useRef<CheckedCollection>(undefined);
  const insights = useMemo(
    () => data.insights.filter((insight) => insight.collection === collection),
    [data.insights, collection],
  );

  const start = useCallback(() => {
    const controller = new AbortController();
    running.current?.abort();
    running.current = controller;
    const work = async () => {
      setProgress(0);
      const cards = leavingCards(insights, data);
      const others = collection === ownCollection ? data.insights : [];
      const elsewhere = others.flatMap((each) =>
        each.collection === collection || each.card.id === '' ? [] : [each.card.id],
      );
      const steps = checkInSteps(cards, ports.clock.today(), {
        elsewhere,
        before: last.current?.codex,
      });
      const total = Math.max(cards.length * stepsPerCard, 1);
      const value = await runSteps(steps, {
        signal: controller.signal,
        pause: betweenFrames,
        // To the hundredth, so that few slices draw anything.
        onSlice: (taken) => setProgress(Math.min(Math.round((taken / total) * 100) / 100, 1)),
      });
      if (value === undefined) return;
      last.current = value;
      setChecked({ collection, value });
      setProgress(undefined);
    };
    work().catch(reportError);
  }, [collection, insights, data]);
  useEffect(() => {
    start();
    return () => running.current?.abort();
  }, [start]);

  return {
    checked: checked?.collection === collection ? checked.value : undefined,
    progress,
    stop: () => {
      running.current?.abort();
      setProgress(undefined);
    },
    start,
  };
}
