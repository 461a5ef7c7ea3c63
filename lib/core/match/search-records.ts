/**
 * What a search asks of an insight's record: its facets, and the words that belong to it but are not
 * part of its text (tags, co-operators, the source's title), which the match index does not hold.
 */
import type { Insight } from '../insight/insight';
import { completed, exactly, levels, type Atom } from './search-atoms';
import type { Lexicon } from './search-lexicon';
import type { FacetPart, SearchFacet } from './search-query';
import { cutRuns } from './search-scripts';
import { fold } from './known-words';
import { scanWords } from './words';

/** An insight's record made ready for searching once, so that every keystroke is cheap. */
export interface SearchRecord {
  readonly facets: Readonly<Record<SearchFacet, string>>;
  /** Words and terms, each after one space and before one, a line to a label. */
  readonly labels: string;
  /** The same of the co-operators' names alone. */
  readonly people: string;
  /** What is written in scripts without spaces, of both. */
  readonly labelRuns: string;
  readonly peopleRuns: string;
}

/** Each text's words, folded, after one space each, and a line feed. */
function wordsOf(texts: readonly string[]): string {
  return texts
    .map((text) => {
      const { starts, ends } = scanWords(text);
      return ` ${starts.map((start, at) => fold(text.slice(start, ends[at]))).join(' ')} \n`;
    })
    .join('');
}

function termsOf(texts: readonly string[]): string {
  return texts.map((text) => ` ${scanWords(text).terms.filter(Boolean).join(' ')} \n`).join('');
}

function runsOf(texts: readonly string[]): string {
  return texts.flatMap((text) => cutRuns(text).runs).join(' ');
}

/** The record of an insight as searches read it. */
export function searchRecord({ card, status }: Insight): SearchRecord {
  const { coOperators, domain, lifecycle, sourceTitle, sourceType, sourceUrl, tier } = card;
  const labels = [...coOperators, ...domain, ...lifecycle, sourceTitle];
  return {
    facets: {
      tier: wordsOf([tier ?? '']),
      status: wordsOf([status]),
      tag: wordsOf([...domain, ...lifecycle]),
      domain: wordsOf(domain),
      type: wordsOf([sourceType]),
      source: wordsOf([sourceTitle, sourceUrl]),
    },
    labels: wordsOf(labels) + termsOf(labels),
    people: wordsOf(coOperators) + termsOf(coOperators),
    labelRuns: runsOf(labels),
    peopleRuns: runsOf(coOperators),
  };
}

/**
 * A test of records: each facet must hold a value that begins with the words asked, or must not. One
 * asked for signs alone asks nothing.
 */
export function facetTest(parts: readonly FacetPart[]): (record: SearchRecord) => boolean {
  const wanted = parts
    .map(({ facet, value, isExcluded }) => ({
      facet,
      isExcluded,
      start: wordsOf([value]).trimEnd(),
    }))
    .filter(({ start }) => start !== '');
  return ({ facets }) =>
    wanted.every(({ facet, start, isExcluded }) => facets[facet].includes(start) !== isExcluded);
}

/** A test of records for an atom: the level at which a label meets it, or `levels` where none does. */
export function labelTest(atom: Atom): (record: SearchRecord) => number {
  if (atom.field !== undefined && atom.field !== 'operator') return () => levels;
  const { terms, words, run, isPrefix } = atom;
  const isOfPeople = atom.field === 'operator';
  if (run !== '') {
    return (record) => {
      const runs = isOfPeople ? record.peopleRuns : record.labelRuns;
      return runs.includes(run) ? exactly : levels;
    };
  }
  const whole = terms.every((term) => term === '') ? undefined : ` ${terms.join(' ')} `;
  const last = words.at(-1) ?? '';
  const starts = isPrefix
    ? [` ${[...terms.slice(0, -1), last].join(' ')}`, ` ${words.join(' ')}`]
    : [];
  return (record) => {
    const text = isOfPeople ? record.people : record.labels;
    if (whole !== undefined && text.includes(whole)) return exactly;
    return starts.some((start) => text.includes(start)) ? completed : levels;
  };
}

const known = new WeakMap<Lexicon, { records: Records; bySlot: (SearchRecord | undefined)[] }>();

type Records = ReadonlyMap<string, SearchRecord>;

/** The records by slot; kept for the next search, so a map that was given must not change. */
export function recordsBySlot(lexicon: Lexicon, records: Records): (SearchRecord | undefined)[] {
  const before = known.get(lexicon);
  if (before?.records === records) return before.bySlot;
  const bySlot = lexicon.keys.map((key) => (key === '' ? undefined : records.get(key)));
  known.set(lexicon, { records, bySlot });
  return bySlot;
}
