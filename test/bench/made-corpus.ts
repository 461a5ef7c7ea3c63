/**
 * Libraries of insights larger than any real one at hand: documents of about 114 words recombined
 * from real sentences. A document takes its sentences from texts that stand near each other in one
 * corpus, so it keeps to a subject; in every sentence one word is exchanged for another of the same
 * corpus and one for an invented name, so that sentences do not repeat. A name is new whenever the
 * vocabulary lags behind Heaps' law, else one used before (Simon 1955), which gives the long tail of
 * rare words that real text has. Same texts, same documents; a smaller library is the beginning of a
 * larger one.
 */
import { join } from 'node:path';
import { existsSync } from 'node:fs';
import type { MatchDocument, MatchField } from '../../lib/core/match/match';
import { readCorpus } from './match-data';
import { seeded } from './seeded';

type Random = () => number;

/** A corpus as sentences by text, each as its words. */
interface Source {
  readonly texts: readonly (readonly (readonly string[])[])[];
  readonly words: number;
}

/** Heaps' law as the real corpora follow it from 40,000 to 2.3 million words: V = 52 n^0.457. */
const heapsFactor = 52;
const heapsExponent = 0.457;
/** Drawn evenly from this range, and a sentence over, the words of a document have mean 114. */
const leastWords = 64;
const mostWords = 144;
const longestSentence = 40;
const near = 4;

const corpora = [
  'arguana',
  'codex',
  'cranfield',
  'speeches',
  'perspectrum-claims',
  'perspectrum-perspectives',
  'ibm-claims',
  'idebate-claims',
  'debatewise-claims',
];

function sentencesOf(text: string): string[][] {
  const sentences: string[][] = [];
  for (const sentence of text.split(/(?<=[.!?]["”’)]*)\s+|\n+/)) {
    const words = sentence.split(/\s+/).filter((word) => word !== '');
    // Speeches come without full stops.
    for (let at = 0; at < words.length; at += longestSentence) {
      const part = words.slice(at, at + longestSentence);
      if (part.length >= 3) sentences.push(part);
    }
  }
  return sentences;
}

function sourceOf(texts: readonly string[]): Source {
  const read = texts.map(sentencesOf).filter((sentences) => sentences.length > 0);
  return { texts: read, words: read.flat(2).length };
}

const syllables = Array.from('bdfgklmnprstvz', (consonant) =>
  Array.from('aeiou', (vowel) => consonant + vowel),
).flat();

/** The invented name of a number: no two are alike, and none is touched by a stemmer. */
function nameOf(number: number): string {
  let [left, name] = [number, ''];
  do {
    name = (syllables[left % syllables.length] ?? '') + name;
    left = Math.floor(left / syllables.length);
  } while (left > 0 || name.length < 4);
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}k`;
}

function pick<T>(random: Random, from: readonly T[]): T {
  const picked = from[Math.floor(random() * from.length)];
  if (picked === undefined) throw new Error('nothing to pick from');
  return picked;
}

/** Counts words and says which name comes next. */
class Vocabulary {
  private readonly seen = new Set<string>();
  private readonly seenAsWritten = new Set<string>();
  private readonly used: number[] = [];
  private names = 0;
  private words = 0;

  add(word: string): void {
    this.words += 1;
    if (this.seenAsWritten.has(word)) return;
    this.seenAsWritten.add(word);
    for (const part of word.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) this.seen.add(part);
  }

  name(random: Random): string {
    const lags = this.seen.size < heapsFactor * this.words ** heapsExponent;
    const number = lags || this.used.length === 0 ? this.names++ : pick(random, this.used);
    this.used.push(number);
    return nameOf(number);
  }
}

function pickSource(random: Random, sources: readonly Source[], total: number): Source {
  let left = random() * total;
  for (const source of sources) {
    left -= source.words;
    if (left < 0) return source;
  }
  return pick(random, sources);
}

/** A sentence from near a place; one that was said already only where there is little else. */
function pickSentence(
  random: Random,
  { texts }: Source,
  home: number,
  said: ReadonlySet<readonly string[]>,
): readonly string[] {
  for (let tries = 1; ; tries += 1) {
    const offset = random() < 0.5 ? 0 : Math.floor(random() * (2 * near + 1)) - near;
    // A text of few sentences is soon told: look further round it.
    const at = home + offset * Math.ceil(tries / 4);
    const sentence = pick(random, texts[Math.min(texts.length - 1, Math.max(0, at))] ?? []);
    if (!said.has(sentence) || tries === 40) return sentence;
  }
}

/** A sentence with one word exchanged for another of its corpus and one for a name. */
function madeSentence(
  random: Random,
  { texts }: Source,
  sentence: readonly string[],
  name: string,
): string[] {
  const words = [...sentence];
  words[Math.floor(random() * words.length)] = pick(random, pick(random, pick(random, texts)));
  words[Math.floor(random() * words.length)] = name;
  return words;
}

const order: readonly MatchField[] = ['title', 'claim', 'mechanism', 'evidence', 'counterEvidence'];

function fieldsOf(sentences: readonly string[]): MatchDocument['fields'] {
  const fields: Partial<Record<MatchField, string>> = {};
  sentences.forEach((sentence, at) => {
    const field = order[at] ?? (at % 3 === 0 ? 'mechanism' : 'evidence');
    fields[field] = fields[field] === undefined ? sentence : `${fields[field]} ${sentence}`;
  });
  return fields;
}

/** So many documents made from the texts of each corpus; see above. */
export function madeCorpus(
  texts: readonly (readonly string[])[],
  size: number,
  seed = 1,
): MatchDocument[] {
  const random = seeded(seed);
  const sources = texts.map(sourceOf).filter(({ words }) => words > 0);
  const total = sources.reduce((sum, { words }) => sum + words, 0);
  const vocabulary = new Vocabulary();
  return Array.from({ length: size }, (_, at) => {
    const source = pickSource(random, sources, total);
    const home = Math.floor(random() * source.texts.length);
    const wanted = leastWords + random() * (mostWords - leastWords);
    const sentences: string[] = [];
    const said = new Set<readonly string[]>();
    let name = vocabulary.name(random);
    for (let words = 0; words < wanted;) {
      // A text that names someone names them again.
      if (random() < 0.5) name = vocabulary.name(random);
      const picked = pickSentence(random, source, home, said);
      said.add(picked);
      const sentence = madeSentence(random, source, picked, name);
      for (const word of sentence) vocabulary.add(word);
      words += sentence.length;
      sentences.push(sentence.join(' '));
    }
    return { key: `made-${at}`, operator: '', sourceKeys: [], fields: fieldsOf(sentences) };
  });
}

/** The texts of the real corpora in a folder of match data, in a fixed order. */
export function readTexts(folder: string): string[][] {
  return corpora
    .filter((name) => existsSync(join(folder, 'corpus', `${name}.jsonl.gz`)))
    .map((name) => readCorpus(folder, name).map(({ fields }) => Object.values(fields).join('\n')));
}
