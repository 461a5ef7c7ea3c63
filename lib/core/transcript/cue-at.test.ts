import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { growth } from '../../../test/support/growth';
import { cueAt } from './cue-at';
import { findInCues } from './find-in-cues';
import { spokenPage } from './spoken-page';
import { wordsOfCues } from './words-of-cues';

const cues = [
  { start: 0, end: 4, text: 'Welcome back, to the café.', speaker: 'Ivo Tarn' },
  { start: 4, end: 8, text: 'We stopped counting', speaker: 'Mira Oyelaran' },
  { start: 8, end: 12, text: 'sign-ups, and nobody\nwept.', speaker: 'Mira Oyelaran' },
];

it('tells which cue is said', () => {
  expect([-1, 0, 3.9, 4, 100].map((at) => cueAt(cues, at))).toEqual([undefined, 0, 0, 1, 2]);
  expect(cueAt([{ text: 'No time.' }], 5)).toBeUndefined();
});

it('agrees with looking through all of them, times missing or not', () => {
  const times = fc.array(fc.option(fc.integer({ min: 0, max: 50 }), { nil: undefined }));
  fc.assert(
    fc.property(times, fc.integer({ min: 0, max: 60 }), (starts, now) => {
      const sorted = starts.filter((start) => start !== undefined).sort((a, b) => a - b);
      const made = starts.map((start) =>
        start === undefined ? { text: 'x' } : { text: 'x', start: sorted.shift()! },
      );
      const last = made.findLastIndex(({ start }) => start !== undefined && start <= now);
      expect(cueAt(made, now)).toBe(last === -1 ? undefined : last);
    }),
  );
});

it('finds words whatever their case and accents, across cues', () => {
  expect(findInCues(cues)('CAFE')).toEqual([{ cue: 0, from: 21, to: 25 }]);
  expect(findInCues(cues)('counting  sign-ups')).toEqual([{ cue: 1, from: 11, to: 19 }]);
  expect(findInCues(cues)('nobody wept')).toEqual([{ cue: 2, from: 14, to: 25 }]);
  expect(findInCues(cues)('e').length).toBeGreaterThan(3);
  expect(findInCues(cues)(' ')).toEqual([]);
});

it.each([
  ['I don\u2019t', "don't"],
  ["I don't", 'don\u2019t'],
  ['that \u201cword\u201d', '"word"'],
])('finds in %j what is typed as %j', (text, query) => {
  expect(findInCues([{ text }])(query)).toEqual([
    { cue: 0, from: text.length - query.length, to: text.length },
  ]);
});

it.each([
  ['blanks before a line’s end', ['so it \n goes'], 'it goes', { cue: 0, from: 3, to: 12 }],
  ['a silence between', ['so it', '', 'goes'], 'it goes', { cue: 0, from: 3, to: 5 }],
  [
    'accents on their own',
    ['un re\u0301sume\u0301 !'],
    'r\u00e9sum\u00e9',
    { cue: 0, from: 3, to: 11 },
  ],
  ['accents left out', ['un re\u0301sume\u0301'], 'resume', { cue: 0, from: 3, to: 11 }],
  [
    'signs that are no accents',
    ['\u0915\u093f \u0915\u093e'],
    '\u0915\u093e',
    { cue: 0, from: 3, to: 5 },
  ],
])('finds words whatever is written between their letters: %s', (_, texts, query, place) => {
  expect(findInCues(texts.map((text) => ({ text })))(query)).toEqual([place]);
});

it('makes a clip of what stands between two places', () => {
  const transcript = { cues, clock: 'transcript' as const };
  expect(wordsOfCues(transcript, { cue: 1, offset: 3 }, { cue: 2, offset: 8 })).toEqual({
    quote: 'stopped counting sign-ups',
    origin: 'transcript',
    speaker: 'Mira Oyelaran',
    time: {
      start: 4 + (4 * 3) / 19,
      end: 8 + (4 * 8) / 26,
      from: 'cue',
      clock: 'transcript',
    },
  });
  expect(wordsOfCues(transcript, { cue: 0, offset: 2 }, { cue: 0, offset: 2 })).toBeUndefined();
});

it('is a page with a passage for each voice, whose places lead back', () => {
  const { snapshot, cueOf } = spokenPage({ url: 'https://a.example/', metadata: {} }, { cues });
  expect(snapshot.passages.map(({ text }) => text)).toEqual([
    'Welcome back, to the café.',
    'We stopped counting sign-ups, and nobody wept.',
  ]);
  for (const { start, end, text } of snapshot.passages) {
    expect(snapshot.text.slice(start, end)).toBe(text);
  }
  expect(snapshot.passages.map(({ start }) => cueOf(start))).toEqual([0, 1]);
  expect(cueOf(snapshot.text.indexOf('sign-ups'))).toBe(2);
});

it('is made a page in time that grows with the transcript, not with its square', async () => {
  const grown = await growth(4_000, (count) => {
    const long = Array.from({ length: count }, (_, n) => ({
      text: `So it goes, ${n} times and on.`,
      speaker: `S${n % 2}`,
    }));
    return () => spokenPage({ url: 'https://a.example/', metadata: {} }, { cues: long });
  });
  expect(grown).toBeLessThan(8);
});
