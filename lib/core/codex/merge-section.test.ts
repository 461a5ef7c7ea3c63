import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sectionNames, type SectionName } from './card';
import { foldSpace } from './lists';
import { mergeSection } from './merge-section';
import { quotesWithAttribution } from './quotes';
import { normalSection } from './section-text';

const line = fc.constantFrom(
  '- one',
  '- two',
  '- three',
  '  and on',
  'Holds when:',
  'Fails when:',
  'Prose.',
  'More prose.',
  '> "A quote."',
  '> "Another quote."',
  '— Ada Example',
  '— Bo Example',
  '```',
  '',
  '',
);
const section = fc.array(line, { maxLength: 9 }).map((lines) => normalSection(lines.join('\n')));
const sides = fc.tuple(section, section, section);
const linesOf = (text: string) =>
  new Set(
    text
      .split('\n')
      .map(foldSpace)
      .filter((each) => each !== ''),
  );

describe.each([...sectionNames, undefined])('%s', (name) => {
  test('has all lines that either side added, or asks', () => {
    fc.assert(
      fc.property(sides, ([base, mine, theirs]) => {
        const merged = mergeSection(name, base, mine, theirs);
        if (merged === undefined) return;
        const [before, there] = [linesOf(base), linesOf(merged)];
        for (const side of [mine, theirs]) {
          for (const added of linesOf(side)) {
            if (!before.has(added)) expect([...there]).toContain(added);
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  test('gives the one that changed, and is at rest', () => {
    fc.assert(
      fc.property(sides, ([base, mine, theirs]) => {
        expect(mergeSection(name, base, base, theirs)).toBe(theirs);
        expect(mergeSection(name, base, mine, base)).toBe(mine);
        expect(mergeSection(name, base, mine, mine)).toBe(mine);
        const merged = mergeSection(name, base, mine, theirs);
        if (merged !== undefined) expect(mergeSection(name, theirs, merged, theirs)).toBe(merged);
      }),
    );
  });
});

const quote = (n: number) => `> "Quote ${n}."`;
const said = (n: number) => `— Speaker ${n % 3}`;
const unit = (n: number) => `${quote(n)}\n\n${said(n)}`;
const units = (numbers: readonly number[]) => numbers.map(unit).join('\n\n');

test('a quote keeps the attribution it has, wherever the two sides add and take away', () => {
  const row = fc.uniqueArray(fc.integer({ min: 0, max: 12 }), { maxLength: 6 });
  const kept = (numbers: readonly number[]) => fc.subarray([...numbers]);
  const trio = row.chain((base) => fc.tuple(fc.constant(base), kept(base), kept(base), row, row));
  fc.assert(
    fc.property(trio, ([base, keptMine, keptTheirs, newMine, newTheirs]) => {
      const own = [...keptMine, ...newMine.filter((n) => !base.includes(n))];
      const there = [...newTheirs.filter((n) => !base.includes(n)), ...keptTheirs];
      const merged = mergeSection('evidence', units(base), units(own), units(there));
      const quotes = quotesWithAttribution(merged ?? '');
      const wanted = new Set([
        ...base.filter((n) => own.includes(n) && there.includes(n)),
        ...own.filter((n) => !base.includes(n)),
        ...there.filter((n) => !base.includes(n)),
      ]);
      expect(new Set(quotes.map(({ text }) => `> ${text}`))).toEqual(
        new Set([...wanted].map(quote)),
      );
      for (const { text, after } of quotes) {
        expect(after.split('\n')[0]).toBe(said(Number(/\d+/.exec(text)?.[0])));
      }
    }),
    { numRuns: 500 },
  );
});

const evidence = (base: string, mine: string, theirs: string) =>
  mergeSection('evidence', base, mine, theirs);

describe('a blank line between a quote and what stands by it', () => {
  const [apart, tight] = ['> "Q."\n\n— Jane\n\nProse.', '> "Q."\n— Jane\n\nProse.'];

  test.each<[string, string, string, string, string]>([
    [
      'mine takes it away, theirs edits below',
      apart,
      tight,
      apart.replace('Prose.', 'Prose, changed.'),
      'Prose, changed.',
    ],
    [
      'theirs takes it away, mine adds a quote',
      apart,
      `${apart}\n\n> "R."\n\n— Zoe`,
      tight,
      'Prose.\n\n> "R."\n\n— Zoe',
    ],
    [
      'mine puts it there, theirs edits below',
      tight,
      apart,
      tight.replace('Prose.', 'Prose, changed.'),
      'Prose, changed.',
    ],
    ['both edit, one right below', apart, `${apart}\n\nMine.`, tight, 'Prose.\n\nMine.'],
  ])('%s: the quote is there once', (_, base, mine, theirs, end) => {
    const merged = evidence(base, mine, theirs) ?? '';
    expect(merged).toMatch(/^> "Q\."\n\n?— Jane\n\n/);
    expect(merged.endsWith(`— Jane\n\n${end}`)).toBe(true);
  });

  test('words right above a quote do not make it another one', () => {
    const base = 'She said:\n\n> "Q."\n\n— Jane';
    const merged = evidence(base, base.replace(':\n\n', ':\n'), `${base}\n\nTheirs.`);
    expect(merged?.match(/> "Q/g)).toHaveLength(1);
    expect(merged).toContain('— Jane\n\nTheirs.');
  });
});

describe('an attribution stays below its quote', () => {
  const two = '> "One."\n\n— Ann\n\n> "Two teh."\n\n— Bob';
  const fixed = two.replace('teh', 'the');
  const dated = two.replace('— Bob', '— Bob, 2026');
  const first = '> "One."\n\n— Ann';

  test.each<[string, string, string]>([
    ['mine fixes the quote, theirs its attribution', fixed, dated],
    ['theirs fixes the quote, mine its attribution', dated, fixed],
    ['mine takes the quote away, theirs edits its attribution', first, dated],
    ['theirs takes the quote away, mine edits its attribution', dated, first],
    ['theirs takes the quote away, mine adds a note below it', `${two}\n\nMy note.`, first],
  ])('%s: a person is asked', (_, mine, theirs) => {
    expect(evidence(two, mine, theirs)).toBeUndefined();
    expect(mergeSection('counterEvidence', two, mine, theirs)).toBeUndefined();
  });

  test('edits of quotes that stand side by side go together', () => {
    const mine = two.replace('— Ann', '— Ann, page 2');
    expect(evidence(two, mine, dated)).toBe(mine.replace('— Bob', '— Bob, 2026'));
    const fixedAndMore = `${fixed}\n\n> "Three."\n\n— Cy`;
    expect(evidence(two, mine, fixedAndMore)).toBe(fixedAndMore.replace('Ann', 'Ann, page 2'));
  });

  test('a quote that one side moves has the edits of the other', () => {
    const moved = '> "Two teh."\n\n— Bob\n\n> "One."\n\n— Ann';
    expect(evidence(two, dated, moved)).toBe(moved.replace('Bob', 'Bob, 2026'));
  });

  test('a quote that shares the attribution below the next one gets no other', () => {
    const stacked = '> "One."\n\n> "Two."\n\n— Ann';
    const mine = '> "One."';
    expect(evidence(stacked, mine, `${stacked}\n\n> "Three."\n\n— Cy`)).toBeUndefined();
  });

  test('a paragraph stays below its quote when the other side takes that away', () => {
    const base = '> "One."\n\n— Ann\n\n> "Two."';
    const mine = '> "One."\n\n— Ann';
    expect(mergeSection('counterEvidence', base, mine, `${base}\n\n— Bob`)).toBeUndefined();
  });
});

describe('the same words in two places of a list', () => {
  const conditions = 'Holds when:\n- a\n\nFails when:\n- b';
  const nested = '- A\n  - x\n- B\n  - y';

  test('a condition that each side added under another label is under both', () => {
    const [mine, theirs] = [
      conditions.replace('- a', '- a\n- small teams'),
      `${conditions}\n- small teams`,
    ];
    const both = 'Holds when:\n- a\n- small teams\n\nFails when:\n- b\n- small teams';
    expect(mergeSection('conditions', conditions, mine, theirs)).toBe(both);
    expect(mergeSection('conditions', conditions, theirs, mine)).toBe(both);
  });

  test('a note that each side added under another bullet is under both', () => {
    const mine = nested.replace('  - x', '  - x\n  - note');
    const both = '- A\n  - x\n  - note\n- B\n  - y\n  - note';
    expect(mergeSection('signals', nested, mine, `${nested}\n  - note`)).toBe(both);
  });

  test('words that both added under the same bullet are there once', () => {
    const mine = nested.replace('  - x', '  - x\n  - note');
    const theirs = nested.replace('  - x', '  - note\n  - x');
    expect(mergeSection('signals', nested, mine, theirs)).toBe(theirs);
  });

  test.each<[string, SectionName, string, string, string]>([
    [
      'the label is taken away',
      'conditions',
      conditions,
      'Holds when:\n- a',
      `${conditions}\n- mine`,
    ],
    ['the bullet is taken away', 'signals', nested, '- A\n  - x', `${nested}\n  - mine`],
    ['the bullet is rewritten', 'signals', nested, nested.replace('B', 'Z'), `${nested}, mine`],
  ])('%s and the other side writes below it: a person is asked', (_, name, base, one, other) => {
    expect(mergeSection(name, base, one, other)).toBeUndefined();
    expect(mergeSection(name, base, other, one)).toBeUndefined();
  });
});
