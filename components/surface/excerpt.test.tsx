import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { growth } from '../../test/support/growth';
import { findTerms } from '../find-terms';
import { excerpt as excerptOf } from './excerpt';

const excerpt = (text: string, terms: readonly string[], length: number) =>
  excerptOf(text, () => findTerms(text, terms), length);

const filler = 'lorem ipsum dolor sit amet '.repeat(60).trim();
const story =
  'I raised the price for new choirs. I wrote that letter fourteen times. It had five sentences and no apology. Then I mended what was broken, and added no feature.';

describe('a text that is too long', () => {
  test('keeps the sentences that hold the terms, and says where something is left out', () => {
    expect(excerpt(story, ['raised', 'feature'], 110)).toBe(
      'I raised the price for new choirs. … Then I mended what was broken, and added no feature.',
    );
    expect(excerpt(story, ['letter'], 60)).toBe('… I wrote that letter fourteen times. …');
  });

  test('leaves sentences that stand together together', () => {
    expect(excerpt(story, ['letter', 'apology'], 90)).toBe(
      '… I wrote that letter fourteen times. It had five sentences and no apology. …',
    );
  });

  test.each([
    ['accents', 'Wichtig ist die Qualität.', 'qualitat'],
    ['English endings', 'They were deciding alone.', 'decide'],
    ['whole words', 'But art is long.', 'art'],
  ])('looks for terms as they are marked: %s', (_name, sentence, term) => {
    const text = `They started early on. ${'So it went on. '.repeat(30)}${sentence}`;
    expect(excerpt(text, [term], 100)).toBe(`… ${sentence}`);
  });

  test('is cut between words where one sentence is too long', () => {
    const text = `${filler} the Needle stands here ${filler}`;
    const cut = excerpt(text, ['needle'], 120);
    expect(cut).toContain('Needle');
    expect(cut).toMatch(/^… \w.*\w …$/u);
    expect(text).toContain(` ${cut.slice(2, -2)} `);
  });

  test('is cut before the term where the script has no spaces but around Latin words', () => {
    const text = `${'人'.repeat(150)}工智 GPT ${'人'.repeat(300)}`;
    expect(excerpt(text, ['工智'], 200)).toContain('工智 GPT');
  });

  test.each(['😀', 'x😀'])('is cut between characters, not within one: %s', (beginning) => {
    const text = beginning + '😀'.repeat(300);
    expect(excerptOf(text).isWellFormed()).toBe(true);
    const last = [{ start: text.length - 200, end: text.length - 198, term: 0 }];
    for (const length of [98, 100, 102, 104]) {
      expect(excerptOf(text, () => last, length).isWellFormed()).toBe(true);
    }
  });

  test('starts at the beginning where no term is in it', () => {
    expect(excerpt(filler, ['absent'], 100)).toMatch(/^lorem ipsum.* …$/u);
  });
});

test('a short text stays whole', () => {
  expect(excerpt('A short one.', ['one'], 100)).toBe('A short one.');
});

test('a term is looked for as it is, whatever signs it holds', () => {
  expect(excerpt(`${filler} C++ (new) ${filler}`, ['c++ (new)'], 100)).toContain('C++ (new)');
});

test('a text whose many sentences hold the terms takes time by its length, not by its square', async () => {
  const grown = await growth(5_000, (size) => {
    const text = 'Price it. '.repeat(size);
    const found = findTerms(text, ['price']);
    return () => excerptOf(text, () => found, 100);
  });
  expect(grown).toBeLessThan(10);
  const text = 'Price it. '.repeat(200_000);
  expect(excerpt(text, ['price'], 100)).toBe('Price it. …');
});

test('what is between the ellipses is the text, and about as long as asked', () => {
  const word = fc.constantFrom('a', 'Bee', 'sea.', 'first!', '第一。', '\n', 'É', 'x'.repeat(30));
  const words = fc.array(word, { maxLength: 200 }).map((all) => all.join(' '));
  fc.assert(
    fc.property(words, fc.array(word, { maxLength: 4 }), (text, terms) => {
      const cut = excerpt(text, terms, 100);
      let at = 0;
      for (const piece of cut === text ? [text] : cut.split(/^… | … | …$/u)) {
        const found = text.indexOf(piece, at);
        expect(found).toBeGreaterThanOrEqual(at);
        at = found + piece.length;
      }
      expect(cut.length).toBeLessThanOrEqual(100 * 1.2 + 40);
    }),
    { numRuns: 500 },
  );
});
