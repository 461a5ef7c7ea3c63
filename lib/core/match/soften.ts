import type { Dismissal } from './dismissal';
import type { Softened } from './read-page';

/** What one "not related" leaves of its terms' weight, and the least that many leave. */
const factor = 0.85;
const least = 0.4;

/** How much each term counts after what the person called not related; softly, and never nothing. */
export function softenedBy(dismissals: readonly Dismissal[]): Softened {
  const softened = new Map<string, number>();
  for (const { terms } of dismissals) {
    for (const term of new Set(terms)) {
      softened.set(term, Math.max(least, (softened.get(term) ?? 1) * factor));
    }
  }
  return softened;
}
