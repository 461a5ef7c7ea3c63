/** The payload of a WebVTT cue: https://www.w3.org/TR/webvtt1/#cue-text-parsing-rules */
import { readReferences } from './character-reference';

/** A stretch of a payload that one voice speaks. */
export interface VoiceSpan {
  /** As a player would show it: no tags, references read, white space as in the file. */
  readonly text: string;
  readonly speaker?: string;
  /** Where all of it stands in one `lang` span. */
  readonly language?: string;
}

/** An open tag, with what holds inside it. */
interface Open {
  readonly name: string;
  readonly speaker: string | undefined;
  readonly language: string | undefined;
}

const startTag = /^([^\t\n\f .]*)(?:\.[^\t\n\f ]*)?(?:[\t\n\f ]([\s\S]*))?$/;
const knownTags = new Set(['c', 'i', 'b', 'u', 'ruby', 'rt', 'v', 'lang']);

/** The spans of a payload in order, one for each change of voice. Never throws; linear. */
export function readVttCueText(payload: string): VoiceSpan[] {
  const spans: Writable[] = [];
  const open: Open[] = [];
  let at = 0;
  while (at < payload.length) {
    const tag = payload.indexOf('<', at);
    const end = tag === -1 ? payload.length : tag;
    if (end > at) addText(spans, readReferences(payload.slice(at, end)), open.at(-1));
    if (tag === -1) break;
    const close = payload.indexOf('>', tag);
    const inside = payload.slice(tag + 1, close === -1 ? payload.length : close);
    readTag(inside, open);
    at = close === -1 ? payload.length : close + 1;
  }
  return spans.map(({ text, speaker, language }) => ({
    text,
    ...(speaker !== undefined && { speaker }),
    ...(language !== undefined && { language }),
  }));
}

interface Writable {
  text: string;
  readonly speaker: string | undefined;
  language: string | undefined;
}

function addText(spans: Writable[], text: string, inside: Open | undefined): void {
  const last = spans.at(-1);
  if (last && last.speaker === inside?.speaker) {
    if (text.trim() !== '' && last.language !== inside?.language) last.language = undefined;
    last.text += text;
  } else {
    spans.push({ text, speaker: inside?.speaker, language: inside?.language });
  }
}

function readTag(inside: string, open: Open[]): void {
  if (inside.startsWith('/')) {
    closeTag(inside.slice(1), open);
    return;
  }
  const [, name = '', annotation = ''] = startTag.exec(inside) ?? [];
  const around = open.at(-1);
  if (!knownTags.has(name) || (name === 'rt' && around?.name !== 'ruby')) return;
  const value = readReferences(annotation)
    .replace(/[\t\n\f\r ]+/g, ' ')
    .trim();
  open.push({
    name,
    speaker: (name === 'v' && value !== '' && value) || around?.speaker,
    language: (name === 'lang' && value !== '' && value) || around?.language,
  });
}

/** Only the innermost tag is closed; that of a ruby text may be left out. */
function closeTag(name: string, open: Open[]): void {
  const innermost = open.at(-1)?.name;
  if (innermost === name) open.pop();
  else if (name === 'ruby' && innermost === 'rt') open.splice(-2);
}
