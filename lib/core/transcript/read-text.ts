import { lineHead, type LineHead } from './line-head';
import { noteProblem, type Problem, type Reading } from './reading';
import { isNameLike } from './speaker-label';
import { textLines } from './text-lines';
import type { Chapter, TranscriptCue } from './transcript';

/** In a shorter text a name need not come twice. */
const few = 12;

interface Speech {
  readonly start?: number;
  readonly end?: number;
  readonly speaker?: string;
  readonly paragraphs: string[];
}

/**
 * Reads a transcript as people publish it on a page: blocks that begin with `Name (00:12:34):`, with a
 * time alone or in brackets, or with `Name:`; the paragraphs below belong to them. A block without a
 * name goes on with the speaker of the one before. A time inside a sentence is text. Where a time
 * and a title stand alone between blocks, that is a chapter. Linear.
 */
export function readText(text: string): Reading {
  const heads = namedAlone(textLines(text).map((line) => lineHead(line)));
  const timed = isTimed(heads);
  const names = knownNames(heads, timed);
  const problems: Problem[] = [];
  const speeches: Speech[] = [];
  const chapters: Chapter[] = [];
  let speaker: string | undefined;
  /** Whether the last head said who speaks; else it goes on with whoever spoke before. */
  let isNamed = false;
  /** Of a chapter whose speaker is named without a time. */
  let waitingStart: number | undefined;
  for (const [at, head] of heads.entries()) {
    if (timed && isChapter(heads, at)) {
      chapters.push({ start: head.start ?? 0, title: titleOf(head).slice(0, 2_000) });
      waitingStart = head.start;
      continue;
    }
    const name = head.name !== undefined && names.has(head.name) ? head.name : undefined;
    const label = head.name !== undefined && name === undefined ? `${head.name}: ` : '';
    // A time that does not count is a word like others.
    const isWord = !timed && head.start !== undefined && name === undefined;
    const words = (isWord ? head.line : label + head.rest).trim();
    const start = timed ? (head.start ?? waitingStart) : undefined;
    if (start === undefined && name === undefined) {
      const last = speeches.at(-1);
      if (words === '') continue;
      if (last) last.paragraphs.push(words);
      else speeches.push({ paragraphs: [words] });
      continue;
    }
    if (head.start === undefined && name === undefined && words === '') continue;
    waitingStart = undefined;
    speaker = name ?? speaker;
    const waiting = speeches.at(-1);
    // A name and a time on lines of their own make one head.
    const joins: boolean =
      waiting?.paragraphs.length === 0 &&
      (name === undefined || !isNamed || waiting.start === undefined);
    if (joins && waiting) speeches.pop();
    isNamed = name !== undefined || (joins && isNamed);
    speeches.push({
      ...(joins && waiting),
      ...(start !== undefined && { start, ...(head.end !== undefined && { end: head.end }) }),
      ...(speaker !== undefined && { speaker }),
      paragraphs: words === '' ? [] : [words],
    });
  }
  const said = speeches.filter(({ paragraphs }) => paragraphs.length > 0);
  if (said.length === 0) noteProblem(problems, 1, 'nothing-found');
  return {
    cues: said.map((each, at) => cueOf(each, said.slice(at + 1, at + 2)[0])),
    chapters,
    problems,
  };
}

/** Times that begin lines count where some stand as prose never has them, or where many lines have one. */
function isTimed(heads: readonly LineHead[]): boolean {
  const withTime = heads.filter(({ start }) => start !== undefined);
  const lines = heads.filter(({ rest }) => rest !== '').length;
  return (
    withTime.some(({ certain }) => certain) || (withTime.length > 1 && withTime.length * 3 >= lines)
  );
}

function knownNames(heads: readonly LineHead[], timed: boolean): ReadonlySet<string> {
  const counts = new Map<string, number>();
  const sure = new Set<string>();
  for (const { name, start, certain } of heads) {
    if (name === undefined) continue;
    counts.set(name, (counts.get(name) ?? 0) + 1);
    if (timed && start !== undefined && certain) sure.add(name);
  }
  const short = heads.filter(({ rest }) => rest !== '').length < few;
  return new Set(
    [...counts].flatMap(([name, count]) => (short || count > 1 || sure.has(name) ? [name] : [])),
  );
}

/**
 * Lines that are nothing but a name, the same names again and again, are heads too, and so are those that
 * have it behind a time, with the words below.
 */
function namedAlone(heads: readonly LineHead[]): readonly LineHead[] {
  const isAlone = heads.map(({ name, start, rest }, at) => {
    if (name !== undefined || !isNameAlone(rest)) return false;
    return start === undefined || isAboveWords(heads, at);
  });
  const counts = new Map<string, number>();
  for (const [at, { rest }] of heads.entries()) {
    if (isAlone[at]) counts.set(rest, (counts.get(rest) ?? 0) + 1);
  }
  return heads.map((head, at) =>
    isAlone[at] && (counts.get(head.rest) ?? 0) > 1 ? { ...head, name: head.rest, rest: '' } : head,
  );
}

/** Whether the next line that is not empty is words: no head, and no name that would be one. */
function isAboveWords(heads: readonly LineHead[], at: number): boolean {
  let next = at + 1;
  while (heads[next]?.rest === '' && isEmpty(heads[next])) next += 1;
  const below = heads[next];
  return below !== undefined && isEmpty(below) && !isNameAlone(below.rest);
}

/** A single word in a line of its own is more often said than a name. */
function isNameAlone(text: string): boolean {
  return text.includes(' ') && isNameLike(text);
}

/**
 * A time with a short title, and right below it who speaks: at the same time, or without one. Below a
 * name alone the time is that of its words.
 */
function isChapter(heads: readonly LineHead[], at: number): boolean {
  const head = heads[at];
  if (head?.start === undefined || head.name !== undefined) return false;
  let above = at - 1;
  while (heads[above]?.rest === '' && isEmpty(heads[above])) above -= 1;
  const named = heads[above];
  if (named?.name !== undefined && named.start === undefined && named.rest === '') return false;
  const title = titleOf(head);
  if (title === '' || title.length > 100) return false;
  let next = at + 1;
  while (heads[next]?.rest === '' && isEmpty(heads[next])) next += 1;
  const below = heads[next];
  if (below?.name === undefined) return false;
  return below.start === head.start || (below.start === undefined && below.rest === '');
}

function isEmpty(head: LineHead | undefined): boolean {
  return head?.start === undefined && head?.name === undefined;
}

function titleOf({ name, rest }: LineHead): string {
  return (name === undefined ? rest : `${name}: ${rest}`)
    .replace(/^[-\u2013\u2014:|\s]+/, '')
    .trim();
}

function cueOf(
  { paragraphs, start, end, speaker }: Speech,
  next: Speech | undefined,
): TranscriptCue {
  const until = end ?? next?.start;
  return {
    ...(start !== undefined && {
      start,
      ...(until !== undefined && until >= start && { end: until }),
    }),
    text: paragraphs.join('\n'),
    ...(speaker !== undefined && { speaker }),
  };
}
