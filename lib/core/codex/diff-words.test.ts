import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { diffWords } from './diff-words';

test('marks the words that differ', () => {
  expect(diffWords('come back in one hour', 'come back in a day, often')).toEqual({
    mine: [
      { text: 'come back in ', differs: false },
      { text: 'one hour', differs: true },
    ],
    theirs: [
      { text: 'come back in ', differs: false },
      { text: 'a day, often', differs: true },
    ],
  });
});

test('the runs are the texts, and what does not differ is the same in both', () => {
  const words = fc.array(fc.constantFrom('a', 'b', ' ', '  ', '\n'), { maxLength: 20 });
  fc.assert(
    fc.property(words, words, (one, other) => {
      const [mine, theirs] = [one.join(''), other.join('')];
      const shown = diffWords(mine, theirs);
      const textOf = (runs: typeof shown.mine) => runs.map(({ text }) => text).join('');
      expect([textOf(shown.mine), textOf(shown.theirs)]).toEqual([mine, theirs]);
      const same = (runs: typeof shown.mine) => textOf(runs.filter(({ differs }) => !differs));
      expect(same(shown.mine)).toBe(same(shown.theirs));
    }),
  );
});

test('two long texts are told as different without comparing them', () => {
  const [mine, theirs] = ['a '.repeat(4_000), 'b '.repeat(4_000)];
  expect(diffWords(mine, theirs).mine).toEqual([{ text: mine, differs: true }]);
});
