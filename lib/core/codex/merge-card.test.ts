import { describe, expect, test } from 'vitest';
import { growth } from '../../../test/support/growth';
import { mergeCards, mergeImported } from './merge-card';
import type { MergeChoice } from './merge-fields';

const base = `---
id: ins_first-session
operator: Mira Oyelaran
operator_role: Head of growth  # since 2024
source_url: https://essays.tidewater.example/first-session
source_type: essay
domain: [onboarding, retention]
score: { originality: 3, specificity: 4, evidence: 3, transferability: 5, source: 3 }
tier: B
related: [ins_one, ins_two]
mood: calm
---

# The first session decides

## Claim
People who reach a result in one session come back.

## Mechanism
First line.
Second line.
Third line.
Fourth line.
Fifth line.

## Conditions
Holds when:
- the result is worth something

Fails when:
- a buyer chose the tool

## Evidence
> "We counted first results."

— Mira Oyelaran, essay, 2026-01-14

## Signals
- a first result within ten minutes
- a second visit

## Counter-evidence
In regulated trades people return because they must.

## Cross-references
- \`ins_one\` — the same team

## Notes
Asked twice.
`;

/** The text with each first string replaced by the second; every one must be there. */
function edit(text: string, ...swaps: readonly (readonly [string, string])[]): string {
  return swaps.reduce((out, [from, to]) => {
    expect(out).toContain(from);
    return out.replace(from, () => to);
  }, text);
}

const merge = (mine: string, theirs: string, choices?: [string, MergeChoice][]) =>
  mergeCards({ base, mine, theirs, ...(choices && { choices: new Map(choices) }) });

describe('both sides survive', () => {
  const q = (n: number) => `> "Quote ${n}."\n\n— Ada Example, 2026-0${n}-01`;
  const attribution = '— Mira Oyelaran, essay, 2026-01-14';
  test.each<[string, [string, string], [string, string], string[]]>([
    [
      'two fields',
      ['tier: B', 'tier: A'],
      ['Mira Oyelaran\n', 'Mira O.\n'],
      ['tier: A', 'Mira O.'],
    ],
    [
      'two scores',
      ['evidence: 3', 'evidence: 5'],
      ['originality: 3', 'originality: 1'],
      ['originality: 1, specificity: 4, evidence: 5, transferability: 5, source: 3'],
    ],
    [
      'one list: adds of both, removals of both',
      ['[ins_one, ins_two]', '[ins_two, ins_mine]'],
      ['[ins_one, ins_two]', '[ins_one, ins_theirs]'],
      ['related: [ins_theirs, ins_mine]'],
    ],
    [
      'a section and a field',
      ['in one session', 'in one hour'],
      ['tier: B', 'tier: C'],
      ['hour', 'C'],
    ],
    [
      'prose, in two lines',
      ['Second line', '2nd line'],
      ['Fourth line', '4th line'],
      ['First line.\n2nd line.\nThird line.\n4th line.\nFifth line.'],
    ],
    [
      'prose: an edit, and a paragraph below it',
      ['because they must.', 'because they must.\n\n> "It is the law."\n\n— Ada Example'],
      ['In regulated trades', 'In most regulated trades'],
      ['In most regulated trades people return because they must.\n\n> "It is the law."'],
    ],
    [
      'counter-evidence added by both',
      ['because they must.', 'because they must.\n\nMine argues.'],
      ['because they must.', 'because they must.\n\nTheirs argues.'],
      ['because they must.\n\nTheirs argues.\n\nMine argues.'],
    ],
    [
      'a quote from each',
      [attribution, `${attribution}\n\n${q(1)}`],
      [attribution, `${attribution}\n\n${q(2)}`],
      [`${attribution}\n\n${q(2)}\n\n${q(1)}\n`],
    ],
    [
      'the same quote in two places once',
      [attribution, `${attribution}\n\n${q(1)}`],
      ['> "We counted', `${q(1)}\n\n> "We counted`],
      [`## Evidence\n${q(1)}\n\n> "We counted first results."\n\n${attribution}\n\n## Sig`],
    ],
    [
      'a quote that both changed: two, and none altered',
      ['first results."', 'first results, in May."'],
      ['first results."', 'first results, in June."'],
      ['> "We counted first results, in June."', '> "We counted first results, in May."'],
    ],
    [
      'bullets at one place',
      ['- a second visit', '- a second visit\n- mine'],
      ['- a second visit', '- a second visit\n- theirs'],
      ['- a second visit\n- theirs\n- mine\n'],
    ],
    [
      'conditions stay in their list',
      ['- the result is worth something', '- the result is worth something\n- mine'],
      ['- a buyer chose the tool', '- a buyer chose the tool\n- theirs'],
      ['something\n- mine\n\nFails when:\n- a buyer chose the tool\n- theirs'],
    ],
    [
      'a removed bullet and an added one',
      ['- a first result within ten minutes\n', ''],
      ['- a second visit', '- a second visit\n- theirs'],
      ['## Signals\n- a second visit\n- theirs\n'],
    ],
    [
      'sections and keys of their own',
      ['mood: calm', 'mood: calm\nmine_key: 1'],
      ['Asked twice.\n', 'Asked twice.\n\n## Theirs\nA section.\n'],
      ['mine_key: 1\n---', '## Theirs\nA section.\n'],
    ],
    [
      'a section of mine, a key of theirs',
      ['Asked twice.\n', 'Asked twice.\n\n## My section\nHere.\n'],
      ['mood: calm', 'mood: brisk'],
      ['mood: brisk', 'Asked twice.\n\n## My section\nHere.\n'],
    ],
    [
      'a comment and a change of quoting',
      ['tier: B', 'tier: A'],
      ['source_type: essay', '# looked up in May\nsource_type: "essay"'],
      ['tier: A', '# looked up in May\nsource_type: "essay"'],
    ],
  ])('%s', (_, mine, theirs, expected) => {
    const both = merge(edit(base, mine), edit(base, theirs));
    expect(both.conflicts).toEqual([]);
    for (const words of expected) expect(both.text).toContain(words);
  });

  test('the comment of a line that they left alone stays, and so does every other line', () => {
    const mine = edit(base, ['Head of growth ', 'Chief of growth '], ['tier: B', 'tier: A']);
    const theirs = edit(base, ['Asked twice.', 'Asked three times.']).replaceAll('\n', '\r\n');
    const { text, conflicts } = merge(mine, theirs);
    expect(conflicts).toEqual([]);
    const [before, after] = [theirs.split('\r\n'), text.split('\r\n')];
    expect(after.filter((line, at) => line !== before[at])).toEqual([
      'operator_role: Chief of growth  # since 2024',
      'tier: A',
    ]);
  });

  test('what one side removed and the other did not touch is gone', () => {
    const mine = edit(base, ['mood: calm\n', ''], ['\n## Notes\nAsked twice.\n', '']);
    const { text, conflicts } = merge(mine, edit(base, ['tier: B', 'tier: A']));
    expect(conflicts).toEqual([]);
    expect(text).toBe(edit(mine, ['tier: B', 'tier: A']));
  });

  test('what one side removed and the other one edited stays', () => {
    const mine = edit(base, ['mood: calm\n', '']);
    const { text, conflicts } = merge(mine, edit(base, ['mood: calm', 'mood: brisk']));
    expect([conflicts, text.includes('mood: brisk')]).toEqual([[], true]);
  });
});

