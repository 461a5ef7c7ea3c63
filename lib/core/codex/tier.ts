/** The tier that a score proposes. */
import { scoreNames, type Score, type Tier } from './card';

export interface TierProposal {
  /** 5 to 25. */
  readonly sum: number;
  /** Undefined below 12: by the codex's scoring page not a card yet. */
  readonly tier: Tier | undefined;
}

/** Adds the five scores up: 22 and more proposes A, 17 B, 12 C. A person may decide otherwise. */
export function proposeTier(score: Score): TierProposal {
  const sum = scoreNames.reduce((total, name) => total + score[name], 0);
  return { sum, tier: sum >= 22 ? 'A' : sum >= 17 ? 'B' : sum >= 12 ? 'C' : undefined };
}
