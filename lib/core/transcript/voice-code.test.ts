import { expect, it } from 'vitest';
import { isVoiceCode } from './voice-code';

it.each(['SPEAKER_01', 'Speaker 2', 'S1', 'spk-0', 'Guest', 'Host 1', 'Q', '3', ''])(
  '“%s” names nobody',
  (code) => expect(isVoiceCode(code)).toBe(true),
);

it.each(['Mira Oyelaran', 'Guest Adeyemi', 'Sam', 'Ana', 'Speakerine', 'Hostad 1st'])(
  '“%s” may be a name',
  (name) => expect(isVoiceCode(name)).toBe(false),
);
