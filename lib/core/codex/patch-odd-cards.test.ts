/** Cards that are written in unusual ways: an edit changes its own lines, and nothing else is lost. */
import { expect, test } from 'vitest';
import { isSubsequence, readOrThrow as read } from '../../../test/support/any-card';
import { append } from './add-clips';
import type { Card } from './card';
import { writeCard } from './write-card';

const cardOf = (front: string, body: string): string =>
  `---\nid: ins_x\n${front}mine: kept\n---\n\n# T\n\n${body}\n## Note of its own\nKept.\n`;

const edit = (original: string, change: (card: Card) => void): string => {
  const card = read(original);
  change(card);
  const text = writeCard(card, original);
  expect(read(text)).toEqual(card);
  expect(text).toContain('mine: kept');
  expect(text).toContain('## Note of its own\nKept.');
  return text;
};

test.each([
  ['an empty one first', '## Evidence\n\n## Claim\nC.\n\n## Evidence\n> q\n\n'],
  ['an empty one last', '## Evidence\n> q\n\n## Claim\nC.\n\n## Evidence\n\n'],
  ['an empty one between', '## Evidence\n> p\n\n## Evidence\n\n## Evidence\n> q\n\n'],
])('a section that stands twice, %s: a clip is only inserted', (_, body) => {
  const original = cardOf('', body);
  const text = edit(original, ({ sections }) => {
    sections.evidence = append(sections.evidence, '> "New."\n\n— Ada');
  });
  expect(isSubsequence(original.split('\n'), text.split('\n'))).toBe(true);
});

test('a section that stands twice takes blank lines where the two meet', () => {
  edit(cardOf('', '## Evidence\n> a\n\n## Claim\nC.\n\n## Evidence\n> b\n\n'), ({ sections }) => {
    sections.evidence = '> a\n\n\n> b';
  });
});

test.each(['&o Jane', '!!str x', 'CEO\u00a0', '\u00a0CEO'])(
  'a value written as %j can be emptied',
  (value) => {
    const original = cardOf(`operator: ${value}\n`, '## Claim\nC.\n\n');
    const text = edit(original, (card) => {
      card.operator = '';
    });
    expect(text.split('\n').filter((line) => !original.includes(line))).toEqual([]);
  },
);

test.each([' ', '  ', '\t', '\u00a0', '\f', '\u2028'])(
  'white space %j behind the last word of a section stays when a clip is added',
  (space) => {
    const original = cardOf('', `## Evidence\n> "Q."\n\n— Jane${space}\n\n`);
    const text = edit(original, ({ sections }) => {
      sections.evidence = append(sections.evidence, '> "New."');
    });
    expect(isSubsequence(original.split('\n'), text.split('\n'))).toBe(true);
  },
);

test('of a score in lines of its own only the point that changed is written', () => {
  const score =
    'score:\n  originality: 3\n  specificity: 4\n  evidence: 3 # why\n  transferability: 2\n  source: 5\n';
  const original = cardOf(score, '## Claim\nC.\n\n');
  const text = edit(original, (card) => {
    card.score = { ...card.score!, specificity: 5 };
  });
  expect(text).toBe(original.replace('specificity: 4', 'specificity: 5'));
});

test.each([
  ['tier: B #was A', 'tier: C #was A'],
  ['tier: "B" #was A', 'tier: "C" #was A'],
])('a comment may follow a tier without a space: %s', (before, after) => {
  const original = cardOf(`${before}\n`, '## Claim\nC.\n\n');
  const text = edit(original, (card) => {
    card.tier = 'C';
  });
  expect(text).toBe(original.replace(before, after));
});

test('a list whose bracket closes at the margin is written again, and the key below it stays', () => {
  const original = cardOf('domain: [\n  a,\n  b\n]\n', '## Claim\nC.\n\n');
  const text = edit(original, (card) => {
    card.domain = ['a', 'c'];
  });
  expect(text).toBe(original.replace('[\n  a,\n  b\n]', '[a, c]'));
});
