import { expect, it } from 'vitest';
import { emptyCard } from '../codex/card';
import { applyChange } from './apply-change';
import { ownCollection, type Insight } from './insight';

const created = '2026-05-01T10:00:00.000Z';
const later = '2026-05-01T10:05:00.000Z';

const draft: Insight = {
  key: 'k1',
  collection: ownCollection,
  status: 'draft',
  card: emptyCard(),
  original: 'file',
  createdAt: created,
  updatedAt: created,
};

it('makes the change and stamps it', () => {
  const changed = applyChange(
    draft,
    (old) => ({ ...old, card: { ...old.card, title: 'T' } }),
    later,
  );
  expect(changed).toEqual({ ...draft, card: { ...draft.card, title: 'T' }, updatedAt: later });
});

it('leaves the insight alone when nothing differs', () => {
  expect(applyChange(draft, (old) => structuredClone(old), later)).toBe(draft);
});

it('keeps key, collection, creation and trash out of reach', () => {
  const trashed = { ...draft, deletedAt: later };
  const changed = applyChange(
    trashed,
    (old) => ({
      ...old,
      deletedAt: undefined,
      key: 'other',
      collection: 'codex',
      createdAt: later,
      status: 'ready',
    }),
    later,
  );
  expect(changed).toEqual({ ...trashed, status: 'ready', updatedAt: later });
});

it('lets a change drop the original file', () => {
  const changed = applyChange(draft, (old) => ({ ...old, original: undefined }), later);
  expect('original' in changed).toBe(false);
});
