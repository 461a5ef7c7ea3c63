import { htmlLines, isBlock } from './html-lines';
import { htmlPieces, type HtmlPiece } from './html-pieces';
import { parseClock } from './parse-clock';
import { readText } from './read-text';
import { noteProblem, type Problem, type Reading } from './reading';
import type { TranscriptCue } from './transcript';

/**
 * Reads a transcript in HTML: `cite` names the speaker, `time` the beginning of the paragraphs that
 * follow (https://github.com/Podcastindex-org/podcast-namespace/blob/main/transcripts/transcripts.md).
 * A speech ends where the next begins; the last has no end. A page that has neither is read as text,
 * and so is one whose `time` is no second of an episode, as that of the day it was published.
 */
export function readHtml(html: string): Reading {
  const pieces = htmlPieces(html);
  const marked = readMarked(pieces);
  const isMarked = marked.cues.some(
    ({ start, speaker }) => start !== undefined || speaker !== undefined,
  );
  return isMarked ? marked : readText(htmlLines(pieces).join('\n'));
}

interface Speech {
  readonly paragraphs: string[];
  start?: number;
  speaker?: string;
}

function readMarked(pieces: readonly HtmlPiece[]): Reading {
  const problems: Problem[] = [];
  const speeches: Speech[] = [];
  let speech: Speech = { paragraphs: [] };
  const next = (): Speech => {
    if (speech.paragraphs.length > 0) {
      speeches.push(speech);
      speech = { paragraphs: [], ...(speech.speaker !== undefined && { speaker: speech.speaker }) };
    }
    return speech;
  };
  // Beside paragraphs stand headings and notes that nobody says.
  const hasParagraphs = pieces.some((piece) => piece.kind === 'open' && piece.name === 'p');
  let said = !hasParagraphs;
  let text = '';
  let inside: string | undefined;
  const flush = (): void => {
    const words = text.replace(/\s+/g, ' ').trim();
    text = '';
    if (words === '') return;
    if (inside === 'cite') {
      const name = words.replace(/\s*[:\uff1a]$/, '').slice(0, 400);
      const named = next();
      // A page that knows no name leaves its place empty: it is not the one before who speaks.
      if (name === '') delete named.speaker;
      else named.speaker = name;
    } else if (inside === 'time') {
      const start = parseClock(words.replace(/^[[(]|[\])]:?$/g, ''));
      if (start === undefined) noteProblem(problems, speeches.length + 1, 'bad-time');
      else next().start = start;
    } else if (said) {
      speech.paragraphs.push(words);
    }
  };
  for (const piece of pieces) {
    if (piece.kind === 'text') {
      text += piece.text;
      continue;
    }
    const { name } = piece;
    if (name !== 'cite' && name !== 'time' && !isBlock(name)) continue;
    flush();
    if (name === 'cite' || name === 'time') inside = piece.kind === 'open' ? name : undefined;
    else if (hasParagraphs && name !== 'br') said = name === 'p' && piece.kind === 'open';
  }
  flush();
  next();
  if (speeches.length === 0) noteProblem(problems, 1, 'nothing-found');
  return {
    cues: speeches.map((each, at) => cueOf(each, speeches[at + 1])),
    chapters: [],
    problems,
  };
}

function cueOf({ paragraphs, start, speaker }: Speech, next: Speech | undefined): TranscriptCue {
  const end = next?.start !== undefined && next.start >= (start ?? 0) ? next.start : undefined;
  return {
    ...(start !== undefined && { start, ...(end !== undefined && { end }) }),
    text: paragraphs.join('\n'),
    ...(speaker !== undefined && { speaker }),
  };
}
