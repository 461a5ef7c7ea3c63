import { inCueOrder } from './cue-order';
import { findEntries, isObject, parsed, salvageObjects, type JsonObject } from './json-entries';
import { isJsonEntry, readJsonEntry, voiceOfNumber, type JsonEntry } from './json-fields';
import { joinWords } from './join-words';
import { chaptersIn } from './read-chapters';
import { nothingRead, noteProblem, type Problem, type Reading } from './reading';
import { renameSpeakers } from './rename-speakers';
import { labelSpeakers } from './speaker-labels';
import type { TranscriptCue } from './transcript';

/** Nobody speaks slower, in words a second: where it seems so the times are thousandths. */
const slowest = 0.05;
/** In scripts that set no spaces, about so many letters count for a word; a word elsewhere has fewer. */
const lettersAWord = 10;

/**
 * Reads the podcast namespace's JSON (segments of speaker, startTime, endTime and body), its chapters,
 * and the look-alikes of transcription services: other names for the fields, times in thousandths, a
 * list in another place, one entry a word, a map of speakers' names. A cue without an end ends where
 * the next begins. Of a file that is cut off the whole entries are read.
 */
export function readJson(text: string): Reading {
  const source = text.replace(/^\ufeff/, '');
  const root = parsed(source);
  const problems: Problem[] = [];
  if (root === undefined) noteProblem(problems, 1, 'broken-json');
  const salvaged = root === undefined ? salvageObjects(source) : undefined;
  const entries = findEntries(salvaged ?? root, isJsonEntry) ?? [];
  const chapters = isObject(root) ? chaptersIn(root) : [];
  if (entries.length === 0 && chapters.length === 0) {
    const isEmpty = isObject(root) && Array.isArray(root['segments']);
    return isEmpty || problems.length > 0
      ? { cues: [], chapters, problems }
      : nothingRead('nothing-found');
  }
  const read = inSeconds(entries.map(readJsonEntry));
  const cues = read.flatMap((entry, at) => {
    if (entry.text.trim() === '') {
      noteProblem(problems, at + 1, 'empty-entry');
      return [];
    }
    if (entry.start === undefined) noteProblem(problems, at + 1, 'bad-time');
    return [{ ...entry, ...endOf(entry, read[at + 1]) }];
  });
  const joined = joinWords(inCueOrder(cues)).map(tidy);
  const named = joined.some(({ speaker }) => speaker !== undefined);
  const language =
    isObject(root) && typeof root['language'] === 'string' ? root['language'].slice(0, 40) : '';
  return {
    cues: named
      ? renameSpeakers(joined, isObject(root) ? speakerMap(root) : {})
      : labelSpeakers(joined),
    chapters,
    problems,
    ...(language !== '' && { language }),
  };
}

function endOf({ end, start }: JsonEntry, next: JsonEntry | undefined): { end?: number } {
  const until = end ?? next?.start;
  return start !== undefined && until !== undefined && until >= start ? { end: until } : {};
}

function tidy(cue: TranscriptCue): TranscriptCue {
  return {
    ...cue,
    text: cue.text
      .replace(/[^\S\n]+/g, ' ')
      .replace(/ ?\n\s*/g, '\n')
      .trim(),
  };
}

function inSeconds(entries: readonly JsonEntry[]): readonly JsonEntry[] {
  let words = 0;
  let last = 0;
  for (const { text, start, end } of entries) {
    if (!Number.isInteger(start ?? 0) || !Number.isInteger(end ?? 0)) return entries;
    words += Math.max(text.trim().split(/\s+/).length, text.length / lettersAWord);
    last = Math.max(last, end ?? start ?? 0);
  }
  if (last < 100 || words / last >= slowest) return entries;
  return entries.map(({ start, end, ...entry }) => ({
    ...entry,
    ...(start !== undefined && { start: start / 1000 }),
    ...(end !== undefined && { end: end / 1000 }),
  }));
}

/**
 * `{ "SPEAKER_00": "Ada King" }` or `[{ "id": …, "name": … }]`, by what the cues call each: a speaker
 * who is a number there is called `Speaker 0`.
 */
function speakerMap(root: JsonObject): Record<string, string> {
  const names: Record<string, string> = {};
  for (const key of ['speaker_map', 'speakerMap', 'speakers']) {
    const value = root[key];
    if (Array.isArray(value)) {
      for (const each of value) {
        if (isObject(each) && typeof each['name'] === 'string')
          names[String(each['id'])] = each['name'];
      }
    } else if (isObject(value)) {
      for (const [id, name] of Object.entries(value))
        if (typeof name === 'string') names[id] = name;
    }
  }
  for (const [id, name] of Object.entries(names)) {
    if (/^\d+$/.test(id)) names[voiceOfNumber(id)] ??= name;
  }
  return names;
}
