import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anchorQuote } from './anchor-quote';
import { describeQuote } from './describe-quote';
import { foldText } from './fold-text';
import { textQuoteSelectorSchema } from './selector';
import { trimRange } from './visible-text';

const story =
  'A pilot that ends without a decision is a purchase of hope. The buyer has spent a quarter, and ' +
  'the seller has learned nothing. “Name the decision first,” says the operator, “then the date.” ' +
  'Teams that skip this step repeat the pilot with a new logo.\n' +
  'The effort is small: one page, one owner, one number.\n' +
  'Nobody reads the second page. Nobody reads the second page.';

interface Case {
  readonly name: string;
  readonly text: string;
  /** The quote; of several, the one at this occurrence. */
  readonly quote: string;
  readonly nth?: number;
}

/** Shared by describing and anchoring. */
const cases: readonly Case[] = [
  {
    name: 'a sentence',
    text: story,
    quote: 'The effort is small: one page, one owner, one number.',
  },
  { name: 'marks at both ends', text: story, quote: '“Name the decision first,”' },
  { name: 'across lines', text: story, quote: 'a new logo.\nThe effort is small' },
  { name: 'the first of two', text: story, quote: 'Nobody reads the second page.', nth: 0 },
  { name: 'the second of two', text: story, quote: 'Nobody reads the second page.', nth: 1 },
  { name: 'part of a word', text: story, quote: 'cisio', nth: 0 },
  {
    name: 'a word also inside others',
    text: 'Artful start: art is a part of art.',
    quote: 'art',
    nth: 1,
  },
  {
    name: 'Japanese',
    text: '計画は紙に書く。計画は人に話す。計画は毎週見直す。',
    quote: '計画は',
    nth: 1,
  },
  { name: 'Hebrew', text: 'שלום עולם. ההחלטה קודמת לתאריך. סוף.', quote: 'ההחלטה קודמת לתאריך.' },
  { name: 'Devanagari marks matter', text: 'काम कम काम कमी', quote: 'कम', nth: 0 },
  { name: 'only marks', text: 'one — two — three', quote: '—', nth: 1 },
  {
    name: 'only marks, the context of which begins within white space',
    text: 'word0\n word1\n word2\n word3\n word4\n word5\n word6\n word7\n word8\n 🎉\n word0',
    quote: '🎉',
  },
  { name: 'emoji', text: 'good 🙂 bad 🙃 good 🙂', quote: '🙂', nth: 1 },
  { name: 'composed and decomposed', text: 'cafe\u0301 and café', quote: 'cafe\u0301', nth: 0 },
];

function rangeOf({ text, quote, nth = 0 }: Case): { start: number; end: number } {
  let start = -1;
  for (let i = 0; i <= nth; i += 1) start = text.indexOf(quote, start + 1);
  expect(start).toBeGreaterThanOrEqual(0);
  return { start, end: start + quote.length };
}

describe('a described quote is anchored where it was', () => {
  test.each(cases)('$name', (one) => {
    const range = rangeOf(one);
    const described = describeQuote(one.text, range.start, range.end)!;
    expect(textQuoteSelectorSchema.safeParse(described.quote).success).toBe(true);
    expect(anchorQuote(one.text, [described.quote, described.position])).toMatchObject(range);
    expect(anchorQuote(one.text, [described.quote])).toMatchObject(range);
  });

  const anyText = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 80 }),
    fc.string({ unit: 'binary', maxLength: 80 }),
    fc.string({
      unit: fc.constantFrom('a', 'b', ' ', '\n', '.', '“', '\u00ad', 'ﬁ', 'é'),
      maxLength: 120,
    }),
    fc
      .array(fc.constantFrom('one two.', 'two one.', 'one', '각', '가', 'ß', 'İ', '½'), {
        maxLength: 30,
      })
      .map((words) => words.join(' ')),
  );

  test('for any text and range', () => {
    fc.assert(
      fc.property(anyText, fc.nat(130), fc.nat(130), (text, a, b) => {
        const described = describeQuote(text, a, b);
        const visible = trimRange(text, a, b);
        if (!described) return visible === null;
        const { quote, position } = described;
        const found = anchorQuote(text, [quote, position]);
        return found?.start === position.start && found.end === position.end && found.score === 1;
      }),
      { numRuns: 2_000 },
    );
  });

  test('by the quote alone it is found with the same letters', () => {
    fc.assert(
      fc.property(anyText, fc.nat(130), fc.nat(130), (text, a, b) => {
        const described = describeQuote(text, a, b);
        if (!described || foldText(described.quote.exact) === '') return true;
        const found = anchorQuote(text, [described.quote]);
        const same = found && foldText(text.slice(found.start, found.end));
        return same === foldText(described.quote.exact) || cutsALigature(text, described.position);
      }),
      { numRuns: 2_000 },
    );
  });
});

