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
      'words of a script that sets no spaces',
      ['你', '好', '，', '世', '界', 'OK', '吗', '？'].map((word, n) => ({
        word,
        start: n / 4,
        end: n / 4 + 0.25,
      })),
      [[0, 2, '你好，世界 OK 吗？', undefined]],
    ],
    [
      'both times in one field',
      {
        text: 'so it goes on and on',
        chunks: [
          { timestamp: [0.5, 4], text: ' so it goes' },
          { timestamp: [4, null], text: ' on and on' },
        ],
      },
      [
        [0.5, 4, 'so it goes', undefined],
        [4, undefined, 'on and on', undefined],
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
      'speakers that are numbers, and a list of who they are',
      {
        speakers: [
          { id: 0, name: 'Ivo Tarn' },
          { id: 1, name: 'Speaker 1' },
        ],
        monologues: [
          { speaker: 0, elements: [{ type: 'text', value: 'so it goes', ts: 1, end_ts: 2 }] },
          { speaker: 1, elements: [{ type: 'text', value: 'on and on', ts: 2, end_ts: 3 }] },
        ],
      },
      [
        [1, 2, 'so it goes', 'Ivo Tarn'],
        [2, 3, 'on and on', 'Speaker 1'],
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
      'whole seconds beside words that no spaces part',
      [
        { start: 0, end: 60, text: '计划写在纸上，也要说给别人听。'.repeat(12) },
        { start: 60, end: 120, text: '今天是雨天，我们不去海边。'.repeat(12) },
      ],
      [
        [0, 60, '计划写在纸上，也要说给别人听。'.repeat(12), undefined],
        [60, 120, '今天是雨天，我们不去海边。'.repeat(12), undefined],
      ],
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
      'times in an object of their own',
      {
        transcription: [
          { timestamps: { from: '00:00:01,500', to: '00:00:03,000' }, text: ' so it goes' },
        ],
      },
      [[1.5, 3, 'so it goes', undefined]],
    ],
    [
      'times that only the words of a voice have',
      {
        monologues: [
          {
            speaker: 0,
            elements: [
              { value: 'So', ts: 1, end_ts: 2 },
              { value: ' ' },
              { value: 'it', ts: 2, end_ts: 2.5 },
              { value: '.' },
            ],
          },
        ],
      },
      [[1, 2.5, 'So it.', 'Speaker 0']],
    ],
    [
      'voices of the likeliest reading, and nothing of the others',
      ['So', 'it', 'goes', '.'].map((content, n) => ({
        start_time: n,
        end_time: n + 0.5,
        alternatives: [{ content, speaker: 'S1' }, { content: 'sew' }],
      })),
      [[0, 3.5, 'So it goes.', 'S1']],
    ],
    [
      'marks that are entries without a time',
      {
        results: {
          items: [
            { start_time: '0.0', end_time: '0.5', alternatives: [{ content: 'So' }] },
            { alternatives: [{ content: ',' }], type: 'punctuation' },
            { start_time: '0.6', end_time: '1.0', alternatives: [{ content: 'on' }] },
            { alternatives: [{ content: '.' }], type: 'punctuation' },
            { start_time: '9.0', end_time: '9.5', alternatives: [{ content: 'Yes' }] },
          ],
        },
      },
      [
        [0, 1, 'So, on.', undefined],
        [9, 9.5, 'Yes', undefined],
      ],
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
