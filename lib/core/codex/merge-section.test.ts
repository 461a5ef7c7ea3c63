import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sectionNames } from './card';
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
