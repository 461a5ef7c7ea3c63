import { expect, test } from 'vitest';
import type { MatchDocument } from '../../lib/core/match/match';
import { madeCorpus } from './made-corpus';
import { seeded } from './seeded';

/** Two small corpora of invented prose, so that the test needs no folder of match data. */
function someTexts(): string[][] {
  const random = seeded(3);
  const word = () => `w${Math.floor(random() ** 3 * 9000)}`;
  const sentence = () => `${Array.from({ length: 12 }, word).join(' ')}.`;
  const text = () => Array.from({ length: 8 }, sentence).join(' ');
  return [Array.from({ length: 300 }, text), Array.from({ length: 400 }, text)];
}

const wordsOf = ({ fields }: MatchDocument) => Object.values(fields).join(' ').split(/\s+/);

function vocabulary(documents: readonly MatchDocument[]): number {
  return new Set(documents.flatMap(wordsOf).map((word) => word.toLowerCase().replace('.', '')))
    .size;
}

test('the same texts give the same documents, and a smaller library begins a larger one', () => {
  const documents = madeCorpus(someTexts(), 300);
  expect(madeCorpus(someTexts(), 300)).toEqual(documents);
  expect(madeCorpus(someTexts(), 100)).toEqual(documents.slice(0, 100));
});

test('documents have about 114 words, their own key and their own sentences', () => {
  const documents = madeCorpus(someTexts(), 1000);
  const lengths = documents.map((document) => wordsOf(document).length);
  const mean = lengths.reduce((a, b) => a + b, 0) / lengths.length;
  expect(mean).toBeGreaterThan(100);
  expect(mean).toBeLessThan(128);
  expect(new Set(documents.map(({ key }) => key)).size).toBe(1000);
  const claims = documents.map(({ fields }) => fields.claim);
  expect(new Set(claims).size).toBeGreaterThan(980);
});

test('the vocabulary grows as it does in real text', () => {
  const documents = madeCorpus(someTexts(), 4000);
  for (const size of [1000, 2000, 4000]) {
    const some = documents.slice(0, size);
    const words = some.reduce((sum, document) => sum + wordsOf(document).length, 0);
    const expected = 52 * words ** 0.457;
    expect(vocabulary(some) / expected).toBeGreaterThan(0.95);
    expect(vocabulary(some) / expected).toBeLessThan(1.05);
  }
});

test('a document does not say the same sentence twice', () => {
  const sentences = Array.from({ length: 12 }, (_, at) => `s${at} ${`only${at} `.repeat(10)}.`);
  for (const { fields } of madeCorpus([[sentences.join(' ')]], 50)) {
    const starts =
      Object.values(fields)
        .join(' ')
        .match(/only\d+/g) ?? [];
    const said = new Map<string, number>();
    for (const word of starts) said.set(word, (said.get(word) ?? 0) + 1);
    // Ten times in its own sentence, and now and then as the word that was exchanged.
    for (const count of said.values()) expect(count).toBeLessThan(15);
  }
});
