import { describe, expect, test } from 'vitest';
import { anchorQuote } from './anchor-quote';
import { describeQuote } from './describe-quote';
import { indexText } from './text-index';

const first =
  'The harbour office keeps a ledger of every crate, and twice a year somebody reads it from end to end.';
const second =
  'What it shows is dull: most delays come from one missing signature, and none from the weather.';
const page = [
  'Notes on a small harbour',
  'Ships come in at dawn. Nobody is surprised by that any more, least of all the gulls.',
  `Some offices guess. ${first} They call it the long evening.`,
  `${second} So the clerk now signs first and asks later.`,
  'The weather gets the blame at dinner all the same, since it cannot answer.',
  'Ships come in at dusk. Nobody is surprised by that either, and the gulls are asleep.',
].join('\n');

function describeIn(text: string, exact: string, nth = 0) {
  let start = -1;
  for (let i = 0; i <= nth; i += 1) start = text.indexOf(exact, start + 1);
  const { quote, position } = describeQuote(text, start, start + exact.length)!;
  return [position, quote];
}

function foundIn(text: string, selectors: ReturnType<typeof describeIn>): string | null {
  const found = anchorQuote(text, selectors);
  return found && text.slice(found.start, found.end);
}

describe('an edited quote', () => {
  test.each([
    [
      'a remark is put into three words',
      'the long evening',
      'the long (see the note on page 7) evening',
    ],
    ['its middle is cut out', first, first.replace(' and twice a year somebody', '')],
    [
      'a letter in each third word',
      first,
      'The harbour ofice keeps a legder of every cratte, and twice a yeer somebody raeds it from end to end.',
    ],
    ['a footnote mark', second, second.replace('dull:', 'dull[12]:')],
    ['the first words', first, `This harbour’s office ${first.slice(19)}`],
    ['the last words', second, second.replace('from the weather.', 'from rain.')],
  ])('%s', (_name, quote, edited) => {
    const text = page.replace(quote, edited);
    expect(foundIn(text, describeIn(page, quote))).toBe(edited);
  });

  test('keeps its ends where an advertisement is put between its paragraphs', () => {
    const quote = `${first} They call it the long evening.\n${second}`;
    const advertisement = 'Subscribe now and read the whole ledger. '.repeat(6);
    const text = page.replace('evening.\n', `evening.\n${advertisement}\n`);
    const found = foundIn(text, describeIn(page, quote));
    expect(found?.startsWith('The harbour office')).toBe(true);
    expect(found?.endsWith('none from the weather.')).toBe(true);
  });

  test('is preferred in its place to its words elsewhere', () => {
    const text = page.replace('at dawn. Nobody is surprised', 'at dawn. Nobody is surprissed');
    const found = anchorQuote(text, describeIn(page, 'Nobody is surprised'))!;
    expect(text.slice(found.start, found.end)).toBe('Nobody is surprissed');
    expect(found.how).toBe('changed');
  });

  test('Japanese, five characters, one of them another', () => {
    const text =
      'きょうの昔話。ネコがネズミを追いかける訳をおじいさんが話してくれました。おしまい。';
    const edited = text.replace('がネズミを', 'がネミを');
    expect(foundIn(edited, describeIn(text, 'がネズミを'))).toBe('がネミを');
  });

  test('right to left', () => {
    const text =
      'שלום לכולם כאן. ההחלטה קודמת לתאריך, ואחריה באה הפגישה הראשונה. סוף הסיפור הארוך.';
    const edited = text.replace('קודמת', 'הקודמת');
    expect(foundIn(edited, describeIn(text, 'ההחלטה קודמת לתאריך'))).toBe('ההחלטה הקודמת לתאריך');
  });
});

