import { parseTime } from './format-time';
import { noteProblem, type Problem, type Reading } from './reading';
import { labelSpeakers } from './speaker-labels';
import type { Chapter, TranscriptCue } from './transcript';

/** A row of a panel that a player shows beside the video. */
export interface TranscriptRow {
  /** As the panel shows it: `1:02:03`. */
  readonly time?: string;
  readonly text: string;
  readonly speaker?: string;
  /** True for the title of a chapter, which begins with the row below it. */
  readonly isHeading?: boolean;
}

/**
 * Reads the rows of a panel. A row ends where the next begins; the last has no end. A row whose time
 * cannot be read goes on with the row before.
 */
export function readRows(rows: readonly TranscriptRow[]): Reading {
  const problems: Problem[] = [];
  const cues: TranscriptCue[] = [];
  const chapters: Chapter[] = [];
  let heading: string | undefined;
  for (const [at, row] of rows.entries()) {
    const text = row.text.replace(/\s+/g, ' ').trim();
    const start = parseTime(row.time ?? '');
    if (row.isHeading === true) {
      if (start !== undefined && text !== '') chapters.push({ start, title: text });
      else heading = text;
      continue;
    }
    if (start === undefined) noteProblem(problems, at + 1, 'bad-time');
    if (text === '') {
      noteProblem(problems, at + 1, 'empty-entry');
      continue;
    }
    const last = cues.at(-1);
    if (start === undefined && last) {
      cues[cues.length - 1] = { ...last, text: `${last.text} ${text}` };
      continue;
    }
    if (heading !== undefined && heading !== '' && start !== undefined) {
      chapters.push({ start, title: heading });
    }
    heading = undefined;
    const { speaker } = row;
    cues.push({ ...(start !== undefined && { start }), text, ...(speaker && { speaker }) });
  }
  if (cues.length === 0) noteProblem(problems, 1, 'nothing-found');
  return { cues: labelSpeakers(withEnds(cues)), chapters, problems };
}

function withEnds(cues: readonly TranscriptCue[]): TranscriptCue[] {
  return cues.map((cue, at) => {
    const end = cues[at + 1]?.start;
    return cue.start !== undefined && end !== undefined && end >= cue.start ? { ...cue, end } : cue;
  });
}
