/** Reads what an index kept of an insight for what a query asks: which atoms it meets, and where. */
import { boilerplateBit, nextMarks, type Documents } from './documents';
import { matchFields } from './match';
import { exactly, levels, type Atom } from './search-atoms';
import type { Lexicon } from './search-lexicon';
import { compoundNext, readTerm, sentenceCodes, termLength } from './term-codes';
import { operatorField } from './weigh-document';

/** The places an atom is met in, by how much they tell: the title, the claim, anywhere else. */
export const inTitle = 0;
export const inClaim = 1;
const elsewhere = 2;
export const zones = 3;

const zoneOfField = Uint8Array.from({ length: boilerplateBit }, (_, field) => {
  if (matchFields[field] === 'title') return inTitle;
  return matchFields[field] === 'claim' ? inClaim : elsewhere;
});

/** The words kept for marking, for one insight. */
const mostWords = 16;

/** Atoms made ready for reading insight after insight, and what was read last. */
export interface Reading {
  readonly atoms: readonly Atom[];
  /** By term of the index: its number among those asked and one, 0 for one that is not asked. */
  readonly askedOfTerm: Int32Array;
  /** By asked term and atom: the level at which it meets the atom by itself, or `levels`. */
  readonly alone: Uint8Array;
  /** The same by level for phrases: the steps (bits) that it can be at that level or a better one. */
  readonly steps: Int32Array;
  /** By asked term: how it is written. */
  readonly written: readonly string[];
  /** Words of scripts without spaces by term; empty when no run is asked. */
  readonly unspaced: ReadonlyMap<number, string>;
  readonly hasRuns: boolean;
  readonly hasPhrases: boolean;
  /** The bits of the fields that are read; the others are passed over. */
  readonly fields: number;
  /** By atom and zone: the best level, or `levels` where it is not met. */
  readonly level: Uint8Array;
  /** The words that met an atom, in order, each as it is written somewhere in the library. */
  words: string[];
  /** By asked term: the slot and one that it was last noted for. */
  readonly noted: Uint32Array;
  /** By atom and level: the steps (bits) of a phrase that the terms up to here are. */
  readonly states: Int32Array;
  /** Asked terms that stand side by side up to here; for phrases only. */
  row: number[];
}

/** Whether it takes reading to tell if an insight that holds its terms meets an atom. */
export function needsReading({ steps, fields, run }: Atom): boolean {
  return run !== '' || steps.length > 1 || fields !== -1;
}

const titleAndClaim = (1 << matchFields.indexOf('title')) | (1 << matchFields.indexOf('claim'));

/** Prepares atoms for reading an index that has this many terms. */
export function prepareReading(atoms: readonly Atom[], lexicon: Lexicon, terms: number): Reading {
  const askedOfTerm = new Int32Array(terms);
  const written: string[] = [];
  const alone: number[] = [];
  const steps: number[] = [];
  const width = atoms.length * levels;
  /** The number of a term among those asked. */
  const ask = (number: number, word: string): number => {
    const known = askedOfTerm[number] ?? 0;
    if (known > 0) return known - 1;
    for (let at = 0; at < atoms.length; at += 1) alone.push(levels);
    for (let at = 0; at < width; at += 1) steps.push(0);
    askedOfTerm[number] = written.push(word);
    return written.length - 1;
  };
  atoms.forEach((atom, at) => {
    if (atom.run !== '') return;
    const isPhrase = atom.steps.length > 1;
    atom.steps.forEach((accepted, step) => {
      for (const [number, level] of accepted) {
        const word = (level === exactly ? atom.words[step] : lexicon.written.get(number)) ?? '';
        const asked = ask(number, word);
        if (!isPhrase) alone[asked * atoms.length + at] = level;
        for (let better = isPhrase ? level : levels; better < levels; better += 1) {
          const place = asked * width + at * levels + better;
          steps[place] = (steps[place] ?? 0) | (1 << step);
        }
      }
    });
    for (const [number, level] of atom.compound) {
      alone[ask(number, atom.typed) * atoms.length + at] = level;
    }
  });
  const hasRuns = atoms.some(({ run }) => run !== '');
  const places = hasRuns ? lexicon.unspaced : [];
  return {
    atoms,
    askedOfTerm,
    alone: Uint8Array.from(alone),
    steps: Int32Array.from(steps),
    written,
    unspaced: new Map(places.map((at) => [lexicon.terms[at] ?? 0, lexicon.words[at] ?? ''])),
    hasRuns,
    hasPhrases: atoms.some((atom) => atom.run === '' && atom.steps.length > 1),
    fields: atoms.filter(needsReading).reduce((all, atom) => all | atom.fields, titleAndClaim),
    level: new Uint8Array(atoms.length * zones),
    words: [],
    noted: new Uint32Array(written.length),
    states: new Int32Array(width),
    row: [],
  };
}

