import { expect, test } from 'vitest';
import { namesOfVoice } from './names-of-voice';

test('a voice is known by what the transcript calls it and by its names before', () => {
  const formerly = new Map([['SPEAKER_00', ['Anna', 'Ann']]]);
  expect(namesOfVoice('SPEAKER_00', { SPEAKER_00: 'Bob' }, formerly)).toEqual([
    'SPEAKER_00',
    'Anna',
    'Ann',
  ]);
  expect(namesOfVoice('SPEAKER_00', { SPEAKER_00: 'Ann' }, formerly)).toEqual([
    'SPEAKER_00',
    'Anna',
  ]);
});

test.each([
  ['bears', { SPEAKER_00: 'Bob', SPEAKER_01: 'Ann' }, []],
  ['bore', { SPEAKER_00: 'Bob', SPEAKER_01: 'Cleo' }, ['Ann']],
])('a name that another voice %s is not its own', (_, names, before) => {
  const formerly = new Map([
    ['SPEAKER_00', ['Ann']],
    ['SPEAKER_01', before],
  ]);
  expect(namesOfVoice('SPEAKER_00', names, formerly)).toEqual(['SPEAKER_00']);
});
