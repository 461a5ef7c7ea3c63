/** Why a text is not a card, and where. */

export type CardFaultReason =
  /** Nothing but white space. */
  | 'empty-file'
  /** The text does not begin with a line `---`. */
  | 'no-front-matter'
  /** The closing `---` is missing. */
  | 'unterminated-front-matter'
  /** A line in the front matter that is neither `key: value`, a comment nor part of a list. */
  | 'bad-line'
  | 'duplicate-key'
  | 'missing-id'
  /** The id is not `ins_` and a slug. */
  | 'bad-id'
  /** Not the five scores from 1 to 5. */
  | 'bad-score'
  /** Not A, B or C. */
  | 'bad-tier'
  /** Longer than a card's field may be. */
  | 'too-long';

export interface CardFault {
  /** Counted from 1. */
  readonly line: number;
  readonly reason: CardFaultReason;
  /** What stands there, or the key it concerns; for the person, not for the program. */
  readonly detail: string;
}
