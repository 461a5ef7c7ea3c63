import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TimedCue } from './timed-cues';
import { quoteOfStretch } from './quote-of-stretch';

const cues: TimedCue[] = [
  { start: 0, end: 5, text: 'Welcome back.', speaker: 'Ivo Tarn' },
  { start: 5, end: 10, text: 'When we looked at the numbers', speaker: 'Sanne Wirth' },
  { start: 10, end: 15, text: 'we saw that most buyers\nnever compared.', speaker: 'Sanne Wirth' },
  { start: 15, end: 20, text: 'They took the first plan. And then', speaker: 'Sanne Wirth' },
  { start: 20, end: 25, text: 'they stayed.', speaker: 'Sanne Wirth' },
  { start: 25, end: 30, text: 'All of them?', speaker: 'Ivo Tarn' },
];

describe('quoteOfStretch', () => {
  it.each([
    [
      'whole sentences as they are',
      [5, 15],
      'When we looked at the numbers we saw that most buyers never compared.',
    ],
    [
      'without the sentence it only ends, and without the other voice',
      [11, 30],
      'They took the first plan. And then they stayed.',
    ],
    [
      'without the sentence it only begins',
      [6, 19],
      'When we looked at the numbers we saw that most buyers never compared. They took the first plan.',
    ],
    ['cut where too little would be left', [6, 9], 'When we looked at the numbers'],
    ['to the end of the episode', [25, 90], 'All of them?'],
  ])('takes %s', (_, [start = 0, end = 0], text) => {
    expect(quoteOfStretch(cues, start, end, 'en')?.text).toBe(text);
  });

  it('names a voice only with its own words', () => {
    expect(quoteOfStretch(cues, 0, 6)).toMatchObject({
      text: 'Welcome back.',
      speaker: 'Ivo Tarn',
    });
    expect(quoteOfStretch(cues, 4, 30)?.speaker).toBe('Sanne Wirth');
    expect(quoteOfStretch([{ start: 0, end: 2, text: 'Hm.' }], 0, 2)).toEqual({ text: 'Hm.' });
  });

  it('names nobody where two voices share the stretch, and keeps the words of both', () => {
    expect(quoteOfStretch(cues, 20, 30, 'en')).toEqual({ text: 'they stayed. All of them?' });
  });

  it.each([
    ['between cues', [30, 60]],
    ['of no length', [5, 5]],
    ['before the first', [-9, 0]],
  ])('finds nothing %s', (_, [start = 0, end = 0]) => {
    expect(quoteOfStretch(cues, start, end)).toBeUndefined();
  });

  it('finds nothing in cues without words', () => {
    expect(quoteOfStretch([{ start: 0, end: 9, text: ' \n ' }], 0, 9)).toBeUndefined();
  });

  it('keeps captions that have no punctuation', () => {
    const automatic = Array.from({ length: 9 }, (_, n) => ({
      start: n,
      end: n + 1,
      text: `so number ${n}`,
    }));
    expect(quoteOfStretch(automatic, 3, 6)?.text).toBe('so number 3 so number 4 so number 5');
  });

  it('takes a language that is none', () => {
    expect(quoteOfStretch(cues, 0, 5, 'not_a-language!')?.text).toBe('Welcome back.');
  });

  it('never adds a word, and never leaves out more than half', () => {
    const text = fc.stringMatching(/^[a-z ]{0,8}[.?!]?[a-z ]{0,8}$/);
    fc.assert(
      fc.property(fc.array(text, { maxLength: 8 }), fc.nat(8), fc.nat(8), (texts, a, b) => {
        const spoken = texts.map((each, n) => ({ start: n, end: n + 1, text: each }));
        const [start, end] = [Math.min(a, b), Math.max(a, b)];
        const all = texts.slice(start, end).join(' ').replace(/\s+/g, ' ').trim();
        const quote = quoteOfStretch(spoken, start, end)?.text ?? '';
        expect(all).toContain(quote);
        expect(quote.length * 2).toBeGreaterThanOrEqual(all.length);
      }),
      { numRuns: 500 },
    );
  });
});
