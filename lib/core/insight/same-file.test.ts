import { expect, test } from 'vitest';
import { isSameFile } from './same-file';

test.each([
  ['insights/ins_a.md', 'insights/ins_a.md', true],
  ['codex/insights/ins_a.md', 'ins_a.md', true],
  ['codex\\insights\\ins_a.md', 'ins_a.md', true],
  ['a/notes.md', 'b/notes.md', false],
  ['notes.md', 'notes.md', true],
  ['ins_a.md', 'ins_b.md', false],
])('%s and %s', (path, other, expected) => {
  expect(isSameFile({ path }, { path: other })).toBe(expected);
});
