/** The reader beside the browser's own, on files put together from whatever may break one. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inCueOrder } from './cue-order';
import { readVttBlocks } from './vtt-blocks';
import { readVttCueText } from './vtt-cue-text';

interface Read {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

function ours(file: string): readonly Read[] {
  const cues = readVttBlocks(file).cues.map(({ start, end, payload }) => ({
    start,
    end,
    text: readVttCueText(payload)
      .map(({ text }) => text)
      .join(''),
  }));
  return inCueOrder(cues) as readonly Read[];
}

async function theirs(file: string): Promise<readonly Read[]> {
  const video = document.createElement('video');
  const track = document.createElement('track');
  track.kind = 'captions';
  track.src = URL.createObjectURL(new Blob([file], { type: 'text/vtt' }));
  video.append(track);
  document.body.append(video);
  track.track.mode = 'hidden';
  await new Promise((resolve) => {
    track.addEventListener('load', resolve);
    track.addEventListener('error', resolve);
  });
  const cues = [...(track.track.cues ?? [])].map((cue) => ({
    start: Math.round(cue.startTime * 1000) / 1000,
    end: Math.round(cue.endTime * 1000) / 1000,
    text: (cue as VTTCue).getCueAsHTML().textContent,
  }));
  URL.revokeObjectURL(track.src);
  video.remove();
  return cues;
}

const times = fc.constantFrom(
  '00:00.000',
  '00:01.500',
  '00:59.999',
  '00:60.000',
  '60:00.000',
  '1:00.000',
  '001:02:03.004',
  '01:02:03.004',
  '1:2:3.004',
  '100:00:00.000',
  '00:61:00.000',
  '00:00.00',
  '00:00.0000',
  '00:00,000',
  '00:00',
  '',
);
const arrow = fc.constantFrom(' --> ', '-->', '\t-->\t', ' -> ', ' ---> ', '  -->  ', ' --> --> ');
const settings = fc.constantFrom('', '', ' align:start', '\tline:0', 'x', ' a --> b', ' region:r');
const timing = fc.tuple(times, arrow, times, settings).map((parts) => parts.join(''));
const good = fc
  .tuple(fc.nat(50), fc.nat(50))
  .map(([from, to]) => `00:${10 + (from % 50)}.000 --> 00:${10 + (to % 50)}.${100 + to}`);
const pieces = fc.constantFrom(
  'a',
  'two words',
  ' ',
  '<b>',
  '</b>',
  '<i>',
  '</i>',
  '<v Ada>',
  '<v.loud Ada King>',
  '<v>',
  '</v>',
  '<c.red.blue>',
  '</c>',
  '<ruby>',
  '<rt>',
  '</rt>',
  '</ruby>',
  '<lang de>',
  '</lang>',
  '<00:01.000>',
  '<1',
  '<',
  '>',
  '</',
  '<>',
  '<.>',
  '< x',
  '<x\ty>',
  '<v A&amp;B>',
  '&amp;',
  '&lt;b&gt;',
  '&nbsp;',
  '&lrm;',
  '&eacute;',
  '&eacute',
  '&notit;',
  '&hellip;',
  '&hellip',
  '&amp',
  '&ampx',
  '&',
  '& ',
  '&#233;',
  '&#xE9;',
  '&#xE9',
  '&#150;',
  '&#0;',
  '&#;',
  '&#x;',
  '&#xD800;',
  '&#1114112;',
  '&#99999999999;',
  '&unknown;',
  '\0',
  '\u00e9\u6f22\u{1f600}',
  '--',
  '-->',
  'NOTE',
);
const text = fc.array(pieces, { minLength: 1, maxLength: 8 }).map((parts) => parts.join(''));
const line = fc.oneof(
  { weight: 4, arbitrary: good },
  { weight: 2, arbitrary: timing },
  { weight: 5, arbitrary: text },
  { weight: 4, arbitrary: fc.constant('') },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      'NOTE a',
      'NOTE',
      'STYLE',
      'REGION',
      'id:r',
      '::cue {}',
      '1',
      'WEBVTT',
    ),
  },
);
const signature = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom('WEBVTT', 'WEBVTT - text', 'WEBVTT\t', '\ufeffWEBVTT') },
  {
    weight: 1,
    arbitrary: fc.constantFrom('WEBVTTX', 'webvtt', ' WEBVTT', '', '\ufeff\ufeffWEBVTT'),
  },
);
const file = fc
  .tuple(
    signature,
    fc.array(line, { minLength: 12, maxLength: 40 }),
    fc.constantFrom('\n', '\r\n', '\r'),
  )
  .map(([first, lines, end]) => [first, ...lines].join(end));

describe('readVtt', () => {
  it('reads the cues that the browser reads, of any file', async () => {
    let cues = 0;
    await fc.assert(
      fc.asyncProperty(file, async (written) => {
        const native = await theirs(written);
        cues += native.length;
        expect(ours(written)).toEqual(native);
      }),
      { numRuns: 300, seed: 20_260_301 },
    );
    // Files of nothing would agree about anything.
    expect(cues).toBeGreaterThan(1_000);
  }, 120_000);
});