describe('a quote whose paragraphs were moved', () => {
  const quote = `${first} They call it the long evening.\n${second}`;
  const selectors = describeIn(page, quote);

  test('together, is found at its new place', () => {
    const lines = page.split('\n');
    const text = [...lines.slice(0, 2), ...lines.slice(4), ...lines.slice(2, 4)].join('\n');
    expect(foundIn(text, selectors)).toBe(quote);
  });

  test('apart, is found in both places', () => {
    const lines = page.split('\n');
    const text = [lines[3], ...lines.slice(0, 3), ...lines.slice(4)].join('\n');
    const found = anchorQuote(text, selectors)!;
    const parts = [found, ...(found.elsewhere ?? [])];
    expect(parts.map(({ start, end }) => text.slice(start, end))).toEqual([
      `${first} They call it the long evening.`,
      second,
    ]);
  });
});

describe('a quote that is gone', () => {
  test.each([
    ['a sentence', first],
    ['three words', 'the long evening'],
    ['words that are said elsewhere', 'Nobody is surprised'],
  ])('%s, cut out', (_name, quote) => {
    const text = page.replace(quote, '');
    expect(anchorQuote(text, describeIn(page, quote))).toBeNull();
  });

  test.each([
    ['a sentence', first],
    ['three words', 'the long evening'],
    ['words that are said elsewhere', 'Nobody is surprised'],
  ])('%s, other words in its place', (_name, quote) => {
    const others =
      'Visitors may book a table on the terrace until the kitchen closes at ten o’clock.';
    const text = page.replace(quote, others.slice(0, quote.length));
    expect(anchorQuote(text, describeIn(page, quote))).toBeNull();
  });

  test('with its whole paragraph, while words like it stand elsewhere', () => {
    const [, second_, ...rest] = page.split('\n');
    expect(second_).toContain('at dawn');
    expect(anchorQuote(rest.join('\n'), describeIn(page, 'Ships come in'))).toBeNull();
  });
});

test('what it was like elsewhere is kept with a quote', () => {
  const [, quote] = describeIn(page, 'Nobody is surprised');
  expect(quote).toMatchObject({ twins: { count: 1 } });
  const [, alone] = describeIn(page, second);
  expect(alone).toMatchObject({ twins: { count: 0, agreement: 0 } });
});

test('a copy beside the quote is told from it by how its place looks', () => {
  const selectors = describeIn(page, `${second} So the clerk now signs first and asks later.`);
  const whole = page.replace(
    `${second} So the clerk`,
    `${second} So the clerk now signs first and asks later.\n${second} So the clerk`,
  );
  const places = [whole.indexOf(second), whole.lastIndexOf(second)];
  for (const place of places) {
    const found = anchorQuote(whole, selectors, (start) => (start === place ? 1 : 0));
    expect(found?.start).toBe(place);
  }
});

test('a million characters: a hundred quotes, changed and not', () => {
  const words = [
    'harbour',
    'ledger',
    'crate',
    'clerk',
    'signature',
    'gull',
    'dusk',
    'table',
    'rope',
  ];
  let seed = 7;
  const next = (): number => (seed = (seed * 48_271) % 2_147_483_647);
  const sentences: string[] = [];
  for (let length = 0; length < 1_000_000;) {
    const count = 8 + (next() % 8);
    const sentence = Array.from(
      { length: count },
      () => words[next() % words.length] + String(next() % 90),
    );
    sentences.push(`${sentence.join(' ')}.`);
    length += sentences.at(-1)!.length + 1;
  }
  const text = sentences.join(' ');
  const index = indexText(text);
  const picked = Array.from({ length: 100 }, (_, i) =>
    Math.floor((sentences.length * (i + 0.5)) / 100),
  );
  const starts: number[] = [];
  let at = 0;
  for (const sentence of sentences) {
    starts.push(at);
    at += sentence.length + 1;
  }
  const described = picked.map((number) => {
    const start = starts[number]!;
    return describeQuote(index, start, start + sentences[number]!.length)!;
  });
  const changed = [...sentences];
  picked.forEach((number, i) => {
    if (i % 2 === 0) changed[number] = changed[number]!.replace(/^\S+ \S+/, 'Yesterday evening');
  });
  const after = indexText(`News of the day. ${changed.join(' ')}`);
  for (const [i, { quote, position }] of described.entries()) {
    const found = anchorQuote(after, [position, quote]);
    expect(found && after.text.slice(found.start, found.end)).toBe(changed[picked[i]!]);
  }
});
