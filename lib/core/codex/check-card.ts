/** What the codex would object to in one card, on its own and among the others. */
import type { Card } from './card';
import { checkClaim } from './check-claim';
import type { Finding } from './check-finding';
import { checkLinks } from './check-links';
import { cardRules } from './check-rules';
import { checkSections } from './check-sections';
import { checkSpelling } from './check-spelling';
import { checkWhiteSpace } from './check-white-space';
import type { Codex } from './prepare-codex';
import { readForCheck } from './read-for-check';

/** A card, as it would leave (`projectCard`), and the insight it is of. */
export interface CheckedCard {
  /** The insight's; needed only where a codex is given that has the insight in it. */
  readonly key?: string;
  readonly card: Card;
}

/**
 * The findings, errors first, in the order of the card's reading. Without a codex only the rules
 * that one card can break alone. `today` is the person's calendar day, `YYYY-MM-DD`; without it no
 * date is in the future. The codex may hold an older state of the same insight: it counts as what
 * the card says now.
 */
export function checkCard(
  { key = '', card }: CheckedCard,
  codex?: Codex,
  today?: string,
): Finding[] {
  const own = cardRules.flatMap(({ check, ...rule }): Finding[] => {
    const values = check(card, today);
    return values === undefined ? [] : [{ ...rule, values }];
  });
  const reading = readForCheck(key, card, codex?.readings.get(key));
  return [
    ...own,
    ...checkWhiteSpace(card),
    ...checkSections(reading, codex),
    ...(codex === undefined
      ? []
      : [
          ...checkClaim(reading, codex),
          ...checkSpelling(reading, codex),
          ...checkLinks(reading, codex),
        ]),
  ];
}
