import { expect, test } from 'vitest';
import { writeIndex } from './write-index';

const card = (id: string, more = '') =>
  `---\nid: ${id}\noperator: 'Ada: Example'\ndomain: [one, two]\nrelated:\n  - ins_a\n  - 'ins_b'\n` +
  `score: { originality: 3, specificity: 4 }\nraw_ref: null\n${more}---\n\n# The title of ${id}\n`;
const at = '2026-03-02T10:00:00.000Z';
const later = '2026-03-03T10:00:00.000Z';
const files = [
  { path: 'insights/ins_two.md', text: card('ins_two', 'title: Its own\n') },
  { path: 'insights/ins_one.md', text: card('ins_one') },
  { path: 'insights/ins_torn.md', text: 'no card' },
];
const parse = (text: string) => JSON.parse(text) as Record<string, unknown>;

test('has a record for each card: path, front matter, title', () => {
  const record = {
    operator: 'Ada: Example',
    domain: ['one', 'two'],
    related: ['ins_a', 'ins_b'],
    score: '{ originality: 3, specificity: 4 }',
    raw_ref: '',
  };
  expect(parse(writeIndex(files, at))).toEqual({
    generated_at: at,
    counts: { insights: 2 },
    insights: [
      {
        path: 'insights/ins_one.md',
        id: 'ins_one',
        ...record,
        title: 'The title of ins_one',
      },
      { path: 'insights/ins_two.md', id: 'ins_two', ...record, title: 'Its own' },
    ],
  });
});

test('reads values of several lines as a card is read', () => {
  const text =
    '---\nid: ins_one\noperator_role: >-\n  Head of\n  product\nsource_title: "One\n  \\"two\\""\n' +
    'related:\n  - ins_a # the first\n  - ins_b\nco_operators:\n  - Ada\n    Example\n---\n';
  expect(parse(writeIndex([{ path: 'ins_one.md', text }], at))).toMatchObject({
    insights: [
      {
        operator_role: 'Head of product',
        source_title: 'One "two"',
        related: ['ins_a', 'ins_b'],
        co_operators: ['Ada Example'],
      },
    ],
  });
});

test('keeps what the standing index says beside the cards, and its order', () => {
  const foreign = { name: 'a record of something else' };
  const standing = JSON.stringify({
    generated_at: at,
    counts: { insights: 9, patterns: 45 },
    latest_daily: { path: 'daily/one.md' },
    insights: [{ id: 'ins_gone', path: 'insights/ins_gone.md' }, foreign],
  });
  const index = parse(writeIndex(files, later, standing));
  expect(Object.keys(index)).toEqual(['generated_at', 'counts', 'latest_daily', 'insights']);
  expect(index).toMatchObject({
    generated_at: later,
    counts: { insights: 2, patterns: 45 },
    latest_daily: { path: 'daily/one.md' },
    insights: [{ id: 'ins_one' }, { id: 'ins_two' }, foreign],
  });
});

test('keeps it too where a byte order mark stands in front', () => {
  const standing = JSON.stringify({ counts: { patterns: 45 }, latest_daily: 'one.md' });
  expect(writeIndex(files, later, `\ufeff${standing}`)).toBe(writeIndex(files, later, standing));
});

test('an index in step comes back as it is', () => {
  const first = writeIndex(files, at);
  expect(writeIndex(files, later, first)).toBe(first);
});

test('a list stays a list, and what is no JSON is made anew', () => {
  expect(Array.isArray(parse(writeIndex(files, at, '[]')))).toBe(true);
  expect(writeIndex(files, at, '{ torn')).toBe(writeIndex(files, at));
});
