import * as fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { growth } from '../../../test/support/growth';
import { resolveTextFragment } from './resolve-text-fragment';
import { readDirective, withDirective, writeDirective } from './text-directive';
import { trimRange } from './visible-text';
import { writeTextFragment } from './write-text-fragment';

/** The text with the quote between ⟦ and ⟧. */
function marked(quoted: string): { text: string; start: number; end: number } {
  const start = quoted.indexOf('⟦');
  const end = quoted.indexOf('⟧') - 1;
  return { text: quoted.replace(/[⟦⟧]/g, ''), start, end };
}

describe('writes', () => {
  test.each([
    ['a short quote whole', 'One two. ⟦Three four.⟧ Five.', 'text=Three%20four.'],
    [
      'what parts a directive, encoded',
      'So: ⟦well-known, R&D (1)⟧ it is.',
      'text=well%2Dknown%2C%20R%26D%20%281%29',
    ],
    [
      'quotes across blocks by their ends',
      'A.\n⟦One two three four five.\nSix seven eight nine ten.⟧\nB.',
      'text=One%20two%20three%20four,seven%20eight%20nine%20ten.',
    ],
    [
      'what follows, where the words are said before',
      'Two ledgers here.\n⟦Two ledgers⟧ there.',
      'text=Two%20ledgers,-there',
    ],
    [
      'what stands before, in the block before too',
      'Two ledgers.\nThe end.\n⟦Two ledgers.⟧',
      'text=The%20end.-,Two%20ledgers.',
    ],
    ['half a word, by its other half', 'an under⟦stand⟧ing', 'text=an%20under-,stand,-ing'],
    ['Chinese by its words', '我们在这里。⟦这是一个测试句子⟧。', undefined],
  ])('%s', (_name, quoted, written) => {
    const { text, start, end } = marked(quoted);
    const directive = writeTextFragment(text, start, end);
    if (written !== undefined) expect(directive).toBe(written);
    expect(resolveTextFragment(directive ?? '', text)).toEqual({ start, end });
  });

  test('nothing where no words lead there', () => {
    expect(writeTextFragment('stand stand stand', 6, 11)).toBeDefined();
    const same = 'a '.repeat(60);
    expect(writeTextFragment(same, 58, 59)).toBeUndefined();
    expect(writeTextFragment('  \n ', 0, 4)).toBeUndefined();
    expect(writeTextFragment('x \ud800y z', 2, 4)).toBeUndefined();
  });
});

describe('resolves', () => {
  test.each([
    ['whole words only', 'text=stand', 'understand to ⟦stand⟧'],
    ['in any case, without accents', 'text=CAFE', 'the ⟦café⟧'],
    ['over folded white space', 'text=a%20b', 'so ⟦a \u00a0 b⟧ c'],
    ['the first end after the start', 'text=one,two', 'two ⟦one x two⟧ y two'],
    ['an end that what follows decides', 'text=one,two,-z', 'two ⟦one x two y two⟧ z'],
    ['behind a prefix', 'text=b-,a', 'a c a b ⟦a⟧'],
  ])('%s', (_name, directive, quoted) => {
    const { text, start, end } = marked(quoted);
    expect(resolveTextFragment(directive, text)).toEqual({ start, end });
  });

  test.each([
    ['words across blocks', 'text=a%20b', 'a\nb'],
    ['a prefix that is not beside it', 'text=a-,c', 'a b c'],
    ['what is no directive', 'txt=a', 'a'],
    ['too many terms', 'text=a,b,c', 'a b c'],
    ['a stray percent sign', 'text=%', '%'],
    ['an empty term', 'text=', 'a'],
  ])('not %s', (_name, directive, text) => {
    expect(resolveTextFragment(directive, text)).toBeUndefined();
  });

  test('a page that repeats itself ends the search', async () => {
    const grown = await growth(20_000, (words) => {
      const text = 'a '.repeat(words);
      return () => expect(resolveTextFragment('text=a,-b', text)).toBeUndefined();
    });
    expect(grown).toBeLessThan(10);
  });
});

const term = fc
  .string({ unit: 'binary', minLength: 1 })
  .filter((each) => !/\p{Surrogate}/u.test(each));

test('a directive is read as it was written', () => {
  const any = fc.record(
    { prefix: term, start: term, end: term, suffix: term },
    { requiredKeys: ['start'] },
  );
  fc.assert(
    fc.property(any, (directive) => {
      const written = writeDirective(directive);
      expect(readDirective(written ?? '')).toEqual(directive);
      expect(written?.slice(5)).toMatch(/^[\w.%,-]*$/);
    }),
  );
});

test('an address that has a fragment keeps it', () => {
  expect(withDirective('https://a.example/', 'text=a')).toBe('https://a.example/#:~:text=a');
  expect(withDirective('https://a.example/#/b', 'text=a')).toBe('https://a.example/#/b:~:text=a');
});

const word = fc.constantFrom(
  'one',
  'two',
  'One',
  'café',
  'cafe\u0301',
  'ﬁre',
  'don’t',
  "don't",
  'x-y',
  'a',
  'a.',
  ',',
  '—',
  '&',
  '这是一个',
  '测试',
  'שלום',
  'مرحبا',
  'ไทย',
  '👩‍👩‍👧',
  '😀',
  '(',
  '%20',
  'so\u00adso',
);
const space = fc.constantFrom(' ', ' ', ' ', '\n', '\u00a0', '', '  ', ' \n ');
const anyText = fc
  .array(fc.tuple(word, space), { minLength: 1, maxLength: 40 })
  .map((parts) => parts.flat().join(''));

test('what is written leads to exactly that range', () => {
  let written = 0;
  fc.assert(
    fc.property(
      fc.oneof(anyText, fc.string({ unit: 'grapheme', maxLength: 80 })),
      fc.nat(300),
      fc.nat(300),
      (text, a, b) => {
        const [start, end] = [a % (text.length + 1), b % (text.length + 1)];
        const directive = writeTextFragment(text, start, end);
        if (directive === undefined) return;
        written += 1;
        expect(resolveTextFragment(directive, text)).toEqual(trimRange(text, start, end));
      },
    ),
    { numRuns: 2_000 },
  );
  expect(written).toBeGreaterThan(500);
});

test('a page without spaces that repeats itself is not cut into words once for every form', () => {
  const text = '我们的研究表明这种方法是有效的而且更可靠'.repeat(3_000);
  const segment = vi.spyOn(Intl.Segmenter.prototype, 'segment');
  expect(writeTextFragment(text, 30_004, 30_030)).toBeUndefined();
  expect(segment.mock.calls.length).toBeLessThan(10_000);
  segment.mockRestore();
});

test('whole lines of plain words can be led to, unless they are said twice in the same surroundings', () => {
  const line = fc.array(fc.stringMatching(/^[a-z]{2,6}$/), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(fc.uniqueArray(line, { minLength: 1, maxLength: 8, selector: String }), (lines) => {
      const text = ['Start.', ...lines.map((each) => each.join(' ')), 'End.'].join('\n');
      let at = 'Start.\n'.length;
      for (const each of lines) {
        const { length } = each.join(' ');
        expect(writeTextFragment(text, at, at + length), text.slice(at, at + length)).toBeDefined();
        at += length + 1;
      }
    }),
    { numRuns: 200 },
  );
});
