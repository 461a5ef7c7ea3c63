import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isOneSlip, slipKeys } from './edit-keys';
import { nameSpelling } from './name-spelling';
import { betterSpelling, countSpelling, newSpellings, type SpellingRules } from './spellings';
import { tagSpelling } from './tag-spelling';

/** What one use of `value` is held up against, beside these uses. */
function better(rules: SpellingRules, value: string, uses: Readonly<Record<string, number>>) {
  const spellings = newSpellings(rules);
  countSpelling(spellings, value);
  for (const [other, times] of Object.entries(uses)) {
    for (let n = 0; n < times; n += 1) countSpelling(spellings, other);
  }
  const found = betterSpelling(spellings, value, [value]);
  return found && `${found.same ? 'is' : 'may be'} ${found.spelling}`;
}

describe('names', () => {
  test.each([
    ['ada lovelane', 'Ada Lovelane', 'is Ada Lovelane'],
    ['Ada  Lovelane', 'Ada Lovelane', 'is Ada Lovelane'],
    ['Ada Lovelané', 'Ada Lovelane', 'is Ada Lovelane'],
    ['Prof. Ada Lovelane, PhD', 'Ada Lovelane', 'is Ada Lovelane'],
    ['Ada O’Lane', "Ada O'Lane", "is Ada O'Lane"],
    ['Jo-Ann Lane', 'Jo Ann Lane', 'is Jo Ann Lane'],
    ['Bjørn Kåre', 'Bjorn Kare', 'is Bjorn Kare'],
    [
      '\u0645\u064f\u062d\u064e\u0645\u0651\u062f',
      '\u0645\u062d\u0645\u062f',
      'is \u0645\u062d\u0645\u062f',
    ],
    ['A. Lovelane', 'Ada Lovelane', 'may be Ada Lovelane'],
    ['Ada Lovelane Jr.', 'Ada Lovelane', 'may be Ada Lovelane'],
    ['Ada M. Lovelane', 'Ada Lovelane', 'may be Ada Lovelane'],
    ['Alex Lovelane', 'Alexander Lovelane', 'may be Alexander Lovelane'],
    ['Ada Lovelane-Byrd', 'Ada Lovelane', 'may be Ada Lovelane'],
    ['Alexander Lovelnae', 'Alexander Lovelane', 'may be Alexander Lovelane'],
    ['Alexandr Lovelane', 'Alexander Lovelane', 'may be Alexander Lovelane'],
  ])('%s → %s: %s', (value, other, wanted) => {
    expect(better(nameSpelling, value, { [other]: 3 })).toBe(wanted);
  });

  test.each([
    ['Ada Lovelane', 'Ida Lovelane'],
    ['Ada Lovelane', 'Bob Lovelane'],
    ['Ada Lovelane', 'Ada Byrdman'],
    ['Ada Lane', 'Ada Lang'],
    ['Al Lovelane', 'Alexander Lovelane'],
    ['Ada B. Lovelane', 'Ada C. Lovelane'],
    ['Gartner', 'Gärtnerei'],
    ['Acme', 'Acme Books'],
    ['Bob Lovelane Sr.', 'Bob Lovelane Jr.'],
    ['Bob Lovelane II', 'Bob Lovelane III'],
    ['\u0930\u093e\u092e', '\u0930\u092e\u093e'],
    ['\u304b\u304d', '\u304b\u304e'],
    ['', 'Ada Lovelane'],
  ])('%s is not %s', (value, other) => {
    expect(better(nameSpelling, value, { [other]: 3 })).toBeUndefined();
  });

  test('two that could be meant are none', () => {
    expect(
      better(nameSpelling, 'J. Lovelane', { 'Jane Lovelane': 2, 'John Lovelane': 2 }),
    ).toBeUndefined();
  });

  test('the spelling that most use stands; of two used as often the one a name is written in', () => {
    expect(better(nameSpelling, 'Swyx', { swyx: 1 })).toBeUndefined();
    expect(better(nameSpelling, 'swyx', { Swyx: 1 })).toBe('is Swyx');
    expect(better(nameSpelling, 'ADA LOVELANE', { 'Ada Lovelane': 1 })).toBe('is Ada Lovelane');
    expect(better(nameSpelling, 'Ada Lane', { 'Ada Lane-Byrd': 1 })).toBe('may be Ada Lane-Byrd');
    expect(better(nameSpelling, 'Ada Lane-Byrd', { 'Ada Lane': 1 })).toBeUndefined();
  });
});

describe('tags', () => {
  test.each([
    ['growth-loop', 'growth-loops', 'is growth-loops'],
    ['growthloops', 'growth-loops', 'is growth-loops'],
    ['Growth Loops', 'growth-loops', 'is growth-loops'],
    ['pricing-and-packaging', 'pricing-packaging', 'is pricing-packaging'],
    ['pricing & packaging', 'pricing-packaging', 'is pricing-packaging'],
    ['organizational-design', 'organisational-design', 'is organisational-design'],
    ['consumer-behavior', 'consumer-behaviour', 'is consumer-behaviour'],
    ['financial-modeling', 'financial-modelling', 'is financial-modelling'],
    ['strategies', 'strategy', 'is strategy'],
    ['atribution', 'attribution', 'may be attribution'],
  ])('%s → %s: %s', (value, other, wanted) => {
    expect(better(tagSpelling, value, { [other]: 4 })).toBe(wanted);
  });

  test.each([
    ['sales', 'salsa'],
    ['ios', 'io'],
    ['pricing', 'prizing'],
    ['onboarding-activation', 'onboarding'],
    ['design-product', 'product-design'],
    ['content', 'content-ops'],
    ['c++', 'c#'],
    ['\u0915\u0930', '\u0915\u093e\u0930'],
    ['process', 'processed'],
  ])('%s is not %s', (value, other) => {
    expect(better(tagSpelling, value, { [other]: 4 })).toBeUndefined();
  });

  test('a slip is only one where the other is used much more', () => {
    expect(better(tagSpelling, 'atribution', { attribution: 3 })).toBeUndefined();
  });
});

test('two words one slip apart have a key in common', () => {
  const letters = fc.constantFrom('a', 'b', 'c', 'd', 'é', '🙂');
  fc.assert(
    fc.property(
      fc.array(letters, { maxLength: 8 }),
      fc.array(letters, { maxLength: 8 }),
      (a, b) => {
        const [one, other] = [a.join(''), b.join('')];
        fc.pre(isOneSlip(one, other));
        const keys = new Set(slipKeys(one));
        expect(slipKeys(other).some((key) => keys.has(key))).toBe(true);
      },
    ),
  );
});

test('one slip is a letter added, lost, replaced or swapped', () => {
  expect(
    ['bcd', 'abxd', 'abcde', 'bacd', 'abdc'].filter((each) => isOneSlip('abcd', each)),
  ).toEqual(['bcd', 'abxd', 'abcde', 'bacd', 'abdc']);
  expect(['abcd', 'dbca', 'ab', 'abxy', ''].filter((each) => isOneSlip('abcd', each))).toEqual([]);
});
