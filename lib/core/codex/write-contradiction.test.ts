import * as fc from 'fast-check';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { anyText } from '../../../test/support/any-card';
import { someCard } from '../../../test/support/notes';
import { emptyCard, type Card } from './card';
import { readCard } from './read-card';
import { readDocument } from './read-document';
import { readPositions } from './read-positions';
import { foldSpace } from './lists';
import { writeContradiction } from './write-contradiction';

const card = (id: string, over: Partial<Card>, sections: Partial<Card['sections']>): Card =>
  someCard({ id, ...over, sections: { ...emptyCard().sections, ...sections } });

const seats = card(
  'ins_seats',
  { title: 'Price by seat', operator: 'Ada Example', coOperators: ['Bo Example'] },
  {
    claim: 'Charge for the **seat**,\nnot for the click.',
    conditions: 'Holds when:\n- use is steady over the year\n\nFails when:\n- teams are tiny.',
  },
);
const clicks = card(
  'ins_clicks',
  { title: 'Price by click: "always"', operator: 'Cy Example' },
  { claim: 'Charge for use.', conditions: 'Fails when:\n- use is steady over a year' },
);

test('it is in the codex’s form, with the conditions filled in and the resolution left open', () => {
  expect(writeContradiction(seats, clicks, new Set(), '2026-05-01')).toEqual({
    id: 'con_price-by-seat-vs-price-by-click-always',
    title: 'Price by seat vs. Price by click: "always"',
    text: `---
id: con_price-by-seat-vs-price-by-click-always
title: 'Price by seat vs. Price by click: "always"'
captured_date: 2026-05-01
---

# Price by seat vs. Price by click: "always"

## Position A, Price by seat
- Operator: Ada Example, Bo Example
- Card: \`ins_seats\`
- Claim: Charge for the seat, not for the click.

## Position B, Price by click: "always"
- Operator: Cy Example
- Card: \`ins_clicks\`
- Claim: Charge for use.

## Conditions distinguishing them
- **Opposed**: A holds when use is steady over the year; B fails when use is steady over a year.
- **Only A**: A fails when teams are tiny.

## Resolution / synthesis
`,
  });
});

test('an id that is taken gets a number', () => {
  const first = writeContradiction(seats, clicks, new Set(), '2026-05-01');
  const second = writeContradiction(seats, clicks, new Set([first.id]), '2026-05-01');
  expect(second.id).toBe(`${first.id}-2`);
});

function expectReadBack(left: Card, right: Card): void {
  const { id, title, text } = writeContradiction(left, right, new Set(), '2026-05-01');
  const read = readDocument(text);
  expect(read).toMatchObject({ ok: true, value: { id, kind: 'contradiction' } });
  const end = text.indexOf('\n---', 3);
  expect(parse(text.slice(4, end))).toMatchObject({ id, title });
  const positions = readPositions(text);
  expect(positions.map(({ cards }) => cards)).toEqual([[left.id], [right.id]]);
}

test('whatever the cards say, it reads back as a document with two positions', () => {
  const words = fc.record({
    title: anyText,
    operator: anyText,
    claim: anyText,
    conditions: anyText,
  });
  fc.assert(
    fc.property(words, words, (one, other) => {
      const make = (id: string, { title, operator, claim, conditions }: typeof one) =>
        card(id, { title, operator }, { claim, conditions: `Holds when:\n- ${conditions}` });
      // An operator is a person: a card id in their name would be read as one.
      fc.pre(![one, other].some(({ operator }) => /ins_/i.test(operator)));
      expectReadBack(make('ins_a', one), make('ins_b', other));
    }),
    { numRuns: 300 },
  );
});

const folder = '../shared/data/codex/cards';
test.skipIf(!existsSync(folder))('real cards make documents that read back', () => {
  const cards = readdirSync(folder).flatMap((name) => {
    const read = readCard(readFileSync(`${folder}/${name}`, 'utf8'));
    return read.ok ? [read.value] : [];
  });
  cards.slice(1, 120).forEach((right, at) => {
    const left = cards[at];
    if (left) expectReadBack(left, right);
    expect(foldSpace(right.title)).not.toBe('');
  });
});
