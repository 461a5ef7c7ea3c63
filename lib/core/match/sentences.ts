/** Where the sentences of a text stand. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

const abbreviation =
  /(?:^|[\s("“])(?:mr|mrs|ms|dr|prof|sr|jr|st|vs|no|fig|e\.g|i\.e|cf|al|[A-Z])\.$/i;
/** Speech transcripts come without full stops: a longer stretch is cut at white space. */
const longest = 480;

function pushTrimmed(ranges: Range[], text: string, from: number, to: number): void {
  let start = from;
  let end = to;
  while (start < end && isSpace(text.charCodeAt(start))) start += 1;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end -= 1;
  while (end - start > longest) {
    // Not in the whole text: it may be without a space for a million characters before.
    const space = text.slice(start, start + longest + 1).lastIndexOf(' ');
    const cut = space > 0 ? start + space : wholeCharacter(text, start + longest);
    ranges.push({ start, end: cut });
    start = cut;
    while (start < end && isSpace(text.charCodeAt(start))) start += 1;
  }
  if (end > start) ranges.push({ start, end });
}

/** A place at or before `at` that does not split a surrogate pair. */
export function wholeCharacter(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff ? at - 1 : at;
}

/** White space; most is told without a regular expression. */
function isSpace(code: number): boolean {
  if (code === 32 || (code >= 9 && code <= 13)) return true;
  return code >= 0xa0 && /\s/.test(String.fromCharCode(code));
}

const stops = '.!?…';
const closing = `"'”’)]`;
const opening = `"'“‘([`;
/**
 * Of Chinese and Japanese, Hindi, Urdu and Arabic, Burmese, Khmer, Amharic, which hardly ever are anything
 * but an end: Khmer writes "and so on" with two of them.
 */
const wideStops = '。！？｡।॥۔؟။។።';
/** What a sentence may end with. */
export const stopCharacters = `\n${stops}${wideStops}`;
const anyStop = new RegExp(`[${stopCharacters}]`, 'g');
const wideClosing = `${closing}」』）»`;

/** Where a run of these characters that begins at `from` ends. */
function past(text: string, from: number, characters: string): number {
  let at = from;
  while (at < text.length && characters.includes(text.charAt(at))) at += 1;
  return at;
}

/** Whether a sentence may begin here: with a capital, a letter of a script without case, a digit. */
function mayBegin(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 0x80) return (code >= 0x41 && code <= 0x5a) || (code >= 0x30 && code <= 0x39);
  return /^[\p{Lu}\p{Lo}\p{N}]/u.test(text.slice(at, at + 2));
}

/**
 * Where the sentence ends whose last character may stand at `at`, or -1: after a full stop with its
 * closing quotes before white space and the beginning of another, after one of `wideStops`, and at a
 * line end.
 */
function endAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code === 10) return at + 1;
  const character = text.charAt(at);
  if (wideStops.includes(character)) return past(text, at + 1, wideClosing);
  if (!stops.includes(character)) return -1;
  const end = past(text, at + 1, closing);
  let next = end;
  while (next < text.length && isSpace(text.charCodeAt(next))) next += 1;
  if (next === end || next === text.length) return -1;
  return mayBegin(text, past(text, next, opening)) ? end : -1;
}

/** Where these characters stand. */
function placesOfStops(text: string): number[] {
  return Array.from(text.matchAll(anyStop), ({ index }) => index);
}

/**
 * The sentences of a text in order, without the white space around them; never overlapping. Where its
 * `stopCharacters` stand may be given where that is at hand.
 */
export function sentenceRanges(
  text: string,
  places: readonly number[] = placesOfStops(text),
): Range[] {
  const ranges: Range[] = [];
  let from = 0;
  for (const at of places) {
    const end = endAt(text, at);
    if (end < 0) continue;
    const isAbbreviation =
      text.charCodeAt(at) === 0x2e &&
      end === at + 1 &&
      abbreviation.test(text.slice(Math.max(from, end - 8), end));
    if (isAbbreviation) continue;
    pushTrimmed(ranges, text, from, end);
    from = end;
  }
  pushTrimmed(ranges, text, from, text.length);
  return ranges;
}
