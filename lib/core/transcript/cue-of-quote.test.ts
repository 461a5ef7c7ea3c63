import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cue } from '../source/snapshot';
import { cueOfQuote } from './cue-of-quote';

const cues: Cue[] = [
  { start: 0, end: 4, text: 'Welcome back to the Long Wave.', speaker: 'Ivo Tarn' },
  {
    start: 4,
    end: 9,
    text: 'We sold three plans.\nThat was two too many,',
    speaker: 'Sanne Wirth',
  },
  { start: 9, end: 12, text: 'and nobody told us.', speaker: 'Sanne Wirth' },
  { start: 12, end: 15, text: 'Nobody?', speaker: 'Ivo Tarn' },
  { start: 15, end: 20, text: 'We sold three plans.', speaker: 'Ivo Tarn' },
];

describe('cueOfQuote', () => {
  it.each([
    ['in one cue', 'two too many', 0, { start: 4, end: 9, speaker: 'Sanne Wirth' }],
    ['whatever the typography', '“TWO too  many”', 0, { start: 4, end: 9, speaker: 'Sanne Wirth' }],
    ['over a line break', 'three plans that was', 0, { start: 4, end: 9, speaker: 'Sanne Wirth' }],
    ['over two cues', 'too many, and nobody', 0, { start: 4, end: 12, speaker: 'Sanne Wirth' }],
    ['over speakers', 'told us. Nobody?', 0, { start: 9, end: 15, speaker: 'Sanne Wirth' }],
  ])('finds words %s', (_, quote, near, found) => {
    expect(cueOfQuote(cues, quote, near)).toEqual(found);
  });

  it.each([
    ['early', 6, { start: 4, end: 9, speaker: 'Sanne Wirth' }],
    ['late', 14, { start: 15, end: 20, speaker: 'Ivo Tarn' }],
  ])('takes five words said twice where they stand nearest: %s', (_, near, found) => {
    const twice = cues.map((cue) => ({ ...cue, text: cue.text.replace('plans.', 'plans a day.') }));
    expect(cueOfQuote(twice, 'sold three plans a day', near)).toEqual(found);
  });

  it.each([
    ['one word', 'Welcome'],
    ['a word said often', 'nobody'],
    ['a few words said twice', 'We sold three plans'],
  ])('does not take %s for a quote of the episode', (_, quote) => {
    expect(cueOfQuote(cues, quote, 0)).toBeUndefined();
  });

  it('counts words in scripts that set no space between them', () => {
    const spoken = [{ start: 1, end: 2, text: '計画は紙に書いて、人に話す。' }];
    expect(cueOfQuote(spoken, '計画は紙に書いて', 0)).toEqual({ start: 1, end: 2 });
    expect(cueOfQuote([{ start: 1, end: 2, text: '計画。' }], '計画', 0)).toBeUndefined();
  });

  it.each([
    ['not said', 'four plans'],
    ['part of a word', 'lan'],
    ['empty', ''],
    ['only punctuation', '…!'],
    ['longer than all of it', 'We sold three plans. '.repeat(50)],
  ])('finds nothing for words that are %s', (_, quote) => {
    expect(cueOfQuote(cues, quote, 0)).toBeUndefined();
  });

  it('names no speaker where the cues name none', () => {
    expect(cueOfQuote([{ start: 1, end: 2, text: 'Hello there' }], 'hello there', 0)).toEqual({
      start: 1,
      end: 2,
    });
  });

  it('finds every run of five words and more that the cues hold', () => {
    const word = fc.constantFrom('a', 'be', 'sea', 'dee', 'élan', '9');
    const spoken = fc.array(fc.array(word, { minLength: 1, maxLength: 5 }), { minLength: 1 });
    fc.assert(
      fc.property(spoken, fc.nat(), fc.nat(), (lines, from, length) => {
        const all = lines.flatMap((words, cue) => words.map((text) => ({ text, cue })));
        const run = all.slice(from % all.length).slice(0, 5 + (length % all.length));
        fc.pre(run.length >= 5);
        const found = cueOfQuote(
          lines.map((words, n) => ({ start: n, end: n + 1, text: words.join(', ') })),
          run.map(({ text }) => text.toUpperCase()).join(' '),
          run[0]!.cue,
        );
        // The same words may stand nearer by; they never stand farther away.
        expect(found).toBeDefined();
        expect(Math.max(0, found!.start - run[0]!.cue, run[0]!.cue - found!.end)).toBe(0);
      }),
    );
  });
});
