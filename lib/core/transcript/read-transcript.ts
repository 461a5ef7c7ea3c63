import { cutCue } from './cut-cue';
import { readAs } from './read-as';
import { noteProblem, type Problem, type Reading } from './reading';
import { formOfType, sniffForm } from './sniff-form';
import type { Transcript, TranscriptCue, TranscriptForm } from './transcript';
import { unrollCues } from './unroll-cues';

/** What is kept of a transcript; see the schema. */
const mostCues = 100_000;
const mostChapters = 2_000;
/** A line end that programs of Windows made their own twice: it would be an empty line below each. */
const twice = '\r\r\n';
const otherEnd = /(?<!\r\r)\n/;

export interface TranscriptOrigin {
  readonly kind: Transcript['origin']['kind'];
  readonly url?: string;
  readonly language?: string;
  /** Where the caller knows what the times count; else `unknown`. */
  readonly clock?: Transcript['clock'];
}

export interface ReadTranscript {
  readonly transcript: Transcript;
  /** What could not be read, and why; empty when all was. */
  readonly problems: readonly Problem[];
}

/**
 * Reads a transcript of any form. `type` is what it was declared to be, a media type, an ending or
 * nothing: a text that does not look like it is read as what it looks like, and so is one in which
 * nothing was found. Never throws; linear in the text.
 */
export function readTranscript(
  file: string,
  type = '',
  origin: TranscriptOrigin = { kind: 'file' },
): ReadTranscript {
  const text = file.includes(twice) && !otherEnd.test(file) ? file.replaceAll(twice, '\n') : file;
  const declared = formOfType(type);
  const sniffed = sniffForm(text);
  // Plain text proves nothing, and neither does a page of plain text that was called HTML.
  const form = declared === undefined || sniffed !== 'text' ? sniffed : declared;
  const reading = readAs(text, form);
  const problems = [...reading.problems];
  if (declared !== undefined && form !== declared) noteProblem(problems, 1, 'other-form');
  if (form !== 'text' && isEmpty(reading)) {
    const asText = readAs(text, 'text');
    // Only times or names make a transcript of a text that was said to be something else.
    if (asText.cues.some(({ start, speaker }) => start !== undefined && speaker !== undefined)) {
      return transcriptOf(asText, 'text', [...problems, { line: 1, reason: 'other-form' }], origin);
    }
  }
  return transcriptOf(reading, form, problems, origin);
}

/** Makes a transcript of what a reader read, as much of it as is kept. */
export function transcriptOf(
  reading: Reading,
  form: TranscriptForm,
  problems: readonly Problem[],
  { kind, url, language: declared, clock = 'unknown' }: TranscriptOrigin,
): ReadTranscript {
  const found = [...problems];
  if (reading.cues.length > mostCues) noteProblem(found, mostCues + 1, 'too-long');
  const unrolled = unrollCues(reading.cues);
  const whole = unrolled.slice(0, mostCues).flatMap((_, at) => {
    const { parts, isWhole } = cutCue(unrolled, at);
    if (!isWhole) noteProblem(found, at + 1, 'too-long');
    return parts.map(kept);
  });
  const cues = whole.slice(0, mostCues);
  const language = (reading.language ?? declared)?.slice(0, 40);
  return {
    transcript: {
      cues,
      chapters: reading.chapters.slice(0, mostChapters),
      clock: cues.some(({ start }) => start !== undefined) ? clock : 'unknown',
      ...(language !== undefined && language !== '' && { language }),
      origin: { form, kind, ...(url !== undefined && { url }) },
    },
    problems: found,
  };
}

function kept({ speaker, language, ...cue }: TranscriptCue): TranscriptCue {
  return {
    ...cue,
    ...(speaker !== undefined && speaker !== '' && { speaker: speaker.slice(0, 400) }),
    ...(language !== undefined && language !== '' && { language: language.slice(0, 40) }),
  };
}

function isEmpty({ cues, chapters }: Reading): boolean {
  return cues.length === 0 && chapters.length === 0;
}
