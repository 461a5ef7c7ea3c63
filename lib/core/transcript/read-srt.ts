import { readReferences } from './character-reference';
import { inCueOrder } from './cue-order';
import { noteProblem, type Problem, type Reading } from './reading';
import { shareTime, type Part } from './share-time';
import { carrySpeakers, labelSpeakers } from './speaker-labels';
import { textLines } from './text-lines';
import type { TranscriptCue } from './transcript';
import { readVttCueText } from './vtt-cue-text';
import { readWrittenTiming } from './written-timing';

const integer = /^\s{0,20}\d{1,9}\s{0,20}$/;
/** Tags that subtitles know; any other angle bracket is text. */
const tag = /<\/?(?:b|i|u|s|em|strong|font|span|c|ruby|rt|lang)(?:[\s.][^<>]{0,200})?>/gi;
const lineBreak = /<br\s?\/?>|\[br\]/gi;
/** Instructions of SubStation Alpha for where and how to draw. */
const override = /\{\\[^{}]{0,200}\}/g;
/** SubRip knows no references, but files have them; without a semicolon an ampersand is one. */
const reference = /&#?[a-z0-9]{1,12};/gi;
const voice = /<v[\s.][^<>]{1,400}>/i;

/** What stands in the place of times and says none, such as a time before the beginning. */
const noTimes = /^\s{0,20}-?\d{1,6}:[\d:.,\s-]{1,40}-->/;

interface Timing {
  readonly line: number;
  /** Where the line says none, the words below it are left out. */
  readonly times: { readonly start: number; readonly end: number } | undefined;
  /** The lines from here to the next timing's are its text. */
  readonly from: number;
  /** Where the lines above it begin that are its number. */
  readonly above: number;
}

/**
 * Reads SubRip as it is met, and SubViewer, whose times a comma parts: with a comma or a full stop,
 * without hours or thousandths, numbers or empty lines, with empty lines in the text. A cue without
 * words is left out. Names that lines begin with become speakers. Linear.
 */
export function readSrt(text: string): Reading {
  const lines = textLines(text);
  const problems: Problem[] = [];
  const timings = timingsOf(lines, problems);
  const first = timings.find(({ times }) => times)?.above ?? lines.length;
  for (const [at, line] of lines.slice(0, first).entries()) {
    if (line.trim() !== '') noteProblem(problems, at + 1, 'stray-line');
  }
  const cues = timings.flatMap((each, at) => {
    const payload = lines.slice(each.from, timings[at + 1]?.above ?? lines.length);
    if (!each.times) return [];
    const cue = cuesOf(each.times, payload);
    if (cue.length === 0) noteProblem(problems, each.line, 'empty-entry');
    return cue;
  });
  const ordered = inCueOrder(cues);
  const voiced = ordered.some(({ speaker }) => speaker !== undefined);
  return { cues: voiced ? carrySpeakers(ordered) : labelSpeakers(ordered), chapters: [], problems };
}

function timingsOf(lines: readonly string[], problems: Problem[]): Timing[] {
  const found: Omit<Timing, 'above'>[] = [];
  for (const [at, line] of lines.entries()) {
    const times = readWrittenTiming(line);
    if (!times && line.includes('-->')) noteProblem(problems, at + 1, 'bad-time');
    if (times ?? noTimes.test(line)) found.push({ line: at + 1, times, from: at + 1 });
  }
  const numbered = found.filter(({ line }) =>
    integer.test(lines[lastFilled(lines, line - 1)] ?? ''),
  ).length;
  return found.map((each, at) => ({
    ...each,
    above: numberAbove(lines, each.line - 1, found[at - 1]?.from ?? 0, numbered * 2 > found.length),
  }));
}

/**
 * Where the number of the cue whose times stand at `at` begins. A number right below other text is
 * taken for one only in a file that numbers its cues, and so is one that empty lines part from the
 * times; what stands alone between an empty line and the times is an identifier, whatever it is.
 */
function numberAbove(
  lines: readonly string[],
  at: number,
  from: number,
  isNumbered: boolean,
): number {
  const line = lines[at - 1] ?? '';
  if (at - 1 < from) return at;
  if (line.trim() === '') {
    const number = lastFilled(lines, at);
    const isAlone = number >= from && (lines[number - 1] ?? '').trim() === '';
    return isNumbered && isAlone && integer.test(lines[number] ?? '') ? number : at;
  }
  const alone = at - 1 === 0 || (lines[at - 2] ?? '').trim() === '';
  if (alone && (at - 1 > from || from === 0)) return at - 1;
  return isNumbered && at - 1 > from && integer.test(line) ? at - 1 : at;
}

/** The last line before another that is not empty; -1 where there is none. */
function lastFilled(lines: readonly string[], before: number): number {
  let at = before - 1;
  while (at >= 0 && (lines[at] ?? '').trim() === '') at -= 1;
  return at;
}

function cuesOf(
  { start, end }: Pick<TranscriptCue, 'start' | 'end'>,
  payload: readonly string[],
): TranscriptCue[] {
  const whole = payload.join('\n').replace(lineBreak, '\n').replace(override, '');
  const parts: Part[] = [];
  if (voice.test(whole)) {
    for (const { text, speaker } of readVttCueText(whole)) {
      const said = tidy(text);
      if (said === '') continue;
      const named = { text: said, ...(speaker !== undefined && { speaker }) };
      parts.push(parts.length > 0 ? { ...named, joint: ' ' } : named);
    }
  } else {
    const said = tidy(whole.replace(tag, '').replace(reference, readReferences));
    if (said !== '') parts.push({ text: said });
  }
  return shareTime({ start, end }, parts);
}

function tidy(text: string): string {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}
