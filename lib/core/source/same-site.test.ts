import { expect, test } from 'vitest';
import { isSameSite } from './same-site';

test.each([
  ['ledger.example', 'www.ledger.example', true],
  ['ledger.example', 'notes.ledger.example', true],
  ['ledger.example', 'thief.example', false],
  ['ledger.co.uk', 'notes.ledger.co.uk', true],
  ['ledger.co.uk', 'thief.co.uk', false],
  ['alice.github.io', 'mallory.github.io', false],
  ['alice.github.io', 'www.alice.github.io', true],
  ['10.0.0.1', '11.0.0.1', false],
  ['[::1]', '[::2]', false],
  ['localhost', 'localhost', true],
])('%s and %s: %s', (a, b, same) => {
  expect(isSameSite(a, b)).toBe(same);
  expect(isSameSite(b, a)).toBe(same);
});
