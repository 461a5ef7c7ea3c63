import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { excerpt } from './excerpt';

const filler = 'lorem ipsum dolor sit amet '.repeat(60).trim();

test('a short text stays whole', () => {
  expect(excerpt('A short one.', ['one'], 100)).toBe('A short one.');
});

test('a long text is cut between words around the first term', () => {
  const text = `${filler} the Needle stands here ${filler}`;
  const cut = excerpt(text, ['needle'], 120);
  expect(cut).toContain('Needle');
  expect(cut).toMatch(/^… \w.*\w …$/u);
  expect(text).toContain(` ${cut.slice(2, -2)} `);
});

test('it is cut where the most terms stand together', () => {
  const text = `one ${filler} one two three ${filler} two ${filler}`;
  expect(excerpt(text, ['three', 'two', 'one'], 120)).toContain('one two three');
});

test('a term is looked for as it is, whatever signs it holds', () => {
  expect(excerpt(`${filler} C++ (new) ${filler}`, ['c++ (new)'], 100)).toContain('C++ (new)');
});

test('without a term it starts at the beginning', () => {
  expect(excerpt(filler, [], 100)).toMatch(/^lorem ipsum.* …$/u);
});

test('what is between the ellipses is the text, and about as long as asked', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 2000 }), fc.string({ maxLength: 5 }), (text, term) => {
      const cut = excerpt(text, [term], 100);
      const inner = cut === text ? cut : cut.replace(/^… /u, '').replace(/ …$/u, '');
      expect(text).toContain(inner);
      expect(inner.length).toBeLessThanOrEqual(120);
    }),
  );
});
