import * as fc from 'fast-check';
import { stemmer } from 'stemmer';
import { expect, test } from 'vitest';
import { findTerms } from './find-terms';

test('Latin text is cut into words the same with and without letters of other scripts', () => {
  const ranges = [
    [0, 0x250],
    [0x2010, 0x205f],
  ] as const;
  for (const [first, last] of ranges) {
    for (let code = first; code < last; code += 1) {
      const between = String.fromCharCode(code);
      const text = `no${between}on ${between} ${between}up`;
      const terms = ['no', 'on', 'up', between, `no${between}on`];
      expect(findTerms(text, terms), code.toString(16)).toEqual(findTerms(`${text} 印`, terms));
    }
  }
});

test('a word is found by every word of its stem, and by no other', () => {
  const root = fc.stringMatching(/^[a-z]{1,5}$/);
  const ending = fc.constantFrom(
    '',
    's',
    'es',
    'ies',
    'y',
    'ed',
    'ing',
    'ation',
    'ational',
    'ness',
  );
  const word = fc.tuple(root, ending).map((parts) => parts.join(''));
  const two = fc.oneof(
    fc.tuple(word, word),
    fc.tuple(root, ending, ending).map(([stem, one, other]) => [stem + one, stem + other] as const),
  );
  fc.assert(
    fc.property(two, ([written, term]) => {
      const found = findTerms(written.toUpperCase(), [term]);
      expect(found.length).toBe(stemmer(written) === stemmer(term) ? 1 : 0);
    }),
    { numRuns: 1000 },
  );
});
