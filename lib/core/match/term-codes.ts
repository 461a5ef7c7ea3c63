/**
 * How the documents' bytes are read: a code of one byte for the beginning of a sentence or for what the
 * next term is, and terms in one byte, two, three or five by their number, which is the smaller the more
 * insights hold a term. The first byte tells how many there are, so that nothing is read in a loop.
 */

/** Codes below this begin a sentence: its marks. */
export const sentenceCodes = 16;
/** The next term is a compound. */
export const compoundNext = 16;
/** First bytes from here on are those of terms. */
export const firstTerm = 17;

const firstOfTwo = 200;
const firstOfThree = 251;
const firstOfFive = 255;
const short = firstOfTwo - firstTerm;
const medium = short + ((firstOfThree - firstOfTwo) << 8);
const long = medium + ((firstOfFive - firstOfThree) << 16);

/** The bytes a term takes, at most. */
export const mostTermBytes = 5;

/** How many bytes a term takes, or a code, by the first of them. */
export function termLength(first: number): number {
  if (first < firstOfTwo) return 1;
  if (first < firstOfThree) return 2;
  return first < firstOfFive ? 3 : mostTermBytes;
}

/** The term that begins at `at`, of which `first`, `firstTerm` or more, is the first byte. */
export function readTerm(bytes: Uint8Array, at: number, first: number): number {
  if (first < firstOfTwo) return first - firstTerm;
  const next = bytes[at + 1] ?? 0;
  if (first < firstOfThree) return short + ((first - firstOfTwo) << 8) + next;
  const third = bytes[at + 2] ?? 0;
  if (first < firstOfFive) return medium + ((first - firstOfThree) << 16) + (next << 8) + third;
  return long + ((next << 24) | (third << 16) | ((bytes[at + 3] ?? 0) << 8) | (bytes[at + 4] ?? 0));
}

/** All the terms in bytes that hold nothing else. */
export function readTerms(bytes: Uint8Array): number[] {
  const terms: number[] = [];
  for (let at = 0; at < bytes.length;) {
    const first = bytes[at] ?? 0;
    terms.push(readTerm(bytes, at, first));
    at += termLength(first);
  }
  return terms;
}

/** Writes a term, a number of 0 to 2^31 - 1; there must be room for it. Returns where the next one goes. */
export function writeTerm(bytes: Uint8Array, at: number, term: number): number {
  let next = at;
  const write = (byte: number) => {
    bytes[next++] = byte;
  };
  if (term < short) write(firstTerm + term);
  else if (term < medium) {
    write(firstOfTwo + ((term - short) >>> 8));
    write(term - short);
  } else if (term < long) {
    write(firstOfThree + ((term - medium) >>> 16));
    write((term - medium) >>> 8);
    write(term - medium);
  } else {
    write(firstOfFive);
    for (const shift of [24, 16, 8, 0]) write((term - long) >>> shift);
  }
  return next;
}
