/** What a merge promises, whatever the three texts are. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyCard, readOrThrow as read } from '../../../test/support/any-card';
import { emptyCard, sectionNames, type Card } from './card';
import { mergeCards } from './merge-card';
import type { MergeChoice } from './merge-fields';
import { writeCard } from './write-card';

const samples = 'test/fixtures/sample/cards';
const corpus = '../shared/data/codex/cards';
const textsOf = (folder: string, step: number) =>
  readdirSync(folder)
    .filter((name, at) => name.endsWith('.md') && at % step === 0)
    .map((name) => readFileSync(`${folder}/${name}`, 'utf8'));
const texts = [...textsOf(samples, 1), ...(existsSync(corpus) ? textsOf(corpus, 20) : [])];

/** A change to one part of a card; the words it adds are its own. */
const parts = [
  'tier',
  'operator',
  'domain',
  'related',
  'sourceTitle',
  ...sectionNames.map((name) => `sections.${name}` as const),
] as const;

function change(card: Card, part: (typeof parts)[number], word: string): Card {
  if (part === 'tier') return { ...card, tier: card.tier === 'A' ? 'B' : 'A' };
  if (part === 'operator' || part === 'sourceTitle') {
    return { ...card, [part]: `${card[part]} ${word}` };
  }
  if (part === 'domain' || part === 'related') {
    return { ...card, [part]: [...card[part].slice(1), word] };
  }
  const name = part.slice('sections.'.length) as (typeof sectionNames)[number];
  const lines = card.sections[name].split('\n');
  const at = word.length % (lines.length + 1);
  const changed = [...lines.slice(0, at), `- ${word}`, ...lines.slice(at)].join('\n');
  return { ...card, sections: { ...card.sections, [name]: changed } };
}

describe('whatever the texts are', () => {
  const anyText = fc.oneof(
    fc.constantFrom(...texts),
    anyCard.map((card) => writeCard(card)),
    fc.string(),
  );

  test('a side that changed nothing gives way to the other, byte for byte', () => {
    fc.assert(
      fc.property(anyText, anyText, (one, other) => {
        const said = (mine: string, theirs: string) => mergeCards({ base: one, mine, theirs });
        const whole = { text: other, conflicts: [] };
        expect(said(other, one)).toEqual(whole);
        expect(said(one, other)).toEqual(whole);
        expect(said(other, other)).toEqual(whole);
      }),
    );
  });

  test('edits of different parts are both there, without a conflict', () => {
    const words = fc.string({
      unit: fc.constantFrom('a', 'b', 'c', 'd'),
      minLength: 3,
      maxLength: 30,
    });
    fc.assert(
      fc.property(
        fc.constantFrom(...texts),
        fc.shuffledSubarray([...parts], { minLength: 2, maxLength: 6 }),
        fc.array(words, { minLength: 6, maxLength: 6 }),
        (text, touched, fresh) => {
          const card = read(text);
          const sides = [card, card];
          touched.forEach((part, at) => {
            sides[at % 2] = change(sides[at % 2]!, part, `w-${fresh[at]}`);
          });
          const [mine, theirs] = sides.map((side) => writeCard(side, text)) as [string, string];
          const { text: both, conflicts } = mergeCards({ base: text, mine, theirs });
          expect(conflicts).toEqual([]);
          const together = touched.reduce(
            (all, part, at) => change(all, part, `w-${fresh[at]}`),
            card,
          );
          expect(read(both)).toEqual(read(writeCard(together, text)));
        },
      ),
      { numRuns: 300 },
    );
  });

  test('nothing that either side added is lost: it is in the text or in a conflict', () => {
    const cards = fc.tuple(anyCard, anyCard, anyCard);
    fc.assert(
      fc.property(cards, ([one, two, three]) => {
        const [was, mine, theirs] = [one, two, three].map((card) => writeCard(card)) as Texts;
        const { text, conflicts } = mergeCards({ base: was, mine, theirs });
        const [before, merged] = [saidBy(read(was)), saidBy(read(text))];
        const asked = new Set(
          conflicts.flatMap((each) => [...linesOf(each.mine), ...linesOf(each.theirs)]),
        );
        for (const side of [mine, theirs]) {
          for (const said of saidBy(read(side))) {
            if (!before.has(said)) expect(merged.has(said) || asked.has(said), said).toBe(true);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  test('a merge with choices for every conflict has none left, and merging again changes nothing', () => {
    fc.assert(
      fc.property(anyCard, anyCard, anyCard, fc.boolean(), (one, two, three, own) => {
        const [was, mine, theirs] = [one, two, three].map((card) => writeCard(card)) as Texts;
        const asked = mergeCards({ base: was, mine, theirs }).conflicts;
        const choice: MergeChoice = own ? 'mine' : 'theirs';
        const choices = new Map(asked.map(({ part }) => [part, choice]));
        const done = mergeCards({ base: was, mine, theirs, choices });
        expect(done.conflicts).toEqual([]);
        expect(mergeCards({ base: theirs, mine: done.text, theirs }).text).toBe(done.text);
      }),
      { numRuns: 200 },
    );
  });
});

type Texts = [string, string, string];

const linesOf = (text: string) => text.split(/\n|, /).map((line) => line.trim());

/** Every value and every line that a card says. */
function saidBy(card: Card): Set<string> {
  const fields = Object.keys(emptyCard()).filter((name) => name !== 'sections') as (keyof Card)[];
  const values = [...fields, 'tier' as const].flatMap((field) => card[field] as string | string[]);
  const lines = sectionNames.flatMap((name) => card.sections[name].split('\n'));
  return new Set(
    [...values, ...lines]
      .flatMap((each) => (each === undefined ? [] : linesOf(each)))
      .filter((each) => each !== ''),
  );
}
