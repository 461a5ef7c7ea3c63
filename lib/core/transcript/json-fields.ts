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
const endNames = ['endTime', 'end', 'end_time', 'to', 'end_ts'];
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
  const times = timesOf(value);
  return (
    [...startNames, ...startMsNames].some((name) => times[name] !== undefined) ||
    speakerNames.some((name) => value[name] !== undefined)
  );
}

/**
 * Reads an entry; an absent or wrong field is left out, words that are not there are ''. Times that
 * only its words have are its own, and so is the speaker of the reading that is likeliest.
 */
export function readJsonEntry(value: JsonObject): JsonEntry {
  const parts = innerNames.map((name) => partsOf(value, name)).find(({ length }) => length > 0);
  const start = startOf(value) ?? parts?.map(startOf).find((seconds) => seconds !== undefined);
  const length = timeOf(value, lengthNames, lengthMsNames);
  const end =
    endOf(value) ??
    (start !== undefined && length !== undefined ? start + length : undefined) ??
    parts?.map(endOf).findLast((seconds) => seconds !== undefined);
  const [likeliest] = partsOf(value, 'alternatives');
  const speaker = speakerOf(value) ?? (likeliest && speakerOf(likeliest));
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
    const words = partsOf(value, name).flatMap((each) => textOf(each, depth + 1) ?? []);
    if (words.length === 0) continue;
    // Some services keep the spaces with the words.
    return words.join(words.some((word) => /^\s|\s$/.test(word)) ? '' : ' ');
  }
  return undefined;
}

/** The objects of a list; of what may have been said only the first, which is the likeliest. */
function partsOf(value: JsonObject, name: string): readonly JsonObject[] {
  const inner = value[name];
  if (!Array.isArray(inner)) return [];
  return (name === 'alternatives' ? inner.slice(0, 1) : inner).filter(isObject);
}

/** What holds an entry's times: itself, `timestamps: { from, to }` or `timestamp: [from, to]` in it. */
function timesOf(value: JsonObject): JsonObject {
  const pair = value['timestamp'];
  if (Array.isArray(pair)) return { start: pair[0] as unknown, end: pair[1] as unknown };
  const times = value['timestamps'];
  return isObject(times) ? times : value;
}

function startOf(value: JsonObject): number | undefined {
  return timeOf(timesOf(value), startNames, startMsNames);
}

function endOf(value: JsonObject): number | undefined {
  return timeOf(timesOf(value), endNames, endMsNames);
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

/** What a voice is called that has a number only. */
export function voiceOfNumber(number: number | string): string {
  return `Speaker ${number}`;
}

function speakerOf(value: JsonObject): string | undefined {
  for (const name of speakerNames) {
    const speaker = value[name];
    const named = isObject(speaker) ? (speaker['name'] ?? speaker['id']) : speaker;
    if (typeof named === 'number') return voiceOfNumber(named);
    if (typeof named === 'string' && named.trim() !== '')
      return named.replace(/\s+/g, ' ').trim().slice(0, 400);
  }
  return undefined;
}
