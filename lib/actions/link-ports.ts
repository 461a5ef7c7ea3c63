/** What the actions need to change a link and the cards that say it. */
import type { Card } from '../core/codex/card';
import type { Insight } from '../core/insight/insight';
import type { Link } from '../core/insight/link';
import type { Result } from '../core/result';
import type { StorageFailure } from './ports';

/** Links and cards that change together. */
export interface LinkChange {
  readonly put?: readonly Link[];
  /** Ids of links that are to be gone. */
  readonly remove?: readonly string[];
  /** Pure changes of one's own cards, by insight key. */
  readonly cards?: ReadonlyMap<string, (card: Card) => Card>;
}

export interface LinkStore {
  /**
   * Makes the whole change in one transaction or nothing of it, and returns the insights whose cards
   * it changed as they were before. Insights that are gone are passed over; a card of a read-only
   * collection refuses the change. Strictly durable.
   */
  changeLinks(change: LinkChange, at: string): Promise<Result<Insight[], StorageFailure>>;
}
