import { readCaptions, type Caption } from './read-captions';
import type { Reading } from './reading';
import type { Chapter } from './transcript';
import { readVttBlocks, type VttFile } from './vtt-blocks';
import { readVttCueText } from './vtt-cue-text';
import { readVttTiming } from './vtt-timing';
import { readWrittenTiming } from './written-timing';

const header = /^(Kind|Language)\s*:\s*(.*)$/i;

/**
 * Reads a WebVTT file as a browser does, every cue with its plain text, and names the speaker of a
 * cue from its voice span or from the name it begins with. A file that writes most of its times in
 * another way, `0:1.5` or `00:00:01,500`, of which a browser shows next to nothing, is read as meant. A
 * caption of several voices becomes several cues. A cue without words stays: it is a silence.
 */
export function readVtt(text: string): Reading {
  const file = blocksOf(text);
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
  return { ...base, cues: readCaptions(file.cues), chapters: [] };
}

function blocksOf(text: string): VttFile {
  const file = readVttBlocks(text);
  if (!file.problems.some(({ reason }) => reason === 'bad-time')) return file;
  const meant = readVttBlocks(text, (line) => readVttTiming(line) ?? readWrittenTiming(line));
  return meant.cues.length > file.cues.length * 2 ? meant : file;
}

function chapterOf({ start, end, payload }: Caption): Chapter[] {
  const title = plain(payload).replace(/\s+/g, ' ').trim();
  return title === '' ? [] : [{ start, ...(end > start && { end }), title }];
}

function plain(payload: string): string {
  return readVttCueText(payload)
    .map(({ text }) => text)
    .join('');
}
