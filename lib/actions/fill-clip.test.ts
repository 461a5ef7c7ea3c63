import { expect, it } from 'vitest';
import { someClip } from '../../test/support/notes';
import type { Clip } from '../core/insight/clip';
import { ok } from '../core/result';
import type { Transcript } from '../core/transcript/transcript';
import { awaitsWords, fillClip, fillMoments } from './fill-clip';
import type { ClipWords } from './transcript-ports';

const transcript: Transcript = {
  cues: [
    { start: 60, end: 64, text: 'So what did you do?', speaker: 'Ivo Tarn' },
    { start: 64, end: 70, text: 'We stopped counting sign-ups.', speaker: 'Mira Oyelaran' },
  ],
  chapters: [],
  clock: 'transcript',
  origin: { form: 'vtt', kind: 'file' },
};

function moment(start: number, end: number): Clip {
  const time = { start, end, from: 'player', clock: 'played', playedAt: end } as const;
  return someClip({ quote: '', origin: 'moment', time });
}

/** A store that keeps what it is given. */
function store() {
  const given: ClipWords[] = [];
  const fill = (_id: string, words: ClipWords) => {
    given.push(words);
    return Promise.resolve(ok(true));
  };
  return { given, fillClip: fill };
}

it('typed words are aligned where there is a transcript', async () => {
  const notes = store();
  const typed = { words: ' We stopped counting the sign-ups ', saidAt: 40 };
  await fillClip(notes, moment(40, 70), typed, transcript);
  expect(notes.given[0]).toMatchObject({
    quote: 'We stopped counting the sign-ups',
    origin: 'typed',
    speaker: 'Mira Oyelaran',
    time: { start: 64, from: 'cue', clock: 'transcript', playedAt: 70 },
    times: [{ type: 'FragmentSelector' }],
  });
});

it('without one they keep the moment’s time, unless the person says another', async () => {
  const notes = store();
  const clip = moment(40.5, 70);
  await fillClip(notes, clip, { words: 'Hm.', saidAt: 40 }, undefined);
  await fillClip(notes, clip, { words: 'Hm.', saidAt: 52 }, undefined);
  expect(notes.given.map(({ time }) => time)).toEqual([
    clip.time,
    { start: 52, end: 52, from: 'person', clock: 'unknown' },
  ]);
});

it('moments take the words said at their time; others wait on', async () => {
  const notes = store();
  const clips = [moment(62, 71), moment(200, 230), someClip()];
  expect(clips.map(awaitsWords)).toEqual([true, true, false]);
  expect(await fillMoments(notes, clips, transcript)).toEqual(ok(1));
  expect(notes.given).toMatchObject([
    { quote: 'We stopped counting sign-ups.', speaker: 'Mira Oyelaran', origin: 'transcript' },
  ]);
});