/** A range may start or end inside what another character of the text spells out. */
function cutsALigature(text: string, { start, end }: { start: number; end: number }): boolean {
  return /[^\p{ASCII}]/u.test(text.slice(Math.max(0, start - 1), end + 1));
}

const sentence = 'The buyer has spent a quarter, and the seller has learned nothing.';

/** What a page may do to its text without changing a word of the quote. */
const harmless: readonly (readonly [string, (text: string) => string])[] = [
  [
    'a block inserted before',
    (text) => 'Breaking: the fair opens on Friday. Read more here.\n' + text,
  ],
  ['white space changed', (text) => text.replaceAll(' ', '\u00a0\n ')],
  ['case changed', (text) => text.toUpperCase()],
  ['typography changed', (text) => text.replaceAll('“', '"').replaceAll('”', '"')],
  ['soft hyphens set', (text) => text.replaceAll('quarter', 'quar\u00adter')],
  ['ligatures set', (text) => text.replaceAll('fi', 'ﬁ')],
  [
    'the sentence after rewritten',
    (text) => text.replace('“Name the decision first,”', 'Nothing,'),
  ],
  ['the paragraph moved', (text) => text.split('\n').toReversed().join('\n')],
  ['the quote split in two paragraphs', (text) => text.replace('quarter, and', 'quarter,\nand')],
];

test.each(harmless)('survives: %s', (_name, change) => {
  const start = story.indexOf(sentence);
  const { quote, position } = describeQuote(story, start, start + sentence.length)!;
  const text = change(story);
  const found = anchorQuote(text, [quote, position])!;
  expect(foldText(text.slice(found.start, found.end))).toBe(foldText(sentence));
  expect(found.how).not.toBe('changed');
});

describe('edits', () => {
  const start = story.indexOf(sentence);
  const { quote, position } = describeQuote(story, start, start + sentence.length)!;

  test.each([
    ['a word replaced', 'The buyer has spent a month, and the seller has learned nothing.'],
    ['a word dropped', 'The buyer spent a quarter, and the seller has learned nothing.'],
    [
      'the first word replaced',
      'One buyer has spent a quarter, and the seller has learned nothing.',
    ],
    ['the last word replaced', 'The buyer has spent a quarter, and the seller has learned little.'],
  ])('%s', (_name, edited) => {
    const text = story.replace(sentence, edited);
    const found = anchorQuote(text, [quote, position])!;
    expect(text.slice(found.start, found.end)).toBe(edited);
    expect(found.how).toBe('changed');
  });

  test('an edit in a quote of many paragraphs', () => {
    const lines = Array.from({ length: 120 }, (_, i) => `Step ${i}: weigh crate ${i * 7} twice.`);
    const long = lines.join('\n');
    const from = long.indexOf('Step 5:');
    const to = long.indexOf('Step 100:') - 1;
    const described = describeQuote(long, from, to)!;
    const text = `Preface.\n${long.replace('crate 350 twice', 'crate 350 once only')}`;
    const found = anchorQuote(text, [described.quote, described.position])!;
    expect(text.slice(found.start, found.start + 7)).toBe('Step 5:');
    expect(text.slice(found.end - 12, found.end)).toBe('e 693 twice.');
  });
});

