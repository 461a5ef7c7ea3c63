/** The blocks of a WebVTT file: https://www.w3.org/TR/webvtt1/#file-parsing */
import type { Caption } from './read-captions';
import { noteProblem, type Problem } from './reading';
import { textLines } from './text-lines';
import { readVttTiming } from './vtt-timing';

export interface VttFile {
  readonly cues: readonly Caption[];
  /** The lines between the signature and the first block. */
  readonly header: readonly string[];
  readonly problems: readonly Problem[];
}

const signature = /^WEBVTT(?:[\t ]|$)/;
const arrow = '-->';
const noBlock = /^(?:NOTE|STYLE|REGION)(?:[\t ]|$)/;

/**
 * Cuts a file into cues as the standard does: a cue is a timing line, under an identifier or without,
 * and the lines below it up to an empty one or the next timing line. A file that does not begin with
 * the signature has no cues. `readTiming` may take more for times than the standard does. Linear.
 */
export function readVttBlocks(text: string, readTiming = readVttTiming): VttFile {
  const lines = textLines(text);
  const problems: Problem[] = [];
  if (!signature.test(lines[0] ?? '')) {
    return { cues: [], header: [], problems: [{ line: 1, reason: 'no-signature' }] };
  }
  const isBreak = (at: number) => (lines[at] ?? '') === '' || lines[at]?.includes(arrow);
  const past = (at: number): number => {
    let end = at;
    while (end < lines.length && isBreak(end) !== true) end += 1;
    return end;
  };

  let at = past(1);
  const header = lines.slice(1, at);
  const cues: Caption[] = [];
  while (at < lines.length) {
    const line = lines[at] ?? '';
    if (line === '') {
      at += 1;
      continue;
    }
    // An identifier takes one line; a block that goes on without times is a note or means nothing.
    const timed = line.includes(arrow) ? at : at + 1;
    const timing = lines[timed]?.includes(arrow) ? readTiming(lines[timed]) : undefined;
    if (timing) {
      const end = past(timed + 1);
      cues.push({ ...timing, payload: lines.slice(timed + 1, end).join('\n') });
      at = end;
      continue;
    }
    if (lines[timed]?.includes(arrow)) noteProblem(problems, timed + 1, 'bad-time');
    else if (!noBlock.test(line)) noteProblem(problems, at + 1, 'stray-line');
    at = past(lines[timed]?.includes(arrow) ? timed + 1 : timed);
  }
  return { cues, header, problems };
}
