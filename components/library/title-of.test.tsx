import { expect, test } from 'vitest';
import { firstLine } from './title-of';

test.each(['', 'x'])('a long first line is cut between characters, not within one: %s', (start) => {
  const cut = firstLine(`${start}${'😀'.repeat(100)}\nMore.`);
  expect(cut.isWellFormed()).toBe(true);
  expect(cut).toMatch(/😀…$/u);
});
