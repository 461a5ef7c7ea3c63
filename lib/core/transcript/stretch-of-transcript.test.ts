import { describe, expect, it } from 'vitest';
import { renameSpeakers } from './rename-speakers';
import { stretchOfTranscript } from './stretch-of-transcript';
import { timedCues } from './timed-cues';
import type { TranscriptCue } from './transcript';

const cues: TranscriptCue[] = [
  { text: 'A word before the times.' },
  { start: 0, text: 'Welcome back.', speaker: 'SPEAKER_00' },
  {
    start: 10,
    end: 50,
    text: 'One one one one. Two two two two. Six six six six. Ten ten ten ten.',
    speaker: 'SPEAKER_01',
  },
  { start: 50, end: 55, text: ' ' },
  { start: 55, text: 'Twelve letters', speaker: 'SPEAKER_00' },
];

describe('voices over each other', () => {
  const over: TranscriptCue[] = [
    { start: 0, end: 10, text: 'We weigh it. We weigh it twice.', speaker: 'Sanne' },
    { start: 4, end: 5, text: 'Right.', speaker: 'Ivo' },
    { start: 10, end: 14, text: 'Then we write it down.', speaker: 'Sanne' },
  ];

  it.each([
    ['a word said before the stretch', over],
    ['a caption that is shown far too long', [{ start: 0, end: 600, text: '[Music]' }, ...over]],
  ])('leave out %s', (_, spoken) => {
    const quote = stretchOfTranscript({ cues: spoken }, 9, 14);
    expect(quote?.text).not.toContain('Right.');
    expect(quote?.text).toContain('We weigh it twice. Then we write it down.');
    expect(quote).toMatchObject({ start: 0, end: 14 });
  });

  it('name who says it', () => {
    expect(stretchOfTranscript({ cues: over }, 9, 14)?.speaker).toBe('Sanne');
  });
});

describe('timedCues', () => {
  it('gives every cue with words an end, and cuts a long one into its sentences', () => {
    const timed = timedCues({ cues });
    expect(timed.map(({ text }) => text)).toEqual([
      'Welcome back.',
      'One one one one.',
      'Two two two two.',
      'Six six six six.',
      'Ten ten ten ten.',
      'Twelve letters',
    ]);
    expect(timed.map(({ start }) => Math.round(start))).toEqual([0, 10, 20, 30, 40, 55]);
    expect(timed.at(0)?.end).toBe(10);
    expect(timed.at(-1)?.end).toBeCloseTo(56, 0);
  });
});

describe('stretchOfTranscript', () => {
  it('takes whole sentences and tells when they were said', () => {
    const stretch = stretchOfTranscript({ cues, language: 'en' }, 21, 41);
    expect(stretch).toMatchObject({
      text: 'Two two two two. Six six six six. Ten ten ten ten.',
      speaker: 'SPEAKER_01',
    });
    expect(stretch?.start).toBeCloseTo(20, 0);
    expect(stretch?.end).toBeCloseTo(50, 0);
  });

  it('tells the time of the words that are left when a sentence was cut off', () => {
    const captions = [
      { start: 0, end: 5, text: 'That was a year in which' },
      { start: 5, end: 10, text: 'nobody told us. When we looked' },
      { start: 10, end: 15, text: 'at the numbers, we saw it.' },
    ];
    const stretch = stretchOfTranscript({ cues: captions, language: 'en' }, 6, 15);
    expect(stretch?.text).toBe('When we looked at the numbers, we saw it.');
    expect(stretch?.start).toBeCloseTo(5 + (5 * 16) / 30, 1);
    expect(stretch?.end).toBe(15);
  });

  it('finds nothing where nothing is said, and nothing without times', () => {
    expect(stretchOfTranscript({ cues }, 51, 54)).toBeUndefined();
    expect(stretchOfTranscript({ cues: [{ text: 'so it goes' }] }, 0, 10)).toBeUndefined();
  });
});

describe('renameSpeakers', () => {
  it('names a voice once for the episode', () => {
    const named = renameSpeakers(cues, {
      SPEAKER_01: ' Sanne  Wirth ',
      SPEAKER_00: ' ',
      SPEAKER_07: 'Nobody',
    });
    expect(named.map(({ speaker }) => speaker)).toEqual([
      undefined,
      'SPEAKER_00',
      'Sanne Wirth',
      undefined,
      'SPEAKER_00',
    ]);
    expect(renameSpeakers(cues, {})).toBe(cues);
  });
});
