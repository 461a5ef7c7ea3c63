/** What the rules over a whole codex read of one card, so that each card is taken apart once. */
import { firstHash, secondHash } from '../match/hash';
import { plainText } from '../match/plain-text';
import { sentenceRanges } from '../match/sentences';
import { scanWords } from '../match/words';
import { sectionNames, type Card, type SectionName } from './card';
import { foldSpace, mentionedIds } from './lists';

export interface CardReading {
  /** The insight's; empty when it is in no codex. */
  readonly key: string;
  readonly card: Card;
  /**
   * The sentences of each section by hash, the same sentence of two sections told apart. A section
   * that names a card says something of its own and has none; neither has the claim.
   */
  readonly sentences: ReadonlyMap<SectionName, readonly number[]>;
  /** The claim by hash, case, marks and white space aside; undefined when there is none. */
  readonly claim: number | undefined;
  /** The terms of title and claim, without stop words. */
  readonly terms: ReadonlySet<string>;
  readonly titleTerms: ReadonlySet<string>;
}

/** Takes the card apart; a reading that was made of a card which said the same is given back. */
export function readForCheck(key: string, card: Card, before?: CardReading): CardReading {
  if (before !== undefined && saysSame(before.card, card)) return before;
  const { title, sections } = card;
  const claim = normalText(sections.claim);
  const titleTerms = termsOf(title);
  return {
    key,
    card,
    sentences: new Map(sectionNames.map((name) => [name, readSentences(name, sections[name])])),
    claim: claim === '' ? undefined : hashOf(claim),
    terms: new Set([...titleTerms, ...termsOf(sections.claim)]),
    titleTerms,
  };
}

/** The text's words and marks in lower case, one space between them. */
function normalText(markdown: string): string {
  return foldSpace(plainText(markdown).normalize('NFKC').toLowerCase());
}

function termsOf(markdown: string): Set<string> {
  return new Set(scanWords(plainText(markdown)).terms.filter((term) => term !== ''));
}

function readSentences(name: SectionName, markdown: string): number[] {
  if (name === 'claim' || mentionedIds(markdown).length > 0) return [];
  const text = plainText(markdown);
  const found = sentenceRanges(text)
    .map(({ start, end }) => normalText(text.slice(start, end)))
    .filter((sentence) => /[\p{L}\p{N}]/u.test(sentence))
    .map((sentence) => hashOf(`${name} ${sentence}`));
  return [...new Set(found)];
}

/** 53 bits: of a million sentences two are taken for the same about once in ten thousand libraries. */
function hashOf(text: string): number {
  return firstHash(text) * 0x20_00_00 + (secondHash(text) & 0x1f_ff_ff);
}

/** Whether two cards say the same in all that a reading reads. */
function saysSame(one: Card, other: Card): boolean {
  if (one === other) return true;
  if (JSON.stringify(fieldsOf(one)) !== JSON.stringify(fieldsOf(other))) return false;
  const names = Object.keys(one.sections) as (keyof Card['sections'])[];
  return names.every((name) => one.sections[name] === other.sections[name]);
}

function fieldsOf({ id, title, operator, coOperators, domain, lifecycle, related }: Card): unknown {
  return [id, title, operator, coOperators, domain, lifecycle, related];
}
