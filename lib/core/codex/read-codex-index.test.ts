import { describe, expect, it } from 'vitest';
import { readCodexIndex } from './read-codex-index';

const address = 'https://codex.example/builders/INDEX.json?at=main';
const read = (value: unknown) => readCodexIndex(JSON.stringify(value), address);
const pathsOf = (value: unknown) => {
  const index = read(value);
  return index.ok ? index.value.files.map(({ path }) => path) : index.error;
};

describe('what an index may look like', () => {
  const record = { id: 'ins_a', title: 'A', path: 'insights/ins_a.md' };

  it.each([
    ['a list of records', [record]],
    ['records under a key', { version: 2, insights: [record], note: 'x' }],
    ['records by id', { ins_a: record }],
    ['a list of paths', ['README.md', 'insights/ins_a.md', 'INDEX.json']],
    ['paths under a key', { cards: ['./insights/ins_a.md'] }],
    ['Windows paths', ['insights\\ins_a.md']],
  ])('%s', (_, value) => expect(pathsOf(value)).toEqual(['insights/ins_a.md']));

  it('keeps contradictions and patterns, and every Markdown file where no name is a card’s', () => {
    expect(pathsOf({ a: ['ins_a.md', 'x.md'], b: ['con_a.md', 'pat_a.md'] })).toEqual([
      'ins_a.md',
      'con_a.md',
      'pat_a.md',
    ]);
    expect(pathsOf(['one.md', 'two.markdown', 'three.txt'])).toEqual(['one.md', 'two.markdown']);
  });

  it('takes a file once', () => {
    expect(pathsOf([record, { ...record, title: 'B' }, 'insights/ins_a.md'])).toHaveLength(1);
  });
});

describe('addresses', () => {
  it('are told from the folder of the index, with what a file name may hold written safely', () => {
    const index = read(['/insights/ins_50% of #1?.md', '../ins_up.md']);
    expect(index.ok && index.value.files.map((file) => file.address)).toEqual([
      'https://codex.example/builders/insights/ins_50%25%20of%20%231%3F.md',
      'https://codex.example/ins_up.md',
    ]);
  });

  it('of other hosts are left, as is what has no path', () => {
    const index = read([
      { path: 'ins_a.md' },
      { path: 'https://other.example/ins_b.md' },
      { path: 'javascript://codex.example/%0Aalert(1)' },
      { path: '//other.example/ins_c.md' },
      { id: 'ins_d' },
      { path: 'ins_\ud800.md' },
    ]);
    expect(index.ok && index.value.files.map((file) => file.address)).toEqual([
      'https://codex.example/builders/ins_a.md',
      'https://codex.example/builders/other.example/ins_c.md',
    ]);
    expect(index.ok && index.value.left).toHaveLength(4);
  });
});

it('tells the records of a card apart by every word, and has none for a mere path', () => {
  const stampOf = (value: unknown) => {
    const index = read([value]);
    return index.ok ? index.value.files[0]?.record : undefined;
  };
  const tierA = stampOf({ path: 'ins_a.md', tier: 'A' });
  expect(tierA).not.toBe('');
  expect(stampOf({ path: 'ins_a.md', tier: 'B' })).not.toBe(tierA);
  expect(stampOf({ path: 'ins_a.md', tier: 'A' })).toBe(tierA);
  expect(stampOf('ins_a.md')).toBe('');
});

it.each([
  ['<!DOCTYPE html><title>x</title>', 'web-page'],
  ['\ufeff  <html>', 'web-page'],
  ['{"cards": [', 'not-json'],
  ['', 'not-json'],
  ['"ins_a.md"', 'not-json'],
  ['[]', 'no-cards'],
  ['{"cards": [1, null, {}]}', 'no-cards'],
  ['["https://other.example/ins_a.md"]', 'no-cards'],
])('%j is %s', (text, fault) => {
  expect(readCodexIndex(text, address)).toEqual({ ok: false, error: fault });
});
