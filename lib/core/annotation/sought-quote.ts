import { quoteContext, type QuoteContext } from './context-agreement';
import type { TextPositionSelector, TextQuoteSelector } from './selector';
import { indexText, letterAt, type TextIndex } from './text-index';

/** A described quote as it is looked for in one text, in letters. */
export interface SoughtQuote {
  readonly selector: TextQuoteSelector;
  readonly words: TextIndex;
  readonly context: QuoteContext;
  /** The letter of the text where it stood, when that is known. */
  readonly hint: number | null;
}

/** Prepares a quote to be looked for in a text. */
export function soughtQuote(
  index: TextIndex,
  selector: TextQuoteSelector,
  position: TextPositionSelector | undefined,
): SoughtQuote {
  return {
    selector,
    words: indexText(selector.exact),
    context: quoteContext(selector.prefix ?? '', selector.suffix ?? ''),
    hint: position ? letterAt(index, position.start) : null,
  };
}
