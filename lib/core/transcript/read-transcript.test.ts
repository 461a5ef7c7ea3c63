import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAs } from './read-as';
import { readTranscript } from './read-transcript';
import type { FileForm } from './sniff-form';
import { transcriptSchema } from './transcript';

const forms: readonly FileForm[] = ['vtt', 'srt', 'json', 'html', 'text'];
const vtt = 'WEBVTT\n\n00:01.000 --> 00:02.000\nso it goes';
const srt = '1\n00:00:01,000 --> 00:00:02,000\nso it goes';
const json = '{"segments":[{"startTime":1,"endTime":2,"body":"so it goes"}]}';
const html = '<cite>Ivo:</cite><time>0:01</time><p>so it goes</p>';
const text = 'Ivo Tarn (00:00:01):\nso it goes';

describe('readTranscript', () => {
  it.each([
    ['text/vtt', vtt, 'vtt', false],
    ['application/x-subrip', srt, 'srt', false],
    ['application/srt; charset=utf-8', srt, 'srt', false],
    ['application/json', json, 'json', false],
    ['text/html', html, 'html', false],
    ['text/plain', text, 'text', false],
    ['', vtt, 'vtt', false],
    ['', srt, 'srt', false],
    ['', json, 'json', false],
    ['', html, 'html', false],
    ['', text, 'text', false],
    ['text/vtt', srt, 'srt', true],
    ['text/vtt', '00:01.000 --> 00:02.000\nso it goes', 'srt', true],
    ['application/srt', vtt, 'vtt', true],
    ['text/plain', vtt, 'vtt', true],
    ['text/html', json, 'json', true],
    ['application/json', html, 'html', true],
    ['text/html', text, 'html', false],
    ['application/json', text, 'text', true],
    ['.vtt', vtt, 'vtt', false],
  ])('reads what is called %j', (type, source, form, isOther) => {
    const { transcript, problems } = readTranscript(source, type);
    expect(transcript.origin.form).toBe(form);
    expect(transcript.cues).toMatchObject([{ start: 1, text: 'so it goes' }]);
    expect(problems.some(({ reason }) => reason === 'other-form')).toBe(isOther);
  });

  it('reads what Whisper prints, with both times in brackets before the words', () => {
    const { transcript, problems } = readTranscript(
      '[00:00.000 --> 00:05.000]  So it goes.\n[00:05.000 --> 01:02:03.000]  And on.',
    );
    expect(problems).toEqual([]);
    expect(transcript.origin.form).toBe('text');
    expect(transcript.cues).toEqual([
      { start: 0, end: 5, text: 'So it goes.' },
      { start: 5, end: 3723, text: 'And on.' },
    ]);
  });

  it.each([
    ['vtt', 'WEBVTT\n\n00:01.000 --> 00:02.000\na\nb\n\n00:02.000 --> 00:03.000\nc'],
    ['srt', '1\n00:00:01,0 --> 00:00:02,0\na\nb\n\n2\n00:00:02,0 --> 00:00:03,0\nc'],
    ['text', 'Ivo Tarn (0:01):\na b c\n\nSanne Wirth (0:02):\nd'],
  ])('reads %s whose line ends were made Windows’ own twice', (type, file) => {
    const whole = readTranscript(file, type);
    expect(readTranscript(file.replaceAll('\n', '\r\r\n'), type)).toEqual(whole);
    expect(whole.transcript.cues).toHaveLength(2);
  });

  it('reads SubViewer, but not a table that has its times in columns', () => {
    const times = '0:00:01.000,0:00:02.000';
    const { transcript } = readTranscript(`${times}\r\nso it goes`);
    expect(transcript).toMatchObject({ cues: [{ start: 1 }], origin: { form: 'srt' } });
    const table = readTranscript(`start,end,text\n${times},so it goes`);
    expect(table.transcript.origin.form).toBe('text');
    expect(table.transcript.cues).toHaveLength(1);
  });

  it('keeps where it came from, and which clock its times count on', () => {
    const origin = {
      kind: 'track',
      url: 'https://long.example/41.vtt',
      clock: 'played',
      language: 'en',
    } as const;
    expect(readTranscript(vtt, 'vtt', origin).transcript).toMatchObject({
      clock: 'played',
      language: 'en',
      origin: { kind: 'track', form: 'vtt', url: 'https://long.example/41.vtt' },
    });
    expect(readTranscript('Ivo: so it goes', 'text', origin).transcript.clock).toBe('unknown');
  });

  it.each([2, 3, 4])('lets captions that roll up the screen in %i lines say all once', (most) => {
    const lines = ['so it goes', 'on and on', 'and on', 'until it', 'stops'];
    const cues = lines.map((_, n) => {
      const shown = lines.slice(Math.max(0, n + 1 - most), n + 1);
      return `00:0${n}.000 --> 00:0${n + 1}.000\n${[' ', ...shown].slice(-most).join('\n')}`;
    });
    const { transcript } = readTranscript(`WEBVTT\n\n${cues.join('\n\n')}`, 'vtt');
    expect(transcript.cues.map(({ start, text: words }) => [start, words])).toEqual(
      lines.map((line, n) => [n, line]),
    );
  });

  it.each([
    ['the same word by two voices', ['<v Ann>Yes.', '<v Bob>Yes.', '<v Ann>Good.', '<v Bob>Good.']],
    ['what is heard again and again', ['[Music]', '[Music]', '[Music]', 'Hello.']],
  ])('keeps captions that say the same twice without rolling: %s', (_name, lines) => {
    const cues = lines.map((line, n) => `00:0${n}.000 --> 00:0${n + 1}.000\n${line}`);
    const { transcript } = readTranscript(`WEBVTT\n\n${cues.join('\n\n')}`, 'vtt');
    expect(transcript.cues.map((cue) => cue.text)).toEqual(
      lines.map((line) => line.replace(/<.*>/, '')),
    );
  });

  it('cuts what is longer than is kept, and says so', () => {
    const { transcript, problems } = readTranscript(`Ivo (0:01): ${'a'.repeat(60_000)}`, 'text');
    expect(transcript.cues[0]?.text).toHaveLength(50_000);
    expect(problems).toEqual([{ line: 1, reason: 'too-long' }]);
  });

  it('loses nothing of a speech that is longer than one cue may be', () => {
    const lines = Array.from({ length: 3_000 }, (_, n) => `So it goes, ${n} times and on.`);
    const plain = readTranscript(lines.join('\n\n'), 'text/plain');
    expect(plain.problems).toEqual([]);
    expect(plain.transcript.cues.map((cue) => cue.text).join('\n')).toBe(lines.join('\n'));

    const timed = readTranscript(`Ivo (0:10): ${lines.join(' ')}\nSanne (2:00:10): So.`, 'text');
    const cues = timed.transcript.cues.slice(0, -1);
    expect(cues.map((cue) => cue.text).join(' ')).toBe(lines.join(' '));
    expect(
      cues.every(({ speaker, text: said }) => speaker === 'Ivo' && said.length <= 50_000),
    ).toBe(true);
    expect(cues.map(({ end }) => end)).toEqual([...cues.slice(1).map(({ start }) => start), 7_210]);
  });

  const tokens = fc.constantFrom(
    ...'WEBVTT|\n|\n\n|\r\n|00:01.000 --> 00:02.000|1:2:3,4-->5|1|<v Ivo>|</v>|<b>|<|>|&|&amp;|&#0;|{|}|[|]|"|:|,|{"segments":[|{"start":1,"text":"a"}|null|Ivo: |Ivo Tarn (00:00:01):|[12:34]|0:01|<cite>|<time>|<p>|<!--|<script>|\0|\ufeff|\ud800|漢字|**|#|>>|a'.split(
      '|',
    ),
  );
  const hostile = fc
    .array(fc.oneof(tokens, fc.string({ unit: 'binary', maxLength: 5 })), { maxLength: 60 })
    .map((parts) => parts.join(''));

  it('reads anything as anything without a throw, into what may be stored', () => {
    fc.assert(
      fc.property(hostile, fc.constantFrom('', ...forms), (source, type) => {
        const { transcript } = readTranscript(source, type);
        expect(transcriptSchema.parse(transcript)).toEqual(transcript);
        for (const form of forms) {
          for (const { start, end } of readAs(source, form).cues) {
            expect(start ?? 0).toBeGreaterThanOrEqual(0);
            expect(Number.isFinite(start ?? 0) && Number.isFinite(end ?? 0)).toBe(true);
          }
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it.each([
    '<',
    '<v ',
    '<b>',
    '</b>',
    '&',
    '&#1',
    '&#',
    '[',
    '{',
    '{"a":',
    '[{"start":1,"text":"a',
    '{"start":1,"text":"a"},',
    '"',
    '\\',
    '\n',
    ' ',
    '\t',
    'a',
    '1',
    '1:',
    '00:',
    '-->',
    '00:00.000 --> ',
    '00:00.000 --> 00:00.000\n',
    '0:00:00.000,0:00:00.000\n',
    '1\n00:00:00,0 --> 00:00:00,0\n',
    '>>',
    '- ',
    '(',
    '**',
    '# ',
    'A b ',
    'A: ',
    'A: a\n',
    'Ivo Tarn (0:01): a\n',
    '(0:01) a\n',
    '<!--',
    '<script>',
    '<p>',
    '<cite>',
    '<time>1</time>',
    '{\\an8',
    '\u266a',
    '漢',
    '\0',
  ])('reads any length of %j in time', (piece) => {
    const source = piece.repeat(Math.ceil(200_000 / piece.length));
    for (const start of [
      '',
      'WEBVTT\n\n00:00.000 --> 00:01.000\n',
      '1\n00:00:00,0 --> 00:00:01,0\n',
    ]) {
      for (const form of forms) {
        const began = performance.now();
        readAs(start + source, form);
        // Quadratic time would be minutes.
        expect(performance.now() - began).toBeLessThan(20_000);
      }
      readTranscript(start + source, 'vtt');
    }
  });
});
