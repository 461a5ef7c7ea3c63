import { readHtml } from './read-html';
import { readJson } from './read-json';
import { readSrt } from './read-srt';
import { readText } from './read-text';
import { readVtt } from './read-vtt';
import type { Reading } from './reading';
import type { FileForm } from './sniff-form';

const readers: Readonly<Record<FileForm, (text: string) => Reading>> = {
  vtt: readVtt,
  srt: readSrt,
  json: readJson,
  html: readHtml,
  text: readText,
};

/** Reads a text as what it is said to be, and nothing else. Never throws. */
export function readAs(text: string, form: FileForm): Reading {
  return readers[form](text);
}
