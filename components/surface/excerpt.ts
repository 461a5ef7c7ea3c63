/**
 * At most about `length` characters of the text, cut between words, around the first of the terms
 * that stands in it; whole when it is short enough. An ellipsis marks each cut.
 */
export function excerpt(text: string, terms: readonly string[], length = 320): string {
  if (text.length <= length * 1.2) return text;
  const folded = text.toLowerCase();
  const found = terms.map((term) => folded.indexOf(term.toLowerCase())).filter((at) => at >= 0);
  const first = found.length > 0 ? Math.min(...found) : 0;
  const wanted = Math.max(0, Math.min(first - length / 4, text.length - length));
  const start = wanted === 0 ? 0 : nextWord(text, wanted);
  const rest = text.slice(start);
  const end = rest.length <= length ? rest.length : lastBreak(rest, length);
  return `${start > 0 ? '… ' : ''}${rest.slice(0, end)}${end < rest.length ? ' …' : ''}`;
}

/** Where the first word after `at` begins, or `at` where the script has no spaces. */
function nextWord(text: string, at: number): number {
  const space = text.slice(at, at + 60).search(/\s\S/u);
  return space < 0 ? at : at + space + 1;
}

function lastBreak(text: string, at: number): number {
  const cut = text.slice(0, at).replace(/\s+\S*$/u, '');
  return cut.length > at / 2 ? cut.length : at;
}
