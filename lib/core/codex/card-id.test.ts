import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { cardFileName, cardId } from './card-id';

const none = new Set<string>();

test.each([
  ['Small teams ship faster', 'ins_small-teams-ship-faster'],
  ['The best time to ask is now', 'ins_best-time-to-ask-is-now'],
  ['Über Größe & naïve “quotes”', 'ins_uber-grosse-naive-quotes'],
  ["Don't ask, don't tell", 'ins_dont-ask-dont-tell'],
  ['CON', 'ins_con'],
  ['The a', 'ins_the-a'],
  ['100% of 10x', 'ins_100-of-10x'],
])('%s', (title, id) => {
  expect(cardId(title, none)).toBe(id);
});

test('a title in other letters gets a stable hash', () => {
  const id = cardId('小さなチームは速い', none);
  expect(id).toMatch(/^ins_[a-z0-9]{7}$/);
  expect(cardId('小さなチームは速い', none)).toBe(id);
  expect(cardId('小さなチームは遅い', none)).not.toBe(id);
  expect(cardId('AI と小さなチームの速さ', none)).toMatch(/^ins_ai-[a-z0-9]{7}$/);
});

test('any title gives an id that is free, short and portable', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 300 }),
      fc.integer({ max: 12, min: 0 }),
      (title, clashes) => {
        const taken = new Set<string>();
        for (let i = 0; i <= clashes; i += 1) {
          const id = cardId(title, taken);
          expect(id).toMatch(/^ins_[a-z0-9]+(-[a-z0-9]+)*$/);
          expect(id.length).toBeLessThanOrEqual(80);
          expect(taken.has(id)).toBe(false);
          taken.add(id);
        }
      },
    ),
  );
});

test('a clash counts on', () => {
  expect(cardId('A b', new Set(['ins_a-b', 'ins_a-b-2']))).toBe('ins_a-b-3');
});

test.each([
  [{ id: 'ins_a-b', title: '' }, 'ins_a-b.md'],
  [{ id: '', title: 'Some draft' }, 'draft_some-draft.md'],
  [{ id: '', title: '' }, 'draft_draft.md'],
  [{ id: 'ins_../../x', title: '' }, 'ins_ins-x.md'],
])('names a file', (card, name) => {
  expect(cardFileName(card)).toBe(name);
});
