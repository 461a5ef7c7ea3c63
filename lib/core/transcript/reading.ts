/** What every reader hands back: what could be read, and what could not. */
import type { Chapter, TranscriptCue } from './transcript';

/** Why a part of a transcript was not read. */
export type ProblemReason =
  /** The file lacks the line that says it is WebVTT. */
  | 'no-signature'
  /** A time that is none; its words are left out where nothing else places them. */
  | 'bad-time'
  /** A line that belongs to nothing. */
  | 'stray-line'
  /** Not JSON, or cut off: what is whole was read. */
  | 'broken-json'
  /** Of another form than it was said to be. */
  | 'other-form'
  /** An entry without words or time. */
  | 'empty-entry'
  /** A cue longer than is kept, or more cues than are kept. */
  | 'too-long'
  /** Nothing that was said was found. */
  | 'nothing-found';

export interface Problem {
  /** Counted from 1; in JSON and in a panel the number of the entry. */
  readonly line: number;
  readonly reason: ProblemReason;
}

export interface Reading {
  readonly cues: readonly TranscriptCue[];
  readonly chapters: readonly Chapter[];
  readonly problems: readonly Problem[];
  readonly language?: string;
}

/** As many problems as anybody reads. */
const mostProblems = 100;

/** Notes a problem; those past the hundredth are dropped. */
export function noteProblem(problems: Problem[], line: number, reason: ProblemReason): void {
  if (problems.length < mostProblems) problems.push({ line, reason });
}

/** A reading of nothing, for the reason given. */
export function nothingRead(reason: ProblemReason): Reading {
  return { cues: [], chapters: [], problems: [{ line: 1, reason }] };
}