describe('a removed quote is missing', () => {
  test('its sentence is deleted', () => {
    const start = story.indexOf(sentence);
    const { quote, position } = describeQuote(story, start, start + sentence.length)!;
    expect(anchorQuote(story.replace(sentence, ''), [quote, position])).toBeNull();
  });

  test('its few words are left only in other surroundings', () => {
    const text = 'Ask for one owner and a date before anything else is signed by anybody at all.';
    const start = text.indexOf('one owner');
    const { quote, position } = describeQuote(text, start, start + 'one owner'.length)!;
    expect(anchorQuote(story, [quote, position])).toBeNull();
  });

  test('no text selector, no place', () => {
    expect(anchorQuote(story, [{ type: 'TextPositionSelector', start: 0, end: 5 }])).toBeNull();
  });
});

test('twins are told apart by context however far it must grow', () => {
  const block = 'We weigh the crates and write the numbers down. '.repeat(6);
  const text = `${block}First. ${block}Second. ${block}Third.`;
  const quote = 'We weigh the crates and write the numbers down.';
  for (let at = text.indexOf(quote); at !== -1; at = text.indexOf(quote, at + 1)) {
    const described = describeQuote(text, at, at + quote.length)!;
    expect(anchorQuote(`New. ${text}`, [described.quote])?.start).toBe(at + 5);
  }
});

test('context ends at sentence bounds', () => {
  const at = story.indexOf('“Name the decision first,”');
  const { quote } = describeQuote(story, at, at + '“Name the decision first,”'.length)!;
  expect(quote.prefix).toBe('The buyer has spent a quarter, and the seller has learned nothing. ');
  expect(quote.suffix).toBe(
    ' says the operator, “then the date.” Teams that skip this step repeat the pilot with a new logo.',
  );
});

describe('the same letters are not always the same words', () => {
  const quoteOf = (exact: string) => [{ type: 'TextQuoteSelector', exact } as const];

  test.each([
    ['another number', 'Sales grew 1.5 percent.', 'grew 15 percent'],
    ['another mark in the number', 'It costs 1,500 a year.', 'costs 1.500 a year'],
    ['two numbers', 'Sections 1 5 and on.', 'Sections 15 and'],
    ['two words for one', 'They found the rapist.', 'therapist'],
    ['one word for two', 'They found the therapist.', 'the rapist'],
  ])('%s', (_name, text, exact) => {
    expect(anchorQuote(text, quoteOf(exact))).toBeNull();
  });

  test.each([
    ['number', 'It grew 1.5 percent, then it grew 15 percent.', 'grew 15 percent'],
    ['word', 'Not the rapist, a therapist.', 'therapist'],
  ])('the %s as it was quoted is found beside the other', (_name, text, exact) => {
    const at = text.lastIndexOf(exact);
    expect(anchorQuote(text, quoteOf(exact))).toMatchObject({ start: at, how: 'exact' });
  });

  test('an edited number in its place is found as changed', () => {
    const text = 'The buyer said it plainly: sales grew 15 percent in a year of no advertising.';
    const at = text.indexOf('grew 15 percent');
    const { quote, position } = describeQuote(text, at, at + 'grew 15 percent'.length)!;
    const edited = text.replace('15', '1.5');
    const found = anchorQuote(edited, [quote, position])!;
    expect(found.how).toBe('changed');
    expect(edited.slice(found.start, found.end)).toBe('grew 1.5 percent');
  });

  test('a long quote that lost a space is found, and not as the exact words', () => {
    const text = story.replace('a quarter', 'aquarter');
    expect(anchorQuote(text, quoteOf(sentence))).toMatchObject({ how: 'changed' });
  });

  test.each([
    ['a range with another dash', 'Of 10–15 crates', '10-15 crates'],
    ['a word hyphenated at the end of its line', 'Of all the quar-\nters', 'all the quarters'],
    ['a fraction', 'Of ½ a crate', '1/2 a crate'],
    ['narrow spaces in a number', 'Of 10\u202f000 crates', '10 000 crates'],
  ])('%s is the same', (_name, text, exact) => {
    expect(anchorQuote(text, quoteOf(exact))?.how).toBe('exact');
  });
});
