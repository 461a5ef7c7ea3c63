/** The block quotes of a section and what stands between them. */

export interface Quote {
  /** The words without the `>` marks, lines parted by a line break. */
  readonly text: string;
  /** What follows up to the next quote: as a rule its attribution, then prose. */
  readonly after: string;
}

const quoteLine = /^ {0,3}> ?(.*)$/s;

/** The block quotes in order. Quotes without any words are left out. */
export function readQuotes(markdown: string): Quote[] {
  const quotes: { text: string[]; after: string[] }[] = [];
  let inside = false;
  for (const line of markdown.split('\n')) {
    const text = quoteLine.exec(line)?.[1];
    if (text !== undefined) {
      if (inside) quotes.at(-1)?.text.push(text);
      else quotes.push({ text: [text], after: [] });
    } else quotes.at(-1)?.after.push(line);
    inside = text !== undefined;
  }
  return quotes
    .map(({ text, after }) => ({ text: text.join('\n').trim(), after: after.join('\n').trim() }))
    .filter(({ text }) => text !== '');
}

/** Quotes that stand together share the attribution below the last of them. */
export function quotesWithAttribution(markdown: string): Quote[] {
  const quotes = readQuotes(markdown);
  return quotes.map(({ text }, index) => ({
    text,
    after: quotes.slice(index).find(({ after }) => after !== '')?.after ?? '',
  }));
}
