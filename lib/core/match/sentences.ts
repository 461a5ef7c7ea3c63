/** Where the sentences of a text stand. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** A break after a full stop and before a capital or a digit, after CJK stops, and at line ends. */
const breaks = /[.!?…]["'”’)\]]*(?=\s+["'“‘([]*[\p{Lu}\p{Lo}\p{N}])|[。！？｡]["」』”’）]*|\n/gu;
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
    const space = text.lastIndexOf(' ', start + longest);
    const cut = space > start ? space : wholeCharacter(text, start + longest);
    ranges.push({ start, end: cut });
    start = cut;
    while (start < end && isSpace(text.charCodeAt(start))) start += 1;
  }
  if (end > start) ranges.push({ start, end });
}

/** A place at or before `at` that does not split a surrogate pair. */
function wholeCharacter(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff ? at - 1 : at;
}

function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13) || code === 0xa0;
}

/** The sentences of a text in order, without the white space around them; never overlapping. */
export function sentenceRanges(text: string): Range[] {
  const ranges: Range[] = [];
  let from = 0;
  for (const found of text.matchAll(breaks)) {
    const end = found.index + found[0].length;
    if (found[0] === '.' && abbreviation.test(text.slice(Math.max(from, end - 8), end))) continue;
    if (end > from) pushTrimmed(ranges, text, from, end);
    from = Math.max(from, end);
  }
  pushTrimmed(ranges, text, from, text.length);
  return ranges;
}
