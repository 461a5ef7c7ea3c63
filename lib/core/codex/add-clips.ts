/** Writes clips into a section that may quote their words already. */
import type { Clip } from '../insight/clip';
import type { Source } from '../source/source';
import { attribution, clipMarkdown, noteMarkdown, quotedWords } from './clip-markdown';
import { hasWords } from './has-words';
import { foldSpace } from './lists';
import type { QuoteForm } from './quote-form';
import { quotesWithAttribution, type Quote } from './quotes';
import { trimBlankEnd } from './section-text';

export interface AddClipsContext {
  /** The key of the card's own source; a clip from another one names its address. */
  readonly cardSource: string | undefined;
  /** By source key. */
  readonly sources: ReadonlyMap<string, Source>;
  readonly form?: QuoteForm | undefined;
}

/**
 * Adds the clips that the section does not have, in the order they were captured, at its end. Of a
 * clip whose words it quotes already, the attribution and the note go beneath those words, as far
 * as nothing there tells them. Lines are only inserted, and adding twice adds nothing.
 */
export function addClips(
  section: string,
  clips: readonly Clip[],
  context: AddClipsContext,
): string {
  const ordered = clips.toSorted((a, b) =>
    a.capturedAt < b.capturedAt ? -1 : a.capturedAt > b.capturedAt ? 1 : 0,
  );
  const read = sectionReader();
  let text = section;
  // What goes beneath one quote can part another from the attribution they shared: look again.
  for (let looks = 0; looks <= ordered.length; looks += 1) {
    const { quotesOf } = read(text);
    const added = new Set<string>();
    const next = ordered.reduce((before, clip) => {
      const wanted = spellings(clip.quote);
      // Words that are new need no look at all that was added before them.
      const isNew = !wanted.some((each) => quotesOf.has(each) || added.has(each));
      for (const each of wanted) added.add(each);
      return addClip(before, clip, context, isNew ? undefined : read);
    }, text);
    if (next === text) return text;
    text = next;
  }
  return text;
}

interface ReadSection {
  readonly lines: readonly string[];
  /** The quotes by each spelling of their words. */
  readonly quotesOf: ReadonlyMap<string, readonly Quote[]>;
}

/** Reads a section once, however many clips ask for it one after another. */
function sectionReader(): (section: string) => ReadSection {
  let last: { readonly section: string; readonly read: ReadSection } | undefined;
  return (section) => {
    if (last?.section === section) return last.read;
    const quotesOf = new Map<string, Quote[]>();
    for (const quote of quotesWithAttribution(section)) {
      for (const words of new Set(spellings(quote.text))) {
        const same = quotesOf.get(words);
        if (same) same.push(quote);
        else quotesOf.set(words, [quote]);
      }
    }
    last = { section, read: { lines: section.split('\n'), quotesOf } };
    return last.read;
  };
}

/** Without `read` none of the section's quotes has the clip's words. */
function addClip(
  section: string,
  clip: Clip,
  context: AddClipsContext,
  read: ((section: string) => ReadSection) | undefined,
): string {
  const { cardSource, sources, form } = context;
  const source = sources.get(clip.sourceKey);
  const options = { address: clip.sourceKey !== cardSource, form };
  const markdown = clipMarkdown(clip, source, options);
  if (clip.quote.trim() === '') {
    const forms = [markdown, clipMarkdown(clip, source, { ...options, plainTime: true })];
    return forms.some((each) => hasParagraphs(section, each)) ? section : append(section, markdown);
  }
  const { lines = [], quotesOf } = read?.(section) ?? {};
  const found = spellings(clip.quote).flatMap((words) => quotesOf?.get(words) ?? []);
  const known = [...new Set(found)].sort((a, b) => a.to - b.to);
  const [first] = known;
  if (first === undefined) return append(section, markdown);

  const { line, parts } = attribution(clip, source, options);
  const note = noteMarkdown(clip.note);
  const ownLines = ({ to, end }: Quote): string[] => lines.slice(to, end);
  const attributed = known.filter(({ after }) => tells(after, parts));
  if (attributed.some((quote) => hasLines(ownLines(quote), note))) return section;
  const quote = attributed[0] ?? first;
  const own = ownLines(quote);
  const shares = own.every((each) => each.trim() === '');
  return insertBeneath(section, quote, [
    attributed.length > 0 && !shares ? '' : line,
    hasLines(own, note) ? '' : note,
  ]);
}

/** The words with and without quotation marks around them, white space folded. */
function spellings(quote: string): readonly string[] {
  const folded = foldSpace(quotedWords(quote));
  return [folded, folded.replace(/^["“„«]\s*|\s*["”“»]$/g, '')];
}

/** Whether one paragraph says all parts of an attribution, in whatever form. */
function tells(after: string, parts: readonly string[]): boolean {
  return after.split(/\n\s*\n/).some((paragraph) => parts.every((part) => says(paragraph, part)));
}

/** A longer address is another one. */
function says(paragraph: string, part: string): boolean {
  return URL.canParse(part)
    ? paragraph.split(/[\s()<>]+/).some((word) => withoutStops(word) === part)
    : hasWords(paragraph, part);
}

/** A loop: a pattern would begin anew at each of a long row of dots. */
function withoutStops(word: string): string {
  let end = word.length;
  while (end > 0 && ',.;'.includes(word.charAt(end - 1))) end -= 1;
  return word.slice(0, end);
}

/** Whether the lines of the note stand there, one after the other; no note stands anywhere. */
function hasLines(lines: readonly string[], note: string): boolean {
  const wanted = note.split('\n').map((line) => line.trim());
  const there = lines.map((line) => line.trim());
  return (
    note === '' || there.some((_, start) => wanted.every((line, i) => there[start + i] === line))
  );
}

/** The paragraphs that say something, below all that stands below the quote. */
function insertBeneath(section: string, quote: Quote, paragraphs: readonly string[]): string {
  const lines = section.split('\n');
  const last = lines.slice(0, quote.end).findLastIndex((line) => line.trim() !== '');
  const added = paragraphs.filter((each) => each !== '').flatMap((each) => ['', each]);
  const gap = added.length > 0 && (lines[last + 1] ?? '').trim() !== '' ? [''] : [];
  return lines.toSpliced(last + 1, 0, ...added, ...gap).join('\n');
}

/** The Markdown as a paragraph at the end of the section. */
export function append(section: string, markdown: string): string {
  if (markdown === '') return section;
  const before = trimBlankEnd(section);
  return before === '' ? markdown : `${before}\n\n${markdown}`;
}

/** Whether a text has these paragraphs, whole and one after another, whatever their white space. */
function hasParagraphs(text: string, wanted: string): boolean {
  return foldParagraphs(text).includes(foldParagraphs(wanted));
}

function foldParagraphs(text: string): string {
  const paragraphs = text.split(/\n[ \t]*\n/).map(foldSpace);
  return `\n${paragraphs.filter((each) => each !== '').join('\n')}\n`;
}
