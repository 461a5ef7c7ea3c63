/** A codex made ready for checking one of its cards after the other. */
import type { Card } from './card';
import { countText, weighText, newLikeness, type Likeness } from './likeness';
import { nameSpelling } from './name-spelling';
import { readForCheck, type CardReading } from './read-for-check';
import { countSpelling, newSpellings, type Spellings } from './spellings';
import { tagSpelling } from './tag-spelling';

export interface Codex {
  /** By insight key. */
  readonly readings: ReadonlyMap<string, CardReading>;
  /** The ids that cards bear, here and wherever else a link may lead. */
  readonly ids: ReadonlySet<string>;
  /** By card id: the keys of those that list it in `related`. */
  readonly listers: ReadonlyMap<string, readonly string[]>;
  /** By hash: in how many cards a sentence stands. */
  readonly sentences: ReadonlyMap<number, number>;
  /** By hash: the keys of those that make the claim, word for word. */
  readonly claims: ReadonlyMap<number, readonly string[]>;
  readonly likeClaims: Likeness;
  readonly likeTitles: Likeness;
  readonly names: Spellings;
  readonly domains: Spellings;
  readonly lifecycles: Spellings;
}

/** An insight's card as it would leave (`projectCard`). */
export interface CodexCard {
  readonly key: string;
  readonly card: Card;
}

export interface CodexOptions {
  /** Ids of cards in other collections, to which a link may lead as well. */
  readonly elsewhere?: Iterable<string>;
  /** The codex as it was: cards that say the same are not read again. */
  readonly before?: Codex | undefined;
}

/** Title and claim share this weight of their terms: found on real cards, where it is right. */
const likeClaim = 0.28;
/** Titles alone must share more, being short. */
const likeTitle = 0.5;

/** Prepares the codex at once; a thousand cards take a tenth of a second or two. */
export function prepareCodex(cards: readonly CodexCard[], options: CodexOptions = {}): Codex {
  const steps = prepareInSteps(cards, options);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/**
 * As `prepareCodex`, a card at a time: yields after each, twice a card in all, so that whoever drives
 * it can do something else in between, or stop.
 */
export function* prepareInSteps(
  cards: readonly CodexCard[],
  { elsewhere = [], before }: CodexOptions = {},
): Generator<void, Codex> {
  const readings = new Map<string, CardReading>();
  const ids = new Set(elsewhere);
  const listers = new Map<string, string[]>();
  const sentences = new Map<number, number>();
  const claims = new Map<number, string[]>();
  const codex = {
    readings,
    ids,
    listers,
    sentences,
    claims,
    likeClaims: newLikeness(likeClaim, 4),
    likeTitles: newLikeness(likeTitle, 4),
    names: newSpellings(nameSpelling),
    domains: newSpellings(tagSpelling),
    lifecycles: newSpellings(tagSpelling),
  };
  for (const { key, card } of cards) {
    const reading = readForCheck(key, card, before?.readings.get(key));
    readings.set(key, reading);
    if (card.id !== '') ids.add(card.id);
    for (const id of new Set(card.related)) append(listers, id, key);
    for (const hashes of reading.sentences.values()) {
      for (const hash of hashes) sentences.set(hash, (sentences.get(hash) ?? 0) + 1);
    }
    if (reading.claim !== undefined) {
      append(claims, reading.claim, key);
      countText(codex.likeClaims, { key, terms: reading.terms });
      countText(codex.likeTitles, { key, terms: reading.titleTerms });
    }
    for (const name of new Set([card.operator, ...card.coOperators])) {
      countSpelling(codex.names, name);
    }
    for (const tag of new Set(card.domain)) countSpelling(codex.domains, tag);
    for (const tag of new Set(card.lifecycle)) countSpelling(codex.lifecycles, tag);
    yield;
  }
  for (let number = 0; number < codex.likeClaims.texts.length; number += 1) {
    weighText(codex.likeClaims, number);
    weighText(codex.likeTitles, number);
    yield;
  }
  return codex;
}

function append<K>(lists: Map<K, string[]>, key: K, value: string): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}
