import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readVtt } from './read-vtt';

const file = (...blocks: string[]) => ['WEBVTT', ...blocks].join('\n\n');
const at = (seconds: number) => `00:${String(seconds).padStart(2, '0')}.000`;
const cue = (start: number, text: string) => `${at(start)} --> ${at(start + 1)}\n${text}`;

describe('readVtt', () => {
  it('reads times, words and the voice that speaks them', () => {
    const { cues, problems } = readVtt(
      file(
        'NOTE nothing',
        `intro\n01:02:03.004 --> 01:02:04.500 align:start\n<v.loud Ivo Tarn>Hi <i>there</i> &amp;\nyou`,
      ),
    );
    expect(cues).toEqual([
      { start: 3723.004, end: 3724.5, text: 'Hi there &\nyou', speaker: 'Ivo Tarn' },
    ]);
    expect(problems).toEqual([]);
  });

  it.each([
    ['commas', '00:00:01,500 --> 00:00:03,000', '00:00:03,000 --> 00:00:04,000'],
    ['one digit each', '0:0:1.5 --> 0:0:3.0', '0:0:3.0 --> 0:0:4.0'],
    ['no thousandths', '0:01.5 --> 0:03 align:start', '0:03 --> 0:04'],
  ])('reads a file whose times have %s', (_, first, second) => {
    const { cues, problems } = readVtt(
      file('NOTE nothing', `intro\n${first}\n<v Ivo>a`, 'NOTE more', `${second}\nb`),
    );
    expect(cues).toEqual([
      { start: 1.5, end: 3, text: 'a', speaker: 'Ivo' },
      { start: 3, end: 4, text: 'b', speaker: 'Ivo' },
    ]);
    expect(problems).toEqual([]);
  });

  it('leaves out one time that no browser takes', () => {
    const { cues, problems } = readVtt(file('00:00,000 --> 00:01,000\na', cue(1, 'b')));
    expect(cues).toEqual([{ start: 1, end: 2, text: 'b' }]);
    expect(problems).toEqual([{ line: 3, reason: 'bad-time' }]);
  });

  it('parts a caption by its voices and shares its time by their letters', () => {
    const { cues } = readVtt(
      file('00:00.000 --> 00:10.000\n<v Ivo>1234</v>\n- and <v Sanne>5678</v> <v Sanne>12'),
    );
    expect(cues).toEqual([
      { start: 0, end: 2.5, text: '1234', speaker: 'Ivo' },
      { start: 2.5, end: 5.625, text: '- and', joint: '\n' },
      { start: 5.625, end: 10, text: '5678 12', speaker: 'Sanne', joint: ' ' },
    ]);
  });

  it('keeps the language of a cue that stands whole in a lang span', () => {
    const { cues, language } = readVtt(
      'WEBVTT\nKind: captions\nLanguage: en-GB\n\n' +
        [cue(0, '<lang de>Guten <b>Tag</b></lang>'), cue(1, 'a <lang fr>mot</lang>')].join('\n\n'),
    );
    expect(language).toBe('en-GB');
    expect(cues.map((each) => each.language)).toEqual(['de', undefined]);
  });

  it('gives a speaker to the cues that follow where only a change is named', () => {
    const { cues } = readVtt(
      file(
        cue(0, '<v Ivo>a'),
        cue(1, 'b'),
        cue(2, '[Music]'),
        cue(3, '>> c'),
        cue(4, 'd'),
        cue(5, '<v Sanne>e'),
      ),
    );
    expect(cues.map(({ speaker }) => speaker)).toEqual([
      'Ivo',
      'Ivo',
      undefined,
      undefined,
      undefined,
      'Sanne',
    ]);
  });

  it('leaves a cue without a voice to nobody where all the others name theirs', () => {
    const named = Array.from({ length: 19 }, (_, n) => cue(n, `<v Ivo>${n}`));
    expect(readVtt(file(...named, cue(30, 'who?'))).cues.at(-1)?.speaker).toBeUndefined();
  });

  it('orders the cues as a player does', () => {
    const { cues } = readVtt(
      file(
        '00:05.000 --> 00:06.000\nlate',
        '00:01.000 --> 00:02.000\nshort',
        '00:01.000 --> 00:03.000\nlong',
      ),
    );
    expect(cues.map(({ text }) => text)).toEqual(['long', 'short', 'late']);
  });

  it('reads a file of chapters', () => {
    expect(
      readVtt(`WEBVTT\nKind: chapters\n\n${cue(0, 'Intro')}\n\n${cue(4, '<b>Plans</b>')}`),
    ).toMatchObject({
      cues: [],
      chapters: [
        { start: 0, end: 1, title: 'Intro' },
        { start: 4, end: 5, title: 'Plans' },
      ],
    });
  });

  it.each([
    ['no signature', cue(0, 'a'), 1, 'no-signature'],
    ['a time that is none', file('00:61.000 --> 00:62.000\na'), 3, 'bad-time'],
    ['a semicolon for a full stop', file('x\n00:01;000 --> 00:02;000\na'), 4, 'bad-time'],
    ['lines that belong to nothing', file('one\ntwo\nthree'), 3, 'stray-line'],
  ])('says where there is %s', (_, text, line, reason) => {
    const reading = readVtt(text);
    expect(reading.problems).toEqual([{ line, reason }]);
    expect(reading.cues).toEqual([]);
  });

  it('reads back what was written', () => {
    const word = fc.stringMatching(/^[a-zA-Z&<>é漢;]{1,8}$/);
    const written = fc.array(
      fc.record({
        start: fc.nat(99_999_999),
        length: fc.nat(99_999),
        words: fc.array(word, { minLength: 1, maxLength: 6 }),
        speaker: fc.option(fc.constantFrom('Ivo', 'Q&A Host', 'Zoë <b> Tarn'), { nil: undefined }),
      }),
    );
    fc.assert(
      fc.property(written, (spoken) => {
        const cues = spoken
          .map(({ start, length, words, speaker }) => ({
            start: start / 1000,
            end: (start + length) / 1000,
            text: words.join(' '),
            speaker: speaker ?? 'Nobody',
          }))
          .sort((a, b) => a.start - b.start || b.end - a.end);
        const text = file(
          ...cues.map(
            ({ start, end, text: words, speaker }) =>
              `${clock(start)} --> ${clock(end)}\n<v ${escaped(speaker)}>${escaped(words)}`,
          ),
        );
        expect(readVtt(text)).toEqual({ cues, chapters: [], problems: [] });
      }),
    );
  });
});

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function clock(seconds: number): string {
  const thousandths = Math.round(seconds * 1000);
  const part = (size: number, of: number, digits: number) =>
    String(Math.floor(thousandths / size) % of).padStart(digits, '0');
  return `${part(3_600_000, 1e6, 2)}:${part(60_000, 60, 2)}:${part(1000, 60, 2)}.${part(1, 1000, 3)}`;
}
