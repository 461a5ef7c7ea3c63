/**
 * At most about `length` characters of the text, cut between words, where most of the terms stand
 * together; whole when it is short enough. An ellipsis marks each cut.
 */
export function excerpt(text: string, terms: readonly string[], length = 320): string {
  if (text.length <= length * 1.2) return text;
  const wanted = Math.min(bestStart(text, terms, length), text.length - length);
  const start = wanted <= 0 ? 0 : nextWord(text, wanted);
  const rest = text.slice(start);
  const end = rest.length <= length ? rest.length : lastBreak(rest, length);
  return `${start > 0 ? '… ' : ''}${rest.slice(0, end)}${end < rest.length ? ' …' : ''}`;
}

/** Where to begin so that the most terms fall within `length`, the first of them a little way in. */
function bestStart(text: string, terms: readonly string[], length: number): number {
  const spots = terms
    .filter((term) => term !== '')
    .flatMap((term) => [...text.matchAll(pattern(term))].map(({ index }) => ({ term, index })));
  let best = { start: 0, count: 0 };
  for (const { index } of spots.toSorted((a, b) => a.index - b.index)) {
    const start = Math.max(0, index - length / 6);
    const within = spots.filter((spot) => spot.index >= start && spot.index < start + length * 0.9);
    const count = new Set(within.map(({ term }) => term)).size;
    if (count > best.count) best = { start, count };
  }
  return best.start;
}

function pattern(term: string): RegExp {
  return new RegExp(term.replace(/[\\^$.*+?()[\]{}|]/gu, '\\$&'), 'giu');
}

/** Where the first word after `at` begins, or `at` where the script has no spaces. */
function nextWord(text: string, at: number): number {
  const from = Math.floor(at);
  const space = text.slice(from, from + 60).search(/\s\S/u);
  return space < 0 ? from : from + space + 1;
}

function lastBreak(text: string, at: number): number {
  const cut = text.slice(0, at).replace(/\s+\S*$/u, '');
  return cut.length > at / 2 ? cut.length : at;
}
