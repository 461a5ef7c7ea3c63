import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { backgroundTier, tierCount } from './background';
import { frontDecode } from './front-coding';
import { stopWords } from './stop-words';

/** The list that `frontDecode` reads; words in any order, but sorted ones share the most. */
function frontCode(words: readonly string[]): string {
  return words
    .map((word, at) => {
      const before = words[at - 1] ?? '';
      let same = 0;
      while (same < 25 && same < word.length && word[same] === before[same]) same += 1;
      return String.fromCharCode(65 + same) + word.slice(same);
    })
    .join('');
}

test('what is coded is decoded again', () => {
  const word = fc.string({
    unit: fc.constantFrom('a', 'b', 'c', 'd'),
    minLength: 1,
    maxLength: 40,
  });
  fc.assert(
    fc.property(fc.array(word, { minLength: 1 }), (words) => {
      expect(frontDecode(frontCode(words))).toEqual(words);
    }),
  );
});

test('the example of the doc comment', () => {
  expect(frontDecode('AfactCmiliGar')).toEqual(['fact', 'famili', 'familiar']);
});

test('stop words and common stems are what they were', () => {
  expect(stopWords.size).toBe(329);
  for (const word of ['a', 'about', 'nevertheless', 'yourselves', 'z']) {
    expect(stopWords.has(word)).toBe(true);
  }
  const tiers = ['peopl', 'young', 'zero', 'okapi'].map(backgroundTier);
  expect(tiers).toEqual([0, 1, tierCount - 3, tierCount - 1]);
  expect([...stopWords].every((word) => /^[a-z]+$/.test(word))).toBe(true);
});