function note({ words }: Reading, word: string): void {
  if (words.length < mostWords && !words.includes(word)) words.push(word);
}

function meet({ level }: Reading, atom: number, field: number, by: number): void {
  const at = atom * zones + (zoneOfField[field] ?? elsewhere);
  if (by < (level[at] ?? 0)) level[at] = by;
}

function notePhrase(reading: Reading, { steps, hasGaps }: Atom): void {
  const spoken = reading.row.slice(-steps.length).map((asked) => reading.written[asked] ?? '');
  // Stop words stood between: as one they would not be found in the text.
  if (hasGaps) for (const word of spoken) note(reading, word);
  else note(reading, spoken.join(' '));
}

/** The level at which a phrase ends with this term, or `levels`. */
function endPhrase(reading: Reading, asked: number, at: number, length: number): number {
  const { atoms, steps, states } = reading;
  const first = asked * atoms.length * levels;
  let by = levels;
  for (let level = levels - 1; level >= 0; level -= 1) {
    const place = at * levels + level;
    // Shift-and (Baeza-Yates and Gonnet, 1992): a bit for each beginning of the phrase seen here.
    const state = (((states[place] ?? 0) << 1) | 1) & (steps[first + place] ?? 0);
    states[place] = state;
    if ((state & (1 << (length - 1))) !== 0) by = level;
  }
  return by;
}

function visit(reading: Reading, asked: number, slot: number, field: number, isCompound: boolean) {
  const { atoms, alone, noted, hasPhrases } = reading;
  if (hasPhrases && !isCompound) reading.row.push(asked);
  for (let at = 0; at < atoms.length; at += 1) {
    const atom = atoms[at];
    if (atom === undefined) return;
    const isAsked = (atom.fields & (1 << field)) !== 0;
    const by = alone[asked * atoms.length + at] ?? levels;
    if (by !== levels && isAsked) {
      meet(reading, at, field, by);
      if (noted[asked] !== slot + 1) note(reading, reading.written[asked] ?? '');
      noted[asked] = slot + 1;
    }
    if (isCompound || atom.steps.length === 1 || atom.run !== '') continue;
    const ended = endPhrase(reading, asked, at, atom.steps.length);
    if (ended === levels || !isAsked) continue;
    meet(reading, at, field, ended);
    notePhrase(reading, atom);
  }
}

function breakRow(reading: Reading): void {
  if (reading.row.length === 0) return;
  reading.row = [];
  reading.states.fill(0);
}

function visitRuns(reading: Reading, text: string, field: number): void {
  reading.atoms.forEach(({ run, fields }, at) => {
    if (run === '' || (fields & (1 << field)) === 0 || !text.includes(run)) return;
    meet(reading, at, field, exactly);
    note(reading, run);
  });
}

/** Reads the insight in a slot: afterwards `level` and `words` of the reading are about it. */
export function readInsight(documents: Documents, reading: Reading, slot: number): void {
  const { bytes, starts } = documents;
  const { askedOfTerm, hasRuns, hasPhrases, fields, unspaced } = reading;
  reading.level.fill(levels);
  reading.words = [];
  let field = 0;
  let text = '';
  let isCompound = false;
  const endSentence = () => {
    if (hasPhrases) breakRow(reading);
    if (hasRuns) visitRuns(reading, text, field);
    text = '';
  };
  const end = starts[slot + 1] ?? 0;
  for (let place = starts[slot] ?? 0; place < end;) {
    const first = bytes[place] ?? 0;
    const at = place;
    place += termLength(first);
    if (first < sentenceCodes) {
      endSentence();
      field = first & ~boilerplateBit;
      // The operator comes first, the fields after it in order.
      if (fields >>> field === 0 && field !== operatorField) break;
      if ((fields & (1 << field)) === 0) place = nextMarks(documents, at);
    } else if (first === compoundNext) isCompound = true;
    else {
      const term = readTerm(bytes, at, first);
      const asked = askedOfTerm[term] ?? 0;
      if (asked > 0) visit(reading, asked - 1, slot, field, isCompound);
      else if (hasPhrases && !isCompound) breakRow(reading);
      if (hasRuns && !isCompound) text += unspaced.get(term) ?? ' ';
      isCompound = false;
    }
  }
  endSentence();
}
