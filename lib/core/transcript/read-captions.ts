import { inCueOrder } from './cue-order';
import { shareTime, type Part } from './share-time';
import { carrySpeakers, labelSpeakers } from './speaker-labels';
import type { TranscriptCue } from './transcript';
import { readVttCueText } from './vtt-cue-text';

/** A caption as WebVTT has it, times in seconds. */
export interface Caption {
  readonly start: number;
  readonly end: number;
  /** With its tags and references. */
  readonly payload: string;
}

/**
 * The cues of captions in the order a player shows them, each with its plain text and the speaker
 * its voice span names, or the name it begins with. A caption of several voices becomes several cues.
 * A cue without words stays: it is a silence.
 */
export function readCaptions(captions: readonly Caption[]): readonly TranscriptCue[] {
  const cues = inCueOrder(captions.flatMap(cuesOfCaption));
  const voiced = cues.some(({ speaker }) => speaker !== undefined);
  return voiced ? carrySpeakers(cues) : labelSpeakers(cues);
}

/** The voices of one caption, each with its share of the time. */
export function cuesOfCaption({ start, end, payload }: Caption): TranscriptCue[] {
  const parts: Part[] = [];
  let joint = '';
  for (const span of readVttCueText(payload)) {
    const text = span.text.trim();
    const before = joint + span.text.slice(0, span.text.length - span.text.trimStart().length);
    joint = span.text.slice(span.text.trimEnd().length);
    if (text === '') {
      joint = before;
      continue;
    }
    const last = parts.at(-1);
    if (last && last.speaker === span.speaker) {
      parts[parts.length - 1] = { ...last, text: last.text + before + text };
    } else {
      parts.push({ ...span, text, ...(last && { joint: jointOf(before) }) });
    }
  }
  return shareTime({ start, end }, parts.length > 0 ? parts : [{ text: '' }]);
}

function jointOf(space: string): '' | ' ' | '\n' {
  if (space.includes('\n')) return '\n';
  return space === '' ? '' : ' ';
}
