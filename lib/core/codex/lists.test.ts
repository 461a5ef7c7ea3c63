import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  foldSpace,
  mentionedIds,
  readBullets,
  readCrossReferences,
  titledText,
  writeBullets,
} from './lists';

test('reads bullets, the lines that continue them, and paragraphs', () => {
  expect(readBullets('- a\n  goes on\n* b\n1. c\n\nA paragraph\nof two lines.\n\n-\n')).toEqual([
    'a goes on',
    'b',
    'c',
    'A paragraph of two lines.',
  ]);
});

test('reads the list it writes', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme' })), (items) => {
      const kept = items.map(foldSpace).filter((item) => item !== '');
      expect(readBullets(writeBullets(items))).toEqual(kept);
    }),
  );
});

test.each([
  ['- `ins_a-b` — it is why', [{ id: 'ins_a-b', why: 'it is why' }]],
  ['- `ins_a`, why', [{ id: 'ins_a', why: 'why' }]],
  ['- `ins_a`: why: so', [{ id: 'ins_a', why: 'why: so' }]],
  ['- [[ins_a]], why', [{ id: 'ins_a', why: 'why' }]],
  ['- ins_a', [{ id: 'ins_a', why: '' }]],
  ['- `ins_a` - why', [{ id: 'ins_a', why: 'why' }]],
  [
    '- `ins_a`, `ins_b` — both',
    [
      { id: 'ins_a', why: 'both' },
      { id: 'ins_b', why: 'both' },
    ],
  ],
  [
    '- `ins_a` — against `ins_b`.',
    [
      { id: 'ins_a', why: 'against `ins_b`.' },
      { id: 'ins_b', why: 'against `ins_b`.' },
    ],
  ],
  ['See ins_a.', [{ id: 'ins_a', why: 'See ins_a.' }]],
  ['- (none in current corpus)', []],
])('reads a cross-reference: %s', (markdown, references) => {
  expect(readCrossReferences(markdown)).toEqual(references);
});

test('an id ends before the full stop', () => {
  expect(mentionedIds('As ins_a. Or (ins_b-c), `ins_a`; begins_x')).toEqual(['ins_a', 'ins_b-c']);
});

test('puts the title of a card in place of its id, whole and where it is known', () => {
  const titleOf = (id: string) => (id === 'ins_rest' ? 'Rest first' : undefined);
  const text = 'See `ins_rest`, ins_rest-well, https://a.example/ins_rest and (ins_rest).';
  expect(titledText(text, titleOf)).toBe(
    'See `“Rest first”`, ins_rest-well, https://a.example/ins_rest and (“Rest first”).',
  );
});
