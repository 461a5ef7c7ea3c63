import { beforeEach, expect, it } from 'vitest';
import { keptText } from './kept-text';

beforeEach(() => localStorage.clear());

it('has what a closed page left, and nothing once it was stored', () => {
  keptText('a text').keep('Typed', 'Stored');
  expect(keptText('another text').left()).toEqual([]);
  const next = keptText('a text');
  expect(next.left()).toEqual(['Typed']);
  next.drop('Typed');
  expect(next.left()).toEqual([]);
  expect(localStorage).toHaveLength(0);
});

it('loses neither of two texts when a page typed over what was left ends as well', () => {
  keptText('a text').keep('First', 'Stored');
  const second = keptText('a text');
  second.keep('Sec', 'Stored');
  second.keep('Second', 'Stored');
  expect(keptText('a text').left()).toEqual(['First', 'Second']);
});

it('still has what was left once what was typed since is stored', () => {
  keptText('a text').keep('First', 'Stored');
  const second = keptText('a text');
  second.keep('Second', 'Stored');
  second.keep(undefined, 'Second');
  expect(keptText('a text').left()).toEqual(['First']);
});

it('keeps no text that is stored', () => {
  keptText('a text').keep('Stored', 'Stored');
  expect(localStorage).toHaveLength(0);
});

it('has a text that was kept by itself', () => {
  localStorage.setItem('a text', '---\nid: one\n---\n');
  expect(keptText('a text').left()).toEqual(['---\nid: one\n---\n']);
});