describe('text above the title', () => {
  const above = (words: string) => edit(base, ['---\n\n#', `---\n\n<!-- ${words} -->\n\n#`]);
  const claim: [string, string] = ['in one session', 'in one hour'];
  const merged = (was: string, mine: string, theirs: string) =>
    mergeCards({ base: was, mine, theirs });

  test('that mine changed is there', () => {
    const { text, conflicts } = merged(above('keep'), above('kept'), edit(above('keep'), claim));
    expect([text, conflicts]).toEqual([edit(above('kept'), claim), []]);
  });

  test('that mine put there, and that it took away', () => {
    const put = merged(base, above('new'), edit(base, claim));
    expect([put.text, put.conflicts]).toEqual([edit(above('new'), claim), []]);
    const taken = merged(above('old'), base, edit(above('old'), claim));
    expect([taken.text.includes('<!--'), taken.conflicts]).toEqual([false, []]);
  });

  test('that both changed is asked', () => {
    const { conflicts } = merged(above('keep'), above('kept'), above('held'));
    expect(conflicts.map(({ part, mine, theirs }) => [part, mine, theirs])).toEqual([
      ['lead', '<!-- kept -->', '<!-- held -->'],
    ]);
  });

  test('that mine changed where they took the title away is asked', () => {
    const theirs = edit(above('keep'), ['# The first session decides\n\n', '']);
    const { conflicts } = merged(above('keep'), above('kept'), theirs);
    expect(conflicts.map(({ part, mine }) => [part, mine])).toEqual([['lead', '<!-- kept -->']]);
  });
});

describe('a tier that is not there', () => {
  const untiered = edit(base, ['tier: B\n', '']);

  test('is not the score', () => {
    const mine = edit(untiered, ['originality: 3', 'originality: 4']);
    const { text, conflicts } = mergeCards({
      base: untiered,
      mine,
      theirs: edit(untiered, ['related:', 'tier: A\nrelated:']),
    });
    expect([text, conflicts]).toEqual([edit(mine, ['related:', 'tier: A\nrelated:']), []]);
    const other = edit(untiered, ['originality: 3', 'originality: 5']);
    const asked = mergeCards({ base: untiered, mine, theirs: other });
    expect(asked.conflicts.map(({ part }) => part)).toEqual(['score.originality']);
  });

  test('is not written when the score changes', () => {
    const theirs = edit(base, ['tier: B', 'tier: null # later']);
    const mine = edit(theirs, ['originality: 3', 'originality: 4']);
    const { text } = mergeCards({
      base: theirs,
      mine,
      theirs: edit(theirs, ['Asked twice.', 'Asked.']),
    });
    expect(text).toContain('originality: 4');
    expect(text).toContain('\ntier: null # later\n');
  });
});

