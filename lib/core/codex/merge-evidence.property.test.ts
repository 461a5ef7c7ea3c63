/** What a merge of quotes promises, whatever the two sides did to them. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldSpace } from './lists';
import { mergeSection } from './merge-section';
import { quotesWithAttribution, readQuotes } from './quotes';
import { normalSection } from './section-text';

/** A quote with what stands below it; without a quote, words between the others. */
interface Block {
  readonly quote: readonly string[];
  readonly below: readonly string[];
  /** Whether what is below stands right below, and the quote right below what is above. */
  readonly tight: boolean;
  readonly close: boolean;
}

const speaker = fc.constantFrom('— Ada Example', '— Bo Example', '· Cy Example, 2026');
const quote = fc.constantFrom<string[]>(
  ['> "One."'],
  ['> "Two."'],
  ['> "Three."'],
  ['> "Four,', '> and on."'],
  ['> "Five,', '>', '> and on."'],
);
const below = fc.constantFrom('Prose.', 'More prose.', '- a bullet', '- another bullet');
const block: fc.Arbitrary<Block> = fc.record({
  quote: fc.oneof({ weight: 5, arbitrary: quote }, { weight: 1, arbitrary: fc.constant([]) }),
  below: fc
    .tuple(fc.option(speaker), fc.array(below, { maxLength: 2 }))
    .map(([first, rest]) => (first === null ? rest : [first, ...rest])),
  tight: fc.boolean(),
  close: fc.boolean(),
});

const write = (blocks: readonly Block[]) =>
  normalSection(
    blocks
      .map(({ quote: own, below: rest, tight, close }) => {
        const gap = own.length > 0 && rest.length > 0 && !tight ? [''] : [];
        const lines = [...own, ...gap, ...rest.flatMap((line) => [line, ''])];
        return [...(close ? [] : ['']), ...lines].join('\n');
      })
      .join('\n'),
  );

type Edit = (blocks: readonly Block[], side: string) => readonly Block[];
const at = (index: number, change: (each: Block, side: string) => readonly Block[]): Edit => {
  return (blocks, side) =>
    blocks.flatMap((each, n) => (n === index % blocks.length ? change(each, side) : [each]));
};
const place = fc.nat({ max: 5 });
const edit: fc.Arbitrary<Edit> = fc.oneof(
  place.map((n) => at(n, () => [])),
  fc.tuple(place, block).map(([n, more]) => at(n, (each) => [each, more])),
  fc.tuple(place, block).map(([n, more]) => at(n, (each) => [more, each])),
  place.map((n) =>
    at(n, (each, side) => [
      { ...each, quote: each.quote.map((line) => line.replace(/\w+/, (word) => word + side)) },
    ]),
  ),
  place.map((n) =>
    at(n, (each, side) => [
      { ...each, below: each.below.map((line, k) => (k === 0 ? `${line}, ${side}` : line)) },
    ]),
  ),
  place.map((n) => at(n, (each) => [{ ...each, below: each.below.slice(1) }])),
  fc
    .tuple(place, below)
    .map(([n, line]) =>
      at(n, (each, side) => [{ ...each, below: [...each.below, `${line} Of ${side}.`] }]),
    ),
  place.map((n) => at(n, (each) => [{ ...each, quote: [] }])),
  place.map((n) => at(n, (each) => [{ ...each, tight: !each.tight }])),
  place.map((n) => at(n, (each) => [{ ...each, close: !each.close }])),
  place.map((n): Edit => (blocks) => [...blocks.slice(n), ...blocks.slice(0, n)]),
);

const edited = (side: string) =>
  fc.array(edit, { minLength: 1, maxLength: 3 }).map((edits) => ({
    edits,
    side,
  }));
const texts = fc
  .tuple(fc.array(block, { minLength: 1, maxLength: 5 }), edited('mine'), edited('theirs'))
  .map(([blocks, ...sides]) => {
    const [mine = '', theirs = ''] = sides.map(({ edits, side }) =>
      write(edits.reduce((all, change) => change(all, side), blocks as readonly Block[])),
    );
    return { base: write(blocks), mine, theirs };
  });

const linesOf = (text: string) =>
  text
    .split('\n')
    .map(foldSpace)
    .filter((line) => line !== '');
const quotesOf = (text: string) => readQuotes(text).map((each) => each.text);
const hasTwice = (items: readonly string[]) => new Set(items).size < items.length;
const countIn = (items: readonly string[]) => (wanted: string) =>
  items.filter((item) => item === wanted).length;
/** Each attribution with the quote it stands below, and with those that share it. */
const attributionsOf = (text: string) => {
  const isSpeaker = (line: string) => /^[—·]/.test(line);
  const pairs = (each: { readonly text: string }, lines: readonly string[]) =>
    lines.filter(isSpeaker).map((line) => `${line} below ${each.text}`);
  const stands = readQuotes(text).flatMap((each) => pairs(each, linesOf(each.after)));
  const shared = quotesWithAttribution(text).flatMap((each) =>
    pairs(each, linesOf(each.after).slice(0, 1)),
  );
  return { stands, all: [...stands, ...shared] };
};

describe.each(['evidence', 'counterEvidence'] as const)('%s', (name) => {
  const holds = (
    check: (merged: string, sides: Record<'base' | 'mine' | 'theirs', string>) => void,
  ) => {
    let merges = 0;
    fc.assert(
      fc.property(texts, (sides) => {
        const merged = mergeSection(name, sides.base, sides.mine, sides.theirs);
        if (merged === undefined) return;
        merges += 1;
        check(merged, sides);
      }),
      { numRuns: 800 },
    );
    expect(merges).toBeGreaterThan(200);
  };

  test('every line that a side added is there', () => {
    holds((merged, { base, mine, theirs }) => {
      const [before, there] = [new Set(linesOf(base)), linesOf(merged)];
      for (const line of [...linesOf(mine), ...linesOf(theirs)]) {
        if (!before.has(line)) expect(there).toContain(line);
      }
    });
  });

  test('an attribution stands below a quote that it stood below', () => {
    holds((merged, { base, mine, theirs }) => {
      const [own, other, both] = [mine, theirs, merged].map(attributionsOf) as Attributed;
      for (const said of both.all) expect([...own.all, ...other.all]).toContain(said);
      // Of two of the same words either may be the one that a side took away.
      const isTwice = [base, mine, theirs].some(
        (text) => hasTwice(quotesOf(text)) || hasTwice(attributionsOf(text).stands),
      );
      for (const said of own.stands) {
        if (!isTwice && other.stands.includes(said)) expect(both.stands).toContain(said);
      }
    });
  });

  // Counter-evidence is prose that may quote: two quotes of the same words with other words below
  // them, put in two places, are both there.
  if (name !== 'evidence') return;
  test('every quote is there as often as the two sides have it', () => {
    holds((merged, { base, mine, theirs }) => {
      const [inBase, inMine, inTheirs] = [base, mine, theirs].map((text) =>
        countIn(quotesOf(text)),
      );
      const there = countIn(quotesOf(merged));
      for (const words of new Set([base, mine, theirs].flatMap(quotesOf))) {
        const [b, m, t] = [inBase, inMine, inTheirs].map((count) => count?.(words) ?? 0) as Counts;
        const [least, most] = [Math.min(m, t), Math.max(m, t)];
        const added = Math.max(0, most - Math.max(b, least));
        expect(there(words), words).toBe(least + added);
      }
    });
  });
});

type Counts = [number, number, number];
type Attributed = [
  ReturnType<typeof attributionsOf>,
  ReturnType<typeof attributionsOf>,
  ReturnType<typeof attributionsOf>,
];
