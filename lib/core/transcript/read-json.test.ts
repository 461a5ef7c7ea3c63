import { describe, expect, it } from 'vitest';
import { readJson } from './read-json';

const read = (value: unknown) =>
  readJson(JSON.stringify(value)).cues.map(({ start, end, text, speaker }) => [
    start,
    end,
    text,
    speaker,
  ]);

describe('readJson', () => {
  it.each([
    [
      'single words, joined to sentences of one speaker',
      {
        segments: ['I ', 'am', 'here.', 'And ', 'you?', 'No'].map((body, n) => ({
          speaker: n < 5 ? 'Ivo' : 'Sanne',
          startTime: n / 2,
          endTime: n / 2 + 0.4,
          body,
        })),
      },
      [
        [0, 1.4, 'I am here.', 'Ivo'],
        [1.5, 2.4, 'And you?', 'Ivo'],
        [2.5, 2.9, 'No', 'Sanne'],
      ],
    ],
    [
      'words that bring their spaces',
      [' It', ' rain', 's', ' here.', ' Often.'].map((word, n) => ({ word, start: n, end: n + 1 })),
      [
        [0, 4, 'It rains here.', undefined],
        [4, 5, 'Often.', undefined],
      ],
    ],
    [
      'thousandths named so',
      {
        events: [
          { tStartMs: 1500, dDurationMs: 500, segs: [{ utf8: 'so' }, { utf8: ' it goes' }] },
        ],
      },
      [[1.5, 2, 'so it goes', undefined]],
    ],
    [
      'thousandths not named so',
      {
        utterances: [
          { start: 900, end: 4_000, speaker: 'A', text: 'so it goes on and on' },
          { start: 5_000, end: 9_000, speaker: 'B', text: 'and on and on' },
        ],
      },
      [
        [0.9, 4, 'so it goes on and on', 'A'],
        [5, 9, 'and on and on', 'B'],
      ],
    ],
    [
      'a map of speakers, and segments that hold words',
      {
        speaker_map: { SPEAKER_00: 'Ivo Tarn', SPEAKER_01: '' },
        segments: [
          {
            start: 1,
            end: 2,
            speaker: 'SPEAKER_00',
            words: [{ word: 'so' }, { word: 'it' }, { word: 'goes' }],
          },
          { start: 2, end: 3, speaker: 'SPEAKER_01', text: 'on and on' },
        ],
      },
      [
        [1, 2, 'so it goes', 'Ivo Tarn'],
        [2, 3, 'on and on', 'SPEAKER_01'],
      ],
    ],
    [
      'a list in another place, before its single words',
      {
        results: {
          words: [{ word: 'so', start: 1 }],
          paragraphs: [{ text: 'so it goes', start: 1, speaker: 0 }],
        },
      },
      [[1, undefined, 'so it goes', 'Speaker 0']],
    ],
    [
      'times as clocks',
      [{ text: 'so it goes', start: '00:01:02.5', duration: '2s' }],
      [[62.5, 64.5, 'so it goes', undefined]],
    ],
    [
      'names in the words',
      { segments: [{ startTime: 1, body: 'Ivo: so it goes' }] },
      [[1, undefined, 'so it goes', 'Ivo']],
    ],
    [
      'text without times',
      { segments: [{ speaker: 'Ivo', body: 'so it goes' }] },
      [[undefined, undefined, 'so it goes', 'Ivo']],
    ],
    [
      'impossible times',
      [{ start: -1, end: 'x', text: 'so it goes' }],
      [[undefined, undefined, 'so it goes', undefined]],
    ],
  ])('reads %s', (_, value, cues) => {
    expect(read(value)).toEqual(cues);
  });

  it('reads the chapters of an episode', () => {
    const text =
      '{"version":"1.2.0","chapters":[{"startTime":0,"title":"Intro"},{"startTime":"x"},{"startTime":61.5,"endTime":70,"title":"Plans"}]}';
    expect(readJson(text)).toEqual({
      cues: [],
      chapters: [
        { start: 0, title: 'Intro' },
        { start: 61.5, end: 70, title: 'Plans' },
      ],
      problems: [],
    });
  });

  it.each([
    [
      'cut off',
      '{"version":"1.0.0","segments":[{"startTime":0,"endTime":1,"body":"a \\"}"},{"startTime":1,"endTi',
    ],
    ['one object a line', '{"start":0,"end":1,"text":"a \\"}"}\n'],
  ])('reads what is whole of a file that is %s', (_, text) => {
    const broken = text.endsWith('\n') ? `${text}{"start":` : text;
    expect(readJson(broken)).toMatchObject({
      cues: [{ start: 0, end: 1, text: 'a "}' }],
      problems: [{ line: 1, reason: 'broken-json' }],
    });
  });

  it.each([
    ['not JSON', 'so it goes', 'broken-json'],
    ['something else', '{"a":[{"b":1}]}', 'nothing-found'],
    ['a number', '12', 'nothing-found'],
    ['no words', '[{"start":1,"text":" "}]', 'empty-entry'],
  ])('says that it is %s', (_, text, reason) => {
    expect(readJson(text)).toMatchObject({ cues: [], problems: [{ reason }] });
  });

  it('has nothing to say of an episode in which nothing is said', () => {
    expect(readJson('{"segments":[]}').problems).toEqual([]);
  });
});

it('words with their times inside the segments of a transcription, voices as codes', () => {
  const words = (text: string, start: number, speaker: string) =>
    text.split(' ').map((word, at) => ({
      word,
      start: start + at,
      end: start + at + 0.8,
      score: 0.9,
      speaker,
    }));
  const segment = (text: string, start: number, speaker: string) => ({
    start,
    end: start + 4,
    text: ` ${text}`,
    words: words(text, start, speaker),
    speaker,
  });
  const first = segment('Why weigh it twice?', 0, 'SPEAKER_00');
  const second = segment('To trust the number.', 5, 'SPEAKER_01');
  const wanted = [
    { start: 0, speaker: 'SPEAKER_00', text: 'Why weigh it twice?' },
    { start: 5, speaker: 'SPEAKER_01', text: 'To trust the number.' },
  ];
  for (const form of [
    [first, second],
    { segments: [first, second], language: 'en' },
    [...first.words, ...second.words],
    { word_segments: [...first.words, ...second.words] },
  ]) {
    const { cues } = readJson(JSON.stringify(form));
    expect(cues.map(({ start, speaker, text }) => ({ start, speaker, text }))).toEqual(wanted);
  }
});
