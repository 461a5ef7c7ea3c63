import { expect, test } from 'vitest';
import { decodeFile } from './decode-file';
import { readTranscript } from './read-transcript';

const srt = '1\r\n00:00:01,000 --> 00:00:02,000\r\nCafé \u201cnow\u201d\r\n';
const codes = Array.from(srt, (letter) => letter.charCodeAt(0));
const narrow: Readonly<Record<number, number>> = { 0x201c: 0x93, 0x201d: 0x94 };

test.each([
  ['UTF-8', new TextEncoder().encode(srt)],
  ['UTF-8 with a byte order mark', new TextEncoder().encode(`\ufeff${srt}`)],
  ['UTF-16, low byte first', [0xff, 0xfe, ...codes.flatMap((code) => [code & 0xff, code >> 8])]],
  ['UTF-16, high byte first', [0xfe, 0xff, ...codes.flatMap((code) => [code >> 8, code & 0xff])]],
  ['Windows-1252', codes.map((code) => narrow[code] ?? code)],
])('reads a file in %s', (_, bytes) => {
  const { transcript } = readTranscript(decodeFile(Uint8Array.from(bytes)), 'srt');
  expect(transcript.cues).toEqual([{ start: 1, end: 2, text: 'Café \u201cnow\u201d' }]);
});

test('leaves the zeros by which a file that is no text is known', () => {
  expect(decodeFile(Uint8Array.from([0xff, 0xfb, 0x90, 0]))).toContain('\0');
});
