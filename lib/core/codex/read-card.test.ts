import { describe, expect, test } from 'vitest';
import { growth } from '../../../test/support/growth';
import { readCard } from './read-card';

const front = (...lines: string[]): string =>
  ['---', 'id: ins_x', ...lines, '---', '', '# Title', '', '## Claim', 'One thing.', ''].join('\n');

const read = (text: string) => {
  const result = readCard(text);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

test.each([
  ['plain', 'Ada Example', 'Ada Example'],
  ['a colon in the middle', 'Author: a life: part two', 'Author: a life: part two'],
  ['stars at the start', '*** of the year, Example & Sons', '*** of the year, Example & Sons'],
  ['single quotes', "'It''s: so'", "It's: so"],
  ['double quotes', String.raw`"a \"b\" \\ \u00e9 \x41 \U0001F600"`, 'a "b" \\ é A 😀'],
  ['an escape that is none', String.raw`"C:\data"`, String.raw`C:\data`],
  ['a comment', 'Ada # checked', 'Ada'],
  ['a comment after quotes', '"Ada # not" # checked', 'Ada # not'],
  ['a number sign that is none', 'CRO (employee #4); author', 'CRO (employee #4); author'],
  ['only a comment', '# later', ''],
  ['a quote that goes on', '"Yes" and "no"', '"Yes" and "no"'],
  ['a quote that does not close', '"Yes', '"Yes'],
  ['null', 'null', ''],
  ['tilde', '~', ''],
  ['nothing', '', ''],
  ['quoted null', "'null'", 'null'],
  ['a number', '1.10', '1.10'],
  ['continued', 'one\n  two', 'one two'],
  ['folded', '>-\n  one\n\n  two', 'one two'],
  ['quoted over two lines', "'one\n  two'", 'one two'],
  ['quoted over two lines with a number sign', '"one # 1\n  two" # why', 'one # 1 two'],
  ['quoted with a line that begins like a comment', '"Issue\n  # 12\n  of it"', 'Issue # 12 of it'],
  ['quoted, and a comment below', '"Issue\n  12"\n  # why', 'Issue 12'],
  ['quoted over lines without a space', '"one\\\n  two"', 'onetwo'],
  ['a literal block with a number sign', '|\n  # one\n  two', '# one two'],
  ['an anchor', '&a Ada', 'Ada'],
  ['a tag', '!!str 7', '7'],
  ['an ampersand that is none', '& Sons', '& Sons'],
])('reads a value: %s', (_, written, expected) => {
  expect(read(front(`operator_role: ${written}`)).operatorRole).toBe(expected);
});

test.each([
  ['flow', ' [a, b-c]', ['a', 'b-c']],
  ['flow with quotes and a comment', ` ["a, b", 'c']  # two`, ['a, b', 'c']],
  ['empty', ' []', []],
  ['nothing', '', []],
  ['null', ' null', []],
  ['block', '\n  - a\n  - "b, c" # why\n  # note\n  - d', ['a', 'b, c', 'd']],
  ['block at the column of the key', '\n- a\n- b', ['a', 'b']],
  ['flow over lines', ' [a,\n  b]', ['a', 'b']],
  ['one word', ' a', ['a']],
  ['flow on the next line', '\n  [a, b] # two', ['a', 'b']],
  ['flow over lines with comments', ' [a, # one\n  "b # c", # two\n  ]', ['a', 'b # c']],
  ['flow that closes at the margin', ' [\n  a,\n  b,\n] # two', ['a', 'b']],
  ['block with comments at the margin', '\n  - a\n# why\n  - b', ['a', 'b']],
  ['block with items over lines', '\n  - a\n    b\n  - >-\n    c\n    d', ['a b', 'c d']],
])('reads a list: %s', (_, written, expected) => {
  expect(read(front(`domain:${written}`)).domain).toEqual(expected);
});

const score = { originality: 1, specificity: 2, evidence: 3, transferability: 4, source: 5 };

test.each([
  ['flow', ' {originality: 1, specificity: 2,evidence: 3, transferability: 4, source: 5 }', score],
  [
    'block',
    '\n  originality: 1\n  specificity: 2\n  evidence: 3\n  transferability: 4\n  source: 5',
    score,
  ],
  [
    'flow that closes at the margin',
    ' {\n  originality: 1, specificity: 2,\n  evidence: 3, transferability: 4, source: 5\n}',
    score,
  ],
  ['nothing', '', undefined],
  ['null', ' null', undefined],
])('reads a score: %s', (_, written, expected) => {
  expect(read(front(`score:${written}`)).score).toEqual(expected);
});

test('dates stay the text they are', () => {
  const card = read(front('source_date: 2026-04', 'captured_date: 2026-04-01'));
  expect([card.sourceDate, card.capturedDate]).toEqual(['2026-04', '2026-04-01']);
});

test('the heading overrides the title key, which is used where there is no heading', () => {
  expect(read(front('title: Other')).title).toBe('Title');
  expect(read('---\nid: ins_x\ntitle: Other\n---\n').title).toBe('Other');
});

test('takes a byte order mark, CRLF and blank lines at the top', () => {
  const text = `\ufeff\n${front('tier: A')}`.replaceAll('\n', '\r\n');
  const card = read(text);
  expect([card.tier, card.sections.claim]).toEqual(['A', 'One thing.']);
});

test('keeps the Markdown of a section, and headings in a fence are part of it', () => {
  const body =
    '## Mechanism\n\n- a\n\n```md\n## Evidence\n```\n\n### Deeper\nx\n\n\n## Signals\ns\n';
  const { sections } = read(front() + body);
  expect(sections.mechanism).toBe('- a\n\n```md\n## Evidence\n```\n\n### Deeper\nx');
  expect([sections.signals, sections.evidence]).toEqual(['s', '']);
});

test('a fence that nothing closes does not swallow the sections below it', () => {
  const { sections } = read(`${front()}## Evidence\n\`\`\`\nx\n\n## Signals\ns\n`);
  expect([sections.evidence, sections.signals]).toEqual(['```\nx', 's']);
});

test('a section written twice is read as one; a section of its own is left alone', () => {
  const { sections } = read(`${front()}## Claim\nAnother.\n\n## Adoption note\nLater.\n`);
  expect(sections.claim).toBe('One thing.\n\nAnother.');
});

test.each([
  ['', 1, 'empty-file'],
  ['\n \n', 1, 'empty-file'],
  ['# A page\n', 1, 'no-front-matter'],
  ['\n\nplain\n', 3, 'no-front-matter'],
  ['---\nid: ins_x\n', 1, 'unterminated-front-matter'],
  ['---\nid: ins_x\n\n# Title\n\n## Claim\nx\n', 1, 'unterminated-front-matter'],
  ['---\nid: ins_x\nnot a key\n---\n', 3, 'bad-line'],
  ['---\nid: ins_x\ndomain: [a]\n]\n---\n', 4, 'bad-line'],
  ['---\nid: ins_x\ntier: A\n\ntier: B\n---\n', 5, 'duplicate-key'],
  ['---\nid: ins_x\noperator: Ada\n tier: A\n---\n', 4, 'bad-line'],
  ['---\nid: ins_x\noperator:\n  tier: A\n---\n', 4, 'bad-line'],
  ['---\nid: ins_x\nA sentence that goes on: for long\n---\n', 3, 'bad-line'],
  ['---\noperator: Ada\n---\n', 1, 'missing-id'],
  ['---\noperator: Ada\nid:\n---\n', 3, 'missing-id'],
  ['---\nid: con_x\n---\n', 2, 'bad-id'],
  ['---\nid: ins_a/../b\n---\n', 2, 'bad-id'],
  ['---\nid: ins_x\ntier: D\n---\n', 3, 'bad-tier'],
  ['---\nid: ins_x\nscore: 18\n---\n', 3, 'bad-score'],
  ['---\nid: ins_x\nscore: { originality: 6 }\n---\n', 3, 'bad-score'],
  [`---\nid: ins_x\noperator: ${'a'.repeat(30_000)}\n---\n`, 3, 'too-long'],
])('names what is wrong and its line: %#', (text, line, reason) => {
  expect(readCard(text)).toMatchObject({ ok: false, error: { line, reason } });
});

test('stays quick on hostile text', () => {
  const started = performance.now();
  readCard(`---\nid: ins_x\n---\n${'```a\n'.repeat(100_000)}`);
  readCard(`---\nid: ins_x\nrelated: [${"'".repeat(200_000)}\n---\n`);
  readCard(`---\nid: ins_x\noperator:${' '.repeat(200_000)}#x\n---\n`);
  readCard(`---\nid: ins_x\n---\n## a${' '.repeat(200_000)}b\n`);
  readCard(`---\nid: ins_x\n---\n## Claim\n${'```\n```\n'.repeat(20_000)}`);
  expect(performance.now() - started).toBeLessThan(20_000);
});

describe('a card made to harm takes time by its length, not by its square:', () => {
  test.each<[string, number, (size: number) => string]>([
    [
      'a bracket that nothing closes, and empty lines',
      20_000,
      (size) => front(`related: [${'a'.repeat(size)}${'\n'.repeat(size)}`),
    ],
    [
      'a quoted value of many lines',
      4_000,
      (size) => front(`source_title: "a\n${'  some words and more\n'.repeat(size)}  end"`),
    ],
    ['a section begun again and again', 10_000, (size) => front() + '## Claim\na\n'.repeat(size)],
  ])('%s', async (_name, from, make) => {
    const grown = await growth(from, (size) => {
      const text = make(size);
      return () => readCard(text);
    });
    expect(grown).toBeLessThan(10);
  });
});