describe('the same words changed in two ways', () => {
  test.each<[string, [string, string], [string, string], string[]]>([
    ['a field', ['tier: B', 'tier: A'], ['tier: B', 'tier: C'], ['tier', 'B', 'A', 'C']],
    [
      'a score',
      ['evidence: 3', 'evidence: 4'],
      ['evidence: 3', 'evidence: 5'],
      ['score.evidence', '3', '4', '5'],
    ],
    [
      'the claim',
      ['in one session', 'in one hour'],
      ['in one session', 'in one day'],
      [
        'sections.claim',
        'People who reach a result in one session come back.',
        'People who reach a result in one hour come back.',
        'People who reach a result in one day come back.',
      ],
    ],
    [
      'a key of its own',
      ['mood: calm', 'mood: brisk'],
      ['mood: calm', 'mood: bleak'],
      ['key:mood', 'mood: calm', 'mood: brisk', 'mood: bleak'],
    ],
    [
      'a section of its own',
      ['Asked twice.', 'Asked once.'],
      ['Asked twice.', 'Asked never.'],
      ['heading:notes', 'Asked twice.', 'Asked once.', 'Asked never.'],
    ],
    [
      'the title',
      ['# The first session decides', '# Mine'],
      ['# The first session decides', '# Theirs'],
      ['title', 'The first session decides', 'Mine', 'Theirs'],
    ],
  ])('%s', (_, mine, theirs, [part = '', b, m, t = '']) => {
    const [own, there] = [edit(base, mine), edit(base, theirs)];
    const both = merge(own, there);
    expect(both.conflicts).toEqual([{ part, base: b, mine: m, theirs: t }]);
    expect(both.text).toBe(there);
    expect(merge(own, there, [[part, 'theirs']])).toEqual({ text: there, conflicts: [] });
    expect(merge(own, there, [[part, 'mine']])).toEqual({ text: own, conflicts: [] });
  });

  test('words of a person’s own take the place of both', () => {
    const [mine, theirs] = [edit(base, ['one session', 'one hour']), edit(base, ['one s', '1 s'])];
    const chosen = 'People come back.\nSome do not.';
    const { text, conflicts } = merge(mine, theirs, [['sections.claim', { text: chosen }]]);
    expect(conflicts).toEqual([]);
    expect(text).toBe(edit(base, ['People who reach a result in one session come back.', chosen]));
  });

  test('a text that is no card is a conflict of the whole file', () => {
    const { conflicts, text } = merge(edit(base, ['tier: B', 'tier: A']), 'no card');
    expect([conflicts.map(({ part }) => part), text]).toEqual([['file'], 'no card']);
  });
});

describe('a file that is brought in', () => {
  test('is merged with what was edited here since it last came in', () => {
    const here = edit(base, ['tier: B', 'tier: A']);
    const file = edit(base, ['- a second visit', '- a third visit']);
    const { text, conflicts } = mergeImported(here, base, file);
    expect([text, conflicts]).toEqual([edit(file, ['tier: B', 'tier: A']), []]);
  });

  test('without a known origin: what one alone says is there, what both say otherwise asked', () => {
    const here = edit(base, [
      '\n## Signals\n- a first result within ten minutes\n- a second visit\n',
      '',
    ]);
    const file = edit(base, ['tier: B', 'tier: A'], ['mood: calm\n', '']);
    const { text, conflicts } = mergeImported(here, undefined, file);
    expect(conflicts.map(({ part }) => part)).toEqual(['tier']);
    expect(text).toContain('- a second visit');
    expect(text).toContain('mood: calm');
  });
});

test('hundreds of sections of one heading are paired one by one, in time by their number', async () => {
  const log = (days: number): string => `---\nid: ins_log\n---\n${'## Day\nx\n\n'.repeat(days)}`;
  const short = log(3);
  const theirs = short.replace('x', 'y');
  expect(mergeCards({ base: short, mine: `${short}## Day\nz\n`, theirs })).toMatchObject({
    text: `${theirs}## Day\nz\n`,
    conflicts: [],
  });
  const grown = await growth(300, (days) => () => {
    const long = log(days);
    mergeCards({ base: long, mine: `${long}## Claim\nx\n`, theirs: `${long}## Signals\n- x\n` });
  });
  expect(grown).toBeLessThan(10);
});
