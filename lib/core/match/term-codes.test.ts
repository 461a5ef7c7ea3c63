import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { boilerplateBit } from './documents';
import { matchFields } from './match';
import { firstTerm, mostTermBytes, readTerms, termLength, writeTerm } from './term-codes';
import { claimField, operatorField, titleField } from './weigh-document';

const terms = fc.oneof(
  fc.nat({ max: 13_000 }),
  fc.nat({ max: 500_000 }),
  fc.nat({ max: 2 ** 31 - 1 }),
);

test('what is written is read again', () => {
  fc.assert(
    fc.property(fc.array(terms), (written) => {
      const bytes = new Uint8Array(mostTermBytes * written.length);
      const end = written.reduce((at, term) => writeTerm(bytes, at, term), 0);
      expect(readTerms(bytes.subarray(0, end))).toEqual(written);
    }),
  );
});

test.each([
  [0, 1],
  [182, 1],
  [183, 2],
  [13_238, 2],
  [13_239, 3],
  [275_382, 3],
  [275_383, 5],
  [2 ** 31 - 1, 5],
])('term %i takes %i bytes', (term, length) => {
  const bytes = new Uint8Array(mostTermBytes);
  expect(writeTerm(bytes, 0, term)).toBe(length);
  expect(readTerms(bytes.subarray(0, length))).toEqual([term]);
  const [first = 0] = bytes;
  expect(first).toBeGreaterThanOrEqual(firstTerm);
  expect(termLength(first)).toBe(length);
});

test('the marks of every field fit below the bit for boilerplate', () => {
  expect(operatorField).toBeLessThan(boilerplateBit);
});

test('the fields that have names of their own are those', () => {
  expect(matchFields[titleField]).toBe('title');
  expect(matchFields[claimField]).toBe('claim');
  expect(operatorField).toBe(matchFields.length);
});
