import { htmlLines } from '../../core/transcript/html-lines';
import { htmlPieces } from '../../core/transcript/html-pieces';
import { lineHead } from '../../core/transcript/line-head';
import type { Chapter } from '../../core/transcript/transcript';
import { markupOf, queryAll } from '../dom';
import { holdsTimes } from './holds-times';

/** So many times below each other, each with a title, are a table of contents. */
const fewest = 3;
const longestTitle = 120;
const longest = 1_000_000;
const places = [
  '[id*="chapter" i], [class*="chapter" i]',
  '[id*="notes" i], [class*="notes" i], [id*="description" i], [class*="description" i]',
  'article, main, body',
];

/**
 * The chapters that a page lists: a time and a title on a line each, in the order of time. Beside a
 * printed transcript, whose lines look alike, only in a place that is called so.
 */
export function chaptersOfNotes(document: Document, besideTranscript: boolean): Chapter[] {
  const looked = besideTranscript ? places.slice(0, 1) : places;
  for (const place of looked.flatMap((each) => queryAll(document, each, 6))) {
    if (!holdsTimes(place, fewest)) continue;
    const chapters = chaptersIn(markupOf(place).slice(0, longest));
    if (chapters.length >= fewest) return chapters;
  }
  return [];
}

function chaptersIn(markup: string): Chapter[] {
  let run: Chapter[] = [];
  for (const line of htmlLines(htmlPieces(markup))) {
    if (line === '') continue;
    const { start, name, rest } = lineHead(line);
    const title = (name === undefined ? rest : `${name}: ${rest}`)
      .replace(/^[-\u2013\u2014:|\s]+/, '')
      .trim();
    const last = run.at(-1)?.start ?? -1;
    if (start !== undefined && start > last && title !== '' && title.length <= longestTitle) {
      run.push({ start, title });
    } else if (run.length >= fewest) return run;
    else run = [];
  }
  return run;
}
