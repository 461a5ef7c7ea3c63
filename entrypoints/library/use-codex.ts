import { useEffect, useState } from 'react';
import { prepareInSteps, type Codex } from '@/lib/core/codex/prepare-codex';
import type { Insight } from '@/lib/core/insight/insight';
import { leavingCards } from './leaving-cards';
import { runSteps, whenIdle } from './run-steps';
import type { LibraryData } from './use-library';

interface Prepared {
  readonly codex: Codex;
  readonly data: LibraryData;
}

/** Outlives the editor: the next insight that is opened finds it ready. */
let latest: Prepared | undefined;

/**
 * One's own collection made ready for checking the open insight against it: prepared while the page
 * has nothing else to do, and again when another insight, a clip or a link changes. What is typed
 * into the open one makes no difference, since `checkCard` counts it as what it says now. Undefined
 * until it is ready the first time; the one before stays until the next is.
 */
export function useCodex(openKey: string, data: LibraryData): Codex | undefined {
  const [codex, setCodex] = useState(latest?.codex);
  useEffect(() => {
    if (latest !== undefined && isSameFor(openKey, latest.data, data)) return undefined;
    const controller = new AbortController();
    const work = async () => {
      const elsewhere = data.insights.map(({ card }) => card.id).filter((id) => id !== '');
      const steps = prepareInSteps(leavingCards(data.own, data), {
        elsewhere,
        before: latest?.codex,
      });
      const { signal } = controller;
      const prepared = await runSteps(steps, { signal, pause: whenIdle });
      if (prepared === undefined) return;
      latest = { codex: prepared, data };
      setCodex(prepared);
    };
    work().catch(reportError);
    return () => controller.abort();
  }, [openKey, data]);
  return codex;
}

/** Whether nothing differs but what the open insight says. */
function isSameFor(openKey: string, one: LibraryData, other: LibraryData): boolean {
  if (one === other) return true;
  if (one.links !== other.links || one.clipsOf !== other.clipsOf) return false;
  const [before, after] = [one.insights, other.insights];
  const isSame = (a: Insight | undefined, b: Insight): boolean =>
    a?.key === b.key && (b.key === openKey || a.updatedAt === b.updatedAt);
  return before.length === after.length && after.every((each, at) => isSame(before[at], each));
}
