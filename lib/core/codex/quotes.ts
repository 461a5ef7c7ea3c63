/** The block quotes of a section and what stands between them. */

export interface Quote {
  /** The words without the `>` marks, lines parted by a line break. */
  readonly text: string;
  /** What follows up to the next quote: as a rule its attribution, then prose. */
  readonly after: string;
  /** The number of the line below the quote's last, from 0. */
  readonly to: number;
  /** The number of the line that the next quote begins at, or how many lines there are. */
  readonly end: number;
}

const quoteLine = /^ {0,3}> ?(.*)$/s;

/** The block quotes in order. Quotes without any words are left out. */
export function readQuotes(markdown: string): Quote[] {
  const quotes: { text: string[]; after: string[]; to: number }[] = [];
  let inside = false;
  for (const [number, line] of markdown.split('\n').entries()) {
    const text = quoteLine.exec(line)?.[1];
    if (text !== undefined) {
      if (!inside) quotes.push({ text: [], after: [], to: number });
      const quote = quotes.at(-1);
      quote?.text.push(text);
      if (quote) quote.to = number + 1;
    } else quotes.at(-1)?.after.push(line);
    inside = text !== undefined;
  }
  return quotes
    .map(({ text, after, to }) => ({
      text: text.join('\n').trim(),
      after: after.join('\n').trim(),
      to,
      end: to + after.length,
    }))
    .filter(({ text }) => text !== '');
}

/** Quotes that stand together share the attribution below the last of them. */
export function quotesWithAttribution(markdown: string): Quote[] {
  let shared = '';
  return readQuotes(markdown)
    .toReversed()
    .map((quote) => {
      shared = quote.after || shared;
      return { ...quote, after: shared };
    })
    .toReversed();
}
