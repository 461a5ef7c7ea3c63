import { expect, it } from 'vitest';
import { collectionSchema } from './collection';
import { collectionId } from './collection-id';

it.each([
  ['A Builder’s Codex', 'a-builder-s-codex'],
  ['own', 'codex'],
  ['מאגר', 'codex'],
  ['Crème brûlée', 'creme-brulee'],
  ['x'.repeat(200), 'x'.repeat(40)],
])('%s is %s', (name, id) => {
  expect(collectionId(name, new Set())).toBe(id);
  expect(collectionSchema.shape.id.safeParse(id).success).toBe(true);
});

it('counts on while an id is taken', () => {
  expect(collectionId('codex', new Set(['codex', 'codex-2']))).toBe('codex-3');
});
