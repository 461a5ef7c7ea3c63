import { htmlLines } from '../../core/transcript/html-lines';
import { htmlPieces } from '../../core/transcript/html-pieces';
import { readHtml } from '../../core/transcript/read-html';
import { readText } from '../../core/transcript/read-text';
import type { Reading } from '../../core/transcript/reading';
import type { Transcript, TranscriptCue } from '../../core/transcript/transcript';
import { closest, markupOf, queryAll } from '../dom';
import type { EpisodePage } from './episode-page';
import { holdsTimes } from './holds-times';
import { transcriptFrom } from './transcript-from';

/** Where pages put a transcript, by what they call the place. */
const places = ['id', 'class', 'aria-label', 'data-testid']
  .map((name) => `[${name}*="transcript" i]`)
  .join(', ');
const notHere = 'nav, footer, button, a, script, style, svg';
const mostPlaces = 40;
/** Letters of mark-up; four hours of speech are a tenth of it. */
const longest = 3_000_000;
/** So many turns make a transcript where the page does not call it one. */
const fewest = 3;
/** Fewer words a turn are a table of contents. */
const fewestWords = 5;

/**
 * The transcript that stands in the page's text, shown or behind a tab: where the site prints it, in
 * a place that is called one, or else in blocks of text that begin with a name and a time. What
 * stands before the first name or time is not part of it.
 */
export function printedTranscript(
  page: EpisodePage,
  printed: string | undefined,
): Transcript | undefined {
  const { document } = page;
  const reading = inPlaces(document, printed) ?? inPlaces(document, places) ?? inText(document);
  if (!reading) return undefined;
  return transcriptFrom(reading, {
    form: 'text',
    kind: 'page',
    clock: 'transcript',
    language: page.language,
  });
}

/** Of the places that are called a transcript the one with most turns, without anything around it. */
function inPlaces(document: Document, selector: string | undefined): Reading | undefined {
  if (selector === undefined) return undefined;
  const [best] = queryAll(document, selector, mostPlaces)
    .filter((place) => closest(place, notHere) === null)
    .map((place) => markupOf(place).slice(0, longest))
    .map((markup) => ({ reading: read(markup), size: markup.length }))
    .filter(({ reading: { cues } }) => cues.length > 1 || cues.some(isWhole))
    .sort((a, b) => b.reading.cues.length - a.reading.cues.length || a.size - b.size);
  return best?.reading;
}

function inText(document: Document): Reading | undefined {
  for (const place of queryAll(document, 'article, main, body', 3)) {
    if (!holdsTimes(place, fewest)) continue;
    const reading = read(markupOf(place).slice(0, longest));
    const whole = reading.cues.filter(isWhole);
    const words = whole.reduce((sum, { text }) => sum + text.split(/\s+/).length, 0);
    if (whole.length >= fewest && words >= whole.length * fewestWords) return reading;
  }
  return undefined;
}

function isWhole({ start, speaker }: TranscriptCue): boolean {
  return start !== undefined && speaker !== undefined;
}

/** Reads a copy of the mark-up as text; nothing of it is run or shown. */
function read(markup: string): Reading {
  // A page has times of its own, as of its day; only a name beside them makes them a transcript's.
  const reading = /<cite\b/i.test(markup)
    ? readHtml(markup)
    : readText(htmlLines(htmlPieces(markup)).join('\n'));
  const first = reading.cues.findIndex(
    ({ start, speaker }) => start !== undefined || speaker !== undefined,
  );
  return { ...reading, cues: first === -1 ? [] : reading.cues.slice(first) };
}
