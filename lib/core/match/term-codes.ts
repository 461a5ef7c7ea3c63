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

/**
 * By first byte: how many there are, how far the three from it on are to be shifted to the right, and
 * what is then too much. Looked up, since a page reads tens of thousands of terms in no foreseeable
 * order, and a wrongly foretold branch costs more than all the rest of reading one.
 */
const lengths = new Uint8Array(256).fill(1);
const shifts = new Uint8Array(256).fill(16);
const excesses = new Int32Array(256).fill(firstTerm);
lengths.fill(2, firstOfTwo);
shifts.fill(8, firstOfTwo);
excesses.fill((firstOfTwo << 8) - short, firstOfTwo);
lengths.fill(3, firstOfThree);
shifts.fill(0, firstOfThree);
excesses.fill((firstOfThree << 16) - medium, firstOfThree);
lengths[firstOfFive] = mostTermBytes;

/** How many bytes a term takes, or a code, by the first of them. */
export function termLength(first: number): number {
  return lengths[first] ?? 1;
}

/** The term that begins at `at`, of which `first`, `firstTerm` or more, is the first byte. */
export function readTerm(bytes: Uint8Array, at: number, first: number): number {
  const next = bytes[at + 1] ?? 0;
  const third = bytes[at + 2] ?? 0;
  if (first === firstOfFive) {
    return (
      long + ((next << 24) | (third << 16) | ((bytes[at + 3] ?? 0) << 8) | (bytes[at + 4] ?? 0))
    );
  }
  return (((first << 16) | (next << 8) | third) >>> (shifts[first] ?? 0)) - (excesses[first] ?? 0);
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
