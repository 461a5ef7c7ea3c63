import { expect, test, vi } from 'vitest';
import { mergeCards } from './merge-card';
import type { MergeChoice } from './merge-fields';

vi.mock('./patch-card', () => ({ patchCard: () => undefined }));

const base = '---\nid: ins_a\noperator: Mira\ntier: B\n---\n\n# Title\n';
const mine = base.replace('Mira', 'Mira O.');
const theirs = base.replace('tier: B', 'tier: A');

test('what cannot be written into their text is not dropped: the two files are asked about', () => {
  const { text, conflicts } = mergeCards({ base, mine, theirs });
  expect([text, conflicts]).toEqual([theirs, [{ part: 'file', base, mine, theirs }]]);
});

test.each<[MergeChoice, string]>([
  ['mine', mine],
  ['theirs', theirs],
  [{ text: 'other' }, 'other'],
])('%s is taken for the whole', (choice, text) => {
  const choices = new Map([['file', choice]]);
  expect(mergeCards({ base, mine, theirs, choices })).toEqual({ text, conflicts: [] });
});
