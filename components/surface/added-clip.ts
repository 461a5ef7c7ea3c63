import type { SurfacedCounterEvidence, Surfacing } from '@/lib/core/match/surfacing';
import { challengeKey } from './counter-item';
import type { ClipControl } from './use-clips';

/**
 * The id of the clip that has this passage on its card as counter-evidence: added here a moment ago,
 * or at another time and read from the library. A clip taken back does not count.
 */
export function addedClip(
  item: SurfacedCounterEvidence,
  { onThisPage }: Surfacing,
  { challenges, removed }: Pick<ClipControl, 'challenges' | 'removed'>,
): string | undefined {
  const { counter, insight } = item;
  if (counter.kind !== 'may-challenge') return undefined;
  const isThere = (id: string) => removed.every(({ clip, restored }) => restored || clip.id !== id);
  const now = challenges.get(challengeKey(item))?.clip.id;
  if (now !== undefined && isThere(now)) return now;
  const words = fold(counter.passage.text);
  return onThisPage
    .find((group) => group.insight.key === insight.key)
    ?.clips.find(
      ({ id, role, quote }) => role === 'counter-evidence' && fold(quote) === words && isThere(id),
    )?.id;
}

function fold(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
