import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { alignConditions, type AlignedCondition } from './align-conditions';
import type { Conditions } from './conditions';

const conditions = (holdsWhen: readonly string[], failsWhen: readonly string[]): Conditions => ({
  holdsWhen,
  failsWhen,
  prose: '',
});

/** `kind: left | right`, the words that differ in brackets. */
const told = (aligned: readonly AlignedCondition[]) =>
  aligned.map(({ kind, left, right }) => {
    const words = [left, right].map((placed) =>
      placed?.parts.map(({ text, differs }) => (differs ? `[${text}]` : text)).join(''),
    );
    return `${kind}: ${words.join(' | ')}`;
  });

test('what both hold for is the same, and what one fails in is opposed', () => {
  const left = conditions(
    ['the team is small and sits in one room', 'the price is paid by the user'],
    ['nobody reads the documents'],
  );
  const right = conditions(
    ['small teams sitting in the same room', 'the market is young'],
    ['the user pays the price'],
  );
  expect(told(alignConditions(left, right))).toEqual([
    'opposed: the price is [paid] by the user | the user [pays] the price',
    'same: the team is small and sits in one room | small teams sitting in the same room',
    'left: nobody reads the documents | ',
    'right:  | the market is young',
  ]);
});

test('a negation turns the pair around, and two of them do not', () => {
  const small = ['the team has a shared goal'];
  const without = ['the team has not got a shared goal; nobody minds'];
  expect(told(alignConditions(conditions(small, []), conditions(without, [])))).toEqual([
    'opposed: the team has a shared goal | the team has [not] got a shared goal; [nobody] [minds]',
  ]);
  expect(told(alignConditions(conditions(small, []), conditions([], without)))[0]).toMatch(/^same/);
  const both = conditions(['the team has no shared goal'], []);
  expect(told(alignConditions(both, conditions(without, [])))[0]).toMatch(/^same/);
  // Here "not" is about something else than what the two share.
  const loose = conditions(
    ['a remote team that does not write memos quickly has a shared goal'],
    [],
  );
  expect(told(alignConditions(conditions(small, []), loose))[0]).toMatch(/^same/);
});

test.each([
  ['one shared word is chance', 'the buyer has a large budget', 'the team has a large office'],
  ['stop words are none', 'it is what it is', 'it is not what it was'],
])('%s', (_, one, other) => {
  expect(alignConditions(conditions([one], []), conditions([other], []))).toHaveLength(2);
});

test('each is paired with the one most like it', () => {
  const left = conditions(['sales cycles are long', 'enterprise sales cycles are long'], []);
  const right = conditions(['enterprise sales cycles run long'], []);
  expect(alignConditions(left, right)[0]?.left?.text).toBe('enterprise sales cycles are long');
});

const texts = fc.array(
  fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom('the team is small', 'no team is small', 'long sales cycles', 'sales are long'),
  ),
  { maxLength: 5 },
);

test('nothing is lost or said twice, and the words stay as they are', () => {
  fc.assert(
    fc.property(texts, texts, texts, texts, (a, b, c, d) => {
      const aligned = alignConditions(conditions(a, b), conditions(c, d));
      const all = (side: 'left' | 'right') =>
        aligned.flatMap((each) => each[side]?.text ?? []).toSorted();
      expect(all('left')).toEqual([...a, ...b].toSorted());
      expect(all('right')).toEqual([...c, ...d].toSorted());
      for (const placed of aligned.flatMap(({ left, right }) => [left, right])) {
        expect(placed?.parts.map(({ text }) => text).join('') ?? '').toBe(placed?.text ?? '');
      }
    }),
  );
});

test('seen from the other side the pairs are the same', () => {
  fc.assert(
    fc.property(texts, texts, texts, texts, (a, b, c, d) => {
      const [left, right] = [conditions(a, b), conditions(c, d)];
      const kinds = (aligned: readonly AlignedCondition[]) =>
        aligned.map(({ kind }) => kind.replace(/left|right/, 'alone')).toSorted();
      const [one, other] = [alignConditions(left, right), alignConditions(right, left)];
      expect(kinds(one).length).toBe(kinds(other).length);
    }),
  );
});
