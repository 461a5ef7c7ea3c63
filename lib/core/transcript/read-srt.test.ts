import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSrt } from './read-srt';

const read = (text: string) =>
  readSrt(text).cues.map(({ start, end, text: words, speaker }) => [start, end, words, speaker]);

describe('readSrt', () => {
  it.each([
    [
      'times over 99 hours',
      '1\n123:00:00,000 --> 123:00:01,000\na',
      [[442_800, 442_801, 'a', undefined]],
    ],
    ['spaces in times', '1\n00 : 00 : 01 , 500 --> 00:00:02\na', [[1.5, 2, 'a', undefined]]],
    ['an arrow of another length', '1\n00:00:01,0 -> 00:00:02,0\na', [[1, 2, 'a', undefined]]],
    [
      'overlapping and unordered cues',
      '1\n00:00:05,0 --> 00:00:06,0\nb\n\n2\n00:00:01,0 --> 00:00:09,0\na',
      [
        [1, 9, 'a', undefined],
        [5, 6, 'b', undefined],
      ],
    ],
    [
      'a number for text where cues are not numbered',
      '00:00:01,0 --> 00:00:02,0\nyear\n1984\n00:00:02,0 --> 00:00:03,0\nb',
      [
        [1, 2, 'year\n1984', undefined],
        [2, 3, 'b', undefined],
      ],
    ],
    [
      'a number for all of the text',
      '1\n00:00:01,0 --> 00:00:02,0\n1984\n2\n00:00:02,0 --> 00:00:03,0\nb',
      [
        [1, 2, '1984', undefined],
        [2, 3, 'b', undefined],
      ],
    ],
    [
      'angles that are no tags',
      '1\n00:00:01,0 --> 00:00:02,0\n3 < 4 <b>and</b> 5 > 4',
      [[1, 2, '3 < 4 and 5 > 4', undefined]],
    ],
    ['breaks', '1\n00:00:01,0 --> 00:00:02,0\na<br/>b', [[1, 2, 'a\nb', undefined]]],
    [
      'two speakers in a cue',
      '1\n00:00:00,0 --> 00:00:03,0\nIvo: Yes.\nSanne: Not yet.\n\n2\n00:00:03,0 --> 00:00:04,0\n- Ivo: Oh.',
      [
        [0, 1, 'Yes.', 'Ivo'],
        [1, 3, 'Not yet.', 'Sanne'],
        [3, 4, 'Oh.', 'Ivo'],
      ],
    ],
    ['voice spans', '1\n00:00:00,0 --> 00:00:03,0\n<v Ivo>Yes.</v>', [[0, 3, 'Yes.', 'Ivo']]],
    [
      'SubViewer',
      '0:00:00.599,0:00:04.160\n>> IVO: This is[br]a bakery.\n\n0:01:04.160,0:01:06.770\n>> SANNE: Ours.',
      [
        [0.599, 4.16, 'This is\na bakery.', 'IVO'],
        [64.16, 66.77, 'Ours.', 'SANNE'],
      ],
    ],
    [
      'two times that are said',
      '1\n00:00:01,0 --> 00:00:02,0\n12:30,14:30',
      [[1, 2, '12:30,14:30', undefined]],
    ],
    [
      'times with fractions that are said',
      '1\n00:00:01,0 --> 00:00:02,0\n12:30:00.5,13:00:00.5 it is\n12:30:00.5,13:00:00',
      [[1, 2, '12:30:00.5,13:00:00.5 it is\n12:30:00.5,13:00:00', undefined]],
    ],
    [
      'a cue that begins before the beginning, and one of no time',
      '1\n00:00:01,0 --> 00:00:02,0\na --> b\n\n2\n-00:00:01,0 --> 00:00:03,0\nc\n\n3\n00:00:03,0 --> 00:00:04,0\nd\n\n4\n00:61:00,0 --> 00:62:00,0\ne',
      [
        [1, 2, 'a --> b', undefined],
        [3, 4, 'd', undefined],
      ],
    ],
    [
      'numbers that an empty line parts from their times',
      '1\n\n00:00:01,0 --> 00:00:02,0\n\na\n\n2\n\n00:00:02,0 --> 00:00:03,0\n\n1984\n\n3\n\n00:00:03,0 --> 00:00:04,0\n\nb',
      [
        [1, 2, 'a', undefined],
        [2, 3, '1984', undefined],
        [3, 4, 'b', undefined],
      ],
    ],
    ['nothing', '', []],
  ])('reads %s', (_, text, cues) => {
    expect(read(text)).toEqual(cues);
  });

  it.each([
    ['Note: it rains', undefined],
    ['12:30: it rains', undefined],
    ['The Long Wave: it rains', undefined],
    ['so he said: it rains', undefined],
    ['https://long.example', undefined],
    ['IVO: it rains', 'IVO'],
    ['>> Ivo Tarn: it rains', 'Ivo Tarn'],
    ['[Ivo]: it rains', 'Ivo'],
    ['\u200f\u05e2\u05d3\u05d4: it rains', '\u05e2\u05d3\u05d4'],
    ['\u202b- \u05e2\u05d3\u05d4\u200f:\u200f it rains', '\u05e2\u05d3\u05d4'],
    ['Speaker 1: it rains', 'Speaker 1'],
    ['SPEAKER_01: it rains', 'SPEAKER_01'],
    ['Ivo Tarn (host): it rains', 'Ivo Tarn (host)'],
    ['Sanne de Vries: it rains', 'Sanne de Vries'],
    ['Q: it rains', 'Q'],
    ['イヴォ：雨です', 'イヴォ'],
  ])('knows who speaks in %j', (line, speaker) => {
    expect(readSrt(`1\n00:00:00,0 --> 00:00:03,0\n${line}`).cues[0]?.speaker).toBe(speaker);
  });

  it('takes no word that comes once in a long transcript for a name', () => {
    const lines = Array.from({ length: 20 }, (_, n) =>
      n === 4 ? 'Pricing: a subject' : 'so it goes',
    );
    const text = lines.map((line, n) => `${n}\n00:00:${10 + n},0 --> 00:00:${11 + n},0\n${line}`);
    expect(readSrt(text.join('\n\n')).cues.filter(({ speaker }) => speaker)).toEqual([]);
  });

  it('says what it could not read', () => {
    expect(
      readSrt(
        'stray\n\n1\n00:00:01,0 --> nowhere\na\n\n2\n00:00:02,0 --> 00:00:03,0\n\n3\n00:00:03,0 --> 00:00:04,0\nb',
      ).problems,
    ).toEqual([
      { line: 4, reason: 'bad-time' },
      { line: 1, reason: 'stray-line' },
      { line: 3, reason: 'stray-line' },
      { line: 4, reason: 'stray-line' },
      { line: 5, reason: 'stray-line' },
      { line: 8, reason: 'empty-entry' },
    ]);
  });

  it('reads back what was written', () => {
    const line = fc.stringMatching(/^[a-z][a-z &]{0,8}[a-z&]$/);
    const written = fc.array(
      fc.record({
        start: fc.nat(99_999_999),
        length: fc.nat(99_999),
        lines: fc.array(line, { minLength: 1, maxLength: 3 }),
      }),
    );
    fc.assert(
      fc.property(written, fc.constantFrom('\n', '\r\n', '\r'), (spoken, end) => {
        const cues = spoken
          .map(({ start, length, lines }) => ({
            start: start / 1000,
            end: (start + length) / 1000,
            text: lines.join('\n'),
          }))
          .sort((a, b) => a.start - b.start || b.end - a.end);
        const blocks = cues.map(
          (cue, n) => `${n + 1}\n${clock(cue.start)} --> ${clock(cue.end)}\n${cue.text}\n`,
        );
        expect(readSrt(blocks.join('\n').replaceAll('\n', end)).cues).toEqual(cues);
      }),
    );
  });
});

function clock(seconds: number): string {
  const thousandths = Math.round(seconds * 1000);
  const part = (size: number, of: number, digits: number) =>
    String(Math.floor(thousandths / size) % of).padStart(digits, '0');
  return `${part(3_600_000, 1e6, 2)}:${part(60_000, 60, 2)}:${part(1000, 60, 2)},${part(1, 1000, 3)}`;
}
