import { inCueOrder } from './cue-order';
import type { Reading } from './reading';
import { shareTime, type Part } from './share-time';
import { carrySpeakers, labelSpeakers } from './speaker-labels';
import type { Chapter, TranscriptCue } from './transcript';
import { readVttBlocks, type VttBlock } from './vtt-blocks';
import { readVttCueText } from './vtt-cue-text';

const header = /^(Kind|Language)\s*:\s*(.*)$/i;

/**
 * Reads a WebVTT file as a browser does, every cue with its plain text, and names the speaker of a
 * cue from its voice span or from the name it begins with. A caption of several voices becomes
 * several cues. A cue without words stays: it is a silence.
 */
export function readVtt(text: string): Reading {
  const file = readVttBlocks(text);
  const about = new Map(
    file.header.flatMap((line) => {
      const match = header.exec(line.slice(0, 200));
      return match ? [[String(match[1]).toLowerCase(), String(match[2]).trim()] as const] : [];
    }),
  );
  const problems = file.problems;
  const language = about.get('language')?.slice(0, 40);
  const base = { problems, ...(language && { language }) };
  if (about.get('kind')?.toLowerCase() === 'chapters') {
    return { ...base, cues: [], chapters: file.cues.flatMap(chapterOf) };
  }
  const cues = inCueOrder(file.cues.flatMap(cuesOf));
  const voiced = cues.some(({ speaker }) => speaker !== undefined);
  return { ...base, cues: voiced ? carrySpeakers(cues) : labelSpeakers(cues), chapters: [] };
}

function chapterOf({ start, end, payload }: VttBlock): Chapter[] {
  const title = plain(payload).replace(/\s+/g, ' ').trim();
  return title === '' ? [] : [{ start, ...(end > start && { end }), title }];
}

function plain(payload: string): string {
  return readVttCueText(payload)
    .map(({ text }) => text)
    .join('');
}

function cuesOf({ start, end, payload }: VttBlock): TranscriptCue[] {
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
