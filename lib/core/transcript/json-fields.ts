/** The fields of one entry of a transcript in JSON, under the names that services give them. */
import { isObject, type JsonObject } from './json-entries';
import { parseClock } from './parse-clock';

export interface JsonEntry {
  /** Seconds, or thousandths where `inThousandths` has not been settled by the field's name. */
  readonly start?: number;
  readonly end?: number;
  readonly text: string;
  readonly speaker?: string;
}

const textNames = [
  'body',
  'text',
  'punctuated_word',
  'utf8',
  'content',
  'transcript',
  'caption',
  'word',
  'value',
];
const innerNames = ['segs', 'words', 'elements', 'sentences', 'alternatives'];
const startNames = [
  'startTime',
  'start',
  'start_time',
  'begin',
  'offset',
  'from',
  'time',
  'timestamp',
  'ts',
];
const endNames = ['endTime', 'end', 'end_time', 'to'];
const lengthNames = ['duration', 'dur'];
const startMsNames = ['tStartMs', 'startMs', 'start_ms', 'startTimeMs', 'offsetMs'];
const endMsNames = ['tEndMs', 'endMs', 'end_ms', 'endTimeMs'];
const lengthMsNames = ['dDurationMs', 'durationMs', 'duration_ms'];
const speakerNames = [
  'speaker',
  'speakerName',
  'speaker_name',
  'speaker_label',
  'speakerLabel',
  'speaker_id',
  'speakerId',
  'channel_tag',
];

/** Whether an object looks like something said: it has words, and a time or a speaker. */
export function isJsonEntry(value: JsonObject): boolean {
  if (textOf(value) === undefined) return false;
  return [...startNames, ...startMsNames, ...speakerNames].some(
    (name) => value[name] !== undefined,
  );
}

/** Reads an entry; an absent or wrong field is left out, words that are not there are ''. */
export function readJsonEntry(value: JsonObject): JsonEntry {
  const start = timeOf(value, startNames, startMsNames);
  const length = timeOf(value, lengthNames, lengthMsNames);
  const end =
    timeOf(value, endNames, endMsNames) ??
    (start !== undefined && length !== undefined ? start + length : undefined);
  const speaker = speakerOf(value);
  return {
    ...(start !== undefined && { start, ...(end !== undefined && end >= start && { end }) }),
    text: textOf(value) ?? '',
    ...(speaker !== undefined && { speaker }),
  };
}

function textOf(value: JsonObject, depth = 0): string | undefined {
  for (const name of textNames) {
    const text = value[name];
    if (typeof text === 'string') return text;
  }
  if (depth > 2) return undefined;
  for (const name of innerNames) {
    const inner = value[name];
    if (!Array.isArray(inner)) continue;
    const words = inner.flatMap((each: unknown) =>
      isObject(each) ? (textOf(each, depth + 1) ?? []) : [],
    );
    if (words.length === 0) continue;
    // Some services keep the spaces with the words.
    return words.join(words.some((word) => /^\s|\s$/.test(word)) ? '' : ' ');
  }
  return undefined;
}

function timeOf(
  value: JsonObject,
  names: readonly string[],
  namesMs: readonly string[],
): number | undefined {
  for (const name of namesMs) {
    const time = secondsOf(value[name]);
    if (time !== undefined) return time / 1000;
  }
  for (const name of names) {
    const time = secondsOf(value[name]);
    if (time !== undefined) return time;
  }
  return undefined;
}

function secondsOf(value: unknown): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) && value >= 0 ? value : undefined;
  return typeof value === 'string' ? parseClock(value) : undefined;
}

function speakerOf(value: JsonObject): string | undefined {
  for (const name of speakerNames) {
    const speaker = value[name];
    const named = isObject(speaker) ? (speaker['name'] ?? speaker['id']) : speaker;
    if (typeof named === 'number') return `Speaker ${named}`;
    if (typeof named === 'string' && named.trim() !== '')
      return named.replace(/\s+/g, ' ').trim().slice(0, 400);
  }
  return undefined;
}
