import { checkCard } from './check-card';
import type { DocumentFinding } from './check-document';
import type { Finding } from './check-finding';
import { prepareInSteps, type Codex, type CodexCard, type CodexOptions } from './prepare-codex';

/** A finding and the insight it is about. */
export interface CardFinding {
  readonly key: string;
  readonly finding: Finding;
}

/** The same of a card, by its insight, or of a contradiction or pattern, by its document. */
export interface CheckedFinding {
  readonly key: string;
  readonly finding: Finding | DocumentFinding;
}

export interface CheckedCollection {
  readonly codex: Codex;
  /** In the order of the cards, and of each card's findings. */
  readonly findings: readonly CardFinding[];
}

/** How many steps checking a card takes, preparing included. */
export const stepsPerCard = 3;

/** Checks every card of a collection, a step at a time: see `prepareInSteps`. */
export function* checkInSteps(
  cards: readonly CodexCard[],
  today: string,
  options?: CodexOptions,
): Generator<void, CheckedCollection> {
  const codex = yield* prepareInSteps(cards, options);
  const findings: CardFinding[] = [];
  for (const { key, card } of cards) {
    for (const finding of checkCard({ key, card }, codex, today)) findings.push({ key, finding });
    yield;
  }
  return { codex, findings };
}
