import type { TranscriptForm } from './transcript';

/** The forms a file can have; a panel's rows come from a page. */
export type FileForm = Exclude<TranscriptForm, 'rows'>;

const types: readonly (readonly [RegExp, FileForm])[] = [
  [/vtt/, 'vtt'],
  [/srt|subrip|sbv|subviewer/, 'srt'],
  [/json/, 'json'],
  [/html/, 'html'],
  [/^text(?:\/plain|$)|^txt$|markdown|^md$/, 'text'],
];

/** The form a declared type means: a media type, a name such as `vtt`, the ending of a file. */
export function formOfType(type: string): FileForm | undefined {
  const wanted = type.trim().toLowerCase().replace(/;.*$/s, '');
  return types.find(([pattern]) => pattern.test(wanted))?.[1];
}

/** In brackets before the words, as Whisper prints them, times are those of a text. */
const timing =
  /^[^\n[(]{0,20}\d:\d{2}(?:(?:[.,]\d{1,9})?\s{0,20}-{1,3}>\s{0,20}\d|\.\d{1,3},\d{1,6}:\d{2}:\d{2}\.\d{1,3}\s{0,20}$)/m;
const markup = /<(?:!doctype html|html|body|cite|time|p|div|br|span|article|table|ul|ol|h[1-6])\b/i;

/** The form that a text has by its looks: `text` when it has none of the others. */
export function sniffForm(text: string): FileForm {
  const head = text.slice(0, 4_000).replace(/^\ufeff/, '');
  if (/^WEBVTT(?:[\t \r\n]|$)/.test(head)) return 'vtt';
  const [first = ''] = /\S/.exec(head) ?? [];
  if (first === '{' || (first === '[' && !/^\s*\[\s*\d/.test(head))) {
    if (/^\s*(?:\{\s*(?:"|\}|$)|\[\s*(?:[{["\]]|$))/.test(head)) return 'json';
  }
  if (timing.test(text.slice(0, 20_000))) return 'srt';
  return markup.test(head) ? 'html' : 'text';
}
