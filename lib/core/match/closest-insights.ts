import type { Card } from '../codex/card';
import { matchPage } from './match-page';
import type { MatchIndex } from './match-index';
import { plainText } from './plain-text';

/**
 * The keys of the insights most like a card, best first, at most `limit`, read as if the card were a
 * page: by its title, claim, mechanism and conditions. However little they share, those that share
 * anything are given: who asks has decided to look.
 */
export function closestInsights(index: MatchIndex, card: Card, limit: number): string[] {
  const { claim, mechanism, conditions } = card.sections;
  let end = 0;
  const passages = [card.title, claim, mechanism, conditions]
    .map((markdown) => plainText(markdown).trim())
    .filter((text) => text !== '')
    .map((text) => {
      const start = end;
      end = start + text.length;
      return { text, start, end };
    });
  return matchPage(index, { passages }, { limit, threshold: 0 }).map(({ key }) => key);
}
