import { describe, expect, it } from 'vitest';
import { alignQuote } from './align-quote';
import { indexTranscript } from './index-transcript';
import { spokenWords } from './spoken-words';
import type { TranscriptCue } from './transcript';

const cues: TranscriptCue[] = [
  { start: 0, end: 4, text: 'Welcome back to the Long Wave.', speaker: 'Ivo Tarn' },
  { start: 4, end: 8, text: 'When we looked at the numbers,', speaker: 'Sanne Wirth' },
  {
    start: 8,
    end: 14,
    text: 'um, we saw that most buyers\nnever compared twenty-five plans.',
    speaker: 'Sanne Wirth',
  },
  {
    start: 14,
    end: 18,
    text: 'They took the first plan [inaudible 00:00:16] they saw.',
    speaker: 'Sanne Wirth',
  },
  { start: 18, end: 20, text: 'All of them?', speaker: 'Ivo Tarn' },
  {
    start: 20,
    end: 26,
    text: 'In 2019 nearly 40% of them, since nobody told them otherwise.',
    speaker: 'Sanne Wirth',
  },
  { start: 300, end: 304, text: 'Welcome back to the Long Wave.', speaker: 'Ivo Tarn' },
];
const index = indexTranscript({ cues });

describe('alignQuote', () => {
  it.each([
    ['as it was said', 'we saw that most buyers never compared', 8, 2, 2],
    ['with other punctuation and case', 'WE SAW: that “most buyers”… never compared!', 8, 2, 2],
    ['over cues', 'looked at the numbers, we saw that most buyers', 4, 1, 2],
    ['with numbers written otherwise', 'most buyers never compared 25 plans', 8, 2, 2],
    [
      'with a year and a share in words',
      'In twenty nineteen nearly forty percent of them',
      20,
      5,
      5,
    ],
    [
      'with a word replaced',
      'we noticed that most buyers never compared twenty five plans',
      8,
      2,
      2,
    ],
    ['with words left out', 'when we looked, we saw most buyers never compared plans', 4, 1, 2],
    [
      'with words added',
      'we quickly saw that most of the buyers never really compared twenty five plans',
      8,
      2,
      2,
    ],
    [
      'with the speaker and a time',
      'Sanne Wirth (00:00:08):\nwe saw that most buyers never compared',
      8,
      2,
      2,
    ],
    ['over what could not be heard', 'They took the first plan they saw. All of them?', 14, 3, 4],
    [
      'with an omission',
      'we saw that most buyers never compared […] nobody told them otherwise',
      8,
      2,
      5,
    ],
    [
      'cut at both ends, with an omission',
      '“…we saw that most buyers never compared […] nobody told them otherwise…”',
      8,
      2,
      5,
    ],
  ])('finds a quote %s', (_, quote, second, cueFrom, cueTo) => {
    const found = alignQuote(index, quote);
    expect(found).toMatchObject({ cueFrom, cueTo, speaker: 'Sanne Wirth' });
    expect(Math.abs((found?.start ?? 0) - second)).toBeLessThan(2);
    expect(found?.end).toBeGreaterThan(found?.start ?? 0);
    expect(found?.score).toBeGreaterThan(0.4);
  });

  it('tells the time inside a cue', () => {
    const found = alignQuote(index, 'most buyers never compared twenty five plans');
    expect(found?.start).toBeCloseTo(
      8 + (6 * 'um, we saw that '.length) / (cues[2]?.text.length ?? 1),
      1,
    );
    expect(found?.end).toBeCloseTo(14, 0);
  });

  it('takes what was said twice where it was heard, and else the first', () => {
    expect(alignQuote(index, 'Welcome back to the Long Wave')?.start).toBe(0);
    expect(alignQuote(index, 'Welcome back to the Long Wave', 290)?.start).toBe(300);
  });

  it.each([
    ['other words', 'the weather on the coast is mild for most of the year'],
    ['one word', 'buyers'],
    ['nothing', ''],
    ['no words', '… !'],
    ['a turn of phrase with another subject', 'Welcome back to the office party'],
  ])('does not find %s', (_, quote) => {
    expect(alignQuote(index, quote)).toBeNull();
  });

  it('finds the cues of a transcript without times', () => {
    const untimed = indexTranscript({ cues: cues.map(({ text }) => ({ text })) });
    const found = alignQuote(untimed, 'we saw that most buyers never compared');
    expect(found).toMatchObject({ cueFrom: 2, cueTo: 2 });
    expect(found).not.toHaveProperty('start');
    expect(found).not.toHaveProperty('speaker');
  });

  it('wants as much of a quote in a transcript without times, wherever the player is', () => {
    const untimed = indexTranscript({ cues: cues.map(({ text }) => ({ text })) });
    expect(alignQuote(untimed, 'they took the plan I saw', 40)).toBeNull();
    const whole = 'we saw that most buyers never compared';
    expect(alignQuote(untimed, whole, 40)).toEqual(alignQuote(untimed, whole));
  });

  it('finds nothing in an empty transcript', () => {
    expect(alignQuote(indexTranscript({ cues: [] }), 'we saw that most buyers')).toBeNull();
  });

  it('lets a short quote differ more where it was heard, and nowhere else', () => {
    const quote = 'they took the plan I saw';
    expect(alignQuote(index, quote, 40)).toMatchObject({ cueFrom: 3, cueTo: 3 });
    expect(alignQuote(index, quote)).toBeNull();
    expect(alignQuote(index, quote, 3_000)).toBeNull();
    expect(alignQuote(index, 'ask the best scale you own', 15)).toBeNull();
  });

  it('finds words in scripts that set no space between them', () => {
    const spoken = indexTranscript({
      cues: [{ start: 1, end: 9, text: '今日は雨です。計画は紙に書いて、人に話す。' }],
    });
    expect(alignQuote(spoken, '計画は紙に書いて人に話す')?.start).toBeGreaterThan(3);
  });
});

describe('spokenWords', () => {
  it.each([
    ["Um, don’t — uh — don't", ['dont', 'dont']],
    ['25 twenty-five', ['20', '5', '20', '5']],
    [
      '1,250 in 1984 and 2007',
      ['1000', '200', '50', 'in', '19', '80', '4', 'and', '2', '1000', '7'].toSpliced(
        0,
        3,
        '1',
        '1000',
        '2',
        '100',
        '50',
      ),
    ],
    ['5% & more', ['5', 'percent', 'and', 'more']],
    ['Élan [laughs] (00:12:34) ok', ['elan', 'ok']],
    ['漢字 x', ['漢', '字', 'x']],
  ])('hears %j', (text, words) => {
    expect(spokenWords(text).map(({ word }) => word)).toEqual(words);
  });

  it('says where each word stands', () => {
    const text = 'A “big” plan';
    expect(spokenWords(text).map(({ from, to }) => text.slice(from, to))).toEqual([
      'A',
      'big',
      'plan',
    ]);
  });
});
