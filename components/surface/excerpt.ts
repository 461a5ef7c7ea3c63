import type { FoundTerm } from '../find-terms';

/**
 * The text when it is short enough; else the sentences of it that hold the terms that `find` finds in it,
 * in their order, at most about `length` characters in all. Where even one sentence is too long, or no
 * term is in the text, a stretch cut between words. An ellipsis marks each gap.
 */
export function excerpt(
  text: string,
  find: () => readonly FoundTerm[] = () => [],
  length = 320,
): string {
  if (text.length <= length * 1.2) return text;
  const found = find();
  const chosen = chooseSentences(text, found, length * 1.2);
  return chosen.length > 0
    ? joinSentences(text, chosen)
    : stretch(text, found[0]?.start ?? 0, length);
}

interface Span {
  readonly start: number;
  readonly end: number;
}

let segmenter: Intl.Segmenter | undefined;
const sentences = () => (segmenter ??= new Intl.Segmenter([], { granularity: 'sentence' }));
// While the page is read: a browser takes some twenty milliseconds for it.
requestIdleCallback(sentences);

/** The sentences that bring most new terms, as many as fit; none when the first of them does not. */
function chooseSentences(text: string, terms: readonly FoundTerm[], length: number): Span[] {
  let next = 0;
  const open = Array.from(sentences().segment(text), ({ index, segment }) => {
    const from = next;
    while ((terms[next]?.start ?? Infinity) < index + segment.length) next += 1;
    const held = new Set(terms.slice(from, next).map(({ term }) => term));
    return { start: index, end: index + segment.trimEnd().length, held };
  });
  const chosen: Span[] = [];
  const found = new Set<number>();
  let left = length;
  for (;;) {
    const gains = open.map(({ held }) => [...held].filter((term) => !found.has(term)).length);
    const most = gains.reduce((one, other) => Math.max(one, other), 0);
    const best = open[gains.indexOf(most)];
    if (most === 0 || !best || best.end - best.start > left) break;
    chosen.push(best);
    for (const term of best.held) found.add(term);
    left -= best.end - best.start;
  }
  return chosen.sort((a, b) => a.start - b.start);
}

function joinSentences(text: string, chosen: readonly Span[]): string {
  let joined = '';
  let at = 0;
  for (const { start, end } of chosen) {
    const gap = text.slice(at, start);
    if (gap.trim() === '') joined += gap;
    else joined += at === 0 ? '… ' : ' … ';
    joined += text.slice(start, end);
    at = end;
  }
  return text.slice(at).trim() === '' ? joined : `${joined} …`;
}

/** One stretch, from a little before where the first term stands. */
function stretch(text: string, first: number, length: number): string {
  const wanted = Math.min(first - length / 4, text.length - length);
  const start = wanted <= 0 ? 0 : nextWord(text, Math.floor(wanted), first);
  const rest = text.slice(start);
  const end = rest.length <= length ? rest.length : lastBreak(rest, length);
  return `${start > 0 ? '… ' : ''}${rest.slice(0, end)}${end < rest.length ? ' …' : ''}`;
}

/** Where the first word between the two places begins, or `at` where the script has no spaces. */
function nextWord(text: string, at: number, last: number): number {
  return wholeCharacter(text, at + 1 + text.slice(at, last + 1).search(/\s\S/));
}

function lastBreak(text: string, at: number): number {
  const cut = text.slice(0, at).replace(/\s+\S*$/, '');
  return wholeCharacter(text, cut.length > at / 2 ? cut.length : at);
}

/** A place at or before `at` that does not split a surrogate pair. */
function wholeCharacter(text: string, at: number): number {
  return text.charCodeAt(at) >> 10 === 0x37 ? at - 1 : at;
}
