/** A clip as the Markdown that a card's evidence is written in. */
import type { Clip } from '../insight/clip';
import type { Source } from '../source/source';
import { cleanUrl } from '../source/canonical-url';
import { timedLink } from '../source/timed-link';
import { formatTime } from '../transcript/format-time';
import { linkToWords } from '../annotation/link-to-words';
import { foldSpace } from './lists';
import { plainForm, type QuoteForm } from './quote-form';

/** A `<` that could start a tag, shown as the plain character; one in `a < b` stays. */
function withoutTags(text: string): string {
  return text.replace(/<(?=[a-z/!?])/gi, '&lt;');
}

/** A bracket made plain, and so is each backslash before it, which would else undo that. */
const plainBracket = (_: string, slashes: string, bracket: string): string =>
  `${slashes}${slashes}\\${bracket}`;

/** A page's own words in running text: one line, no tag, no link. */
function inline(text: string): string {
  return withoutTags(foldSpace(text)).replace(/(?<!\\)(\\*)([[\]])/g, plainBracket);
}

/**
 * Only the brackets that make a link, an image or an address for one plain: `](`, `![`, `]:`. The look
 * back comes after the bracket: before it, it would go over a long row of backslashes at each of them.
 */
function withoutLinks(text: string): string {
  return text.replace(/(?<!\\)(\\*)(\](?=[([:])|\[(?<=!\\*\[))/g, plainBracket);
}

/** The words of a quote as one compares them: what `blockQuote` made plain is as it was. */
export function quotedWords(text: string): string {
  return text.replaceAll('&lt;', '<').replace(/(?<!\\)\\+(?=[[\]])/g, '');
}

/** Whether the words come with their own quotation marks around them. */
const quoted = /^["“„«][\s\S]*["”“»]$/;

/** The words as a block quote, verbatim: paragraphs parted, tags and links made plain. */
export function blockQuote(quote: string): string {
  const paragraphs = quote
    .split(/[\r\n]+/)
    .map((line) => withoutLinks(withoutTags(line.trim())))
    .filter((line) => line !== '');
  const words = paragraphs.join('\n');
  const [open, close] = quoted.test(words)
    ? ['', '']
    : words.includes('"')
      ? ['“', '”']
      : ['"', '"'];
  return `${open}${words}${close}`
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n>\n');
}

function people(clip: Clip, source: Source | undefined): string[] {
  const names = clip.speaker ? [clip.speaker] : (source?.metadata.authors?.value ?? []);
  return names.map(inline);
}

/** The show, the site or the host that the words stand on. */
function place(source: Source | undefined): string {
  const { show, site } = source?.metadata ?? {};
  const host = source && URL.canParse(source.url) ? new URL(source.url).hostname : '';
  return inline(show?.value ?? site?.value ?? host.replace(/^www\./, ''));
}

/** What would end a link, or begin one; `encodeURIComponent` leaves round brackets. */
const escaped = (bracket: string): string => `%${bracket.charCodeAt(0).toString(16).toUpperCase()}`;

/**
 * Where the words stand, without tracking parameters, also where an older note has them, and
 * without brackets, which Markdown could take for a link or an image.
 */
function addressOf(address: string): string {
  return withoutTags(cleanUrl(address) ?? address).replace(/[[\]]/g, encodeURIComponent);
}

function moment(
  clip: Clip,
  source: Source | undefined,
  { plainTime }: ClipMarkdownOptions,
): string {
  if (clip.time === undefined) return '';
  const text = formatTime(clip.time.start);
  const link =
    source && !plainTime
      ? timedLink(cleanUrl(source.url) ?? source.url, clip.time.start)
      : undefined;
  return link === undefined ? text : `[${text}](${link.replace(/[()]/g, escaped)})`;
}

export interface ClipMarkdownOptions {
  /** Name the address too: where the clip is not from the card's own source. */
  readonly address?: boolean;
  readonly form?: QuoteForm | undefined;
  /** The time without its link: as it was written before the form of the host was known. */
  readonly plainTime?: boolean;
}

/** The place, and where it is wanted and known, as a link that leads to the very words. */
function linkedPlace(clip: Clip, source: Source | undefined, form: QuoteForm): string {
  const name = place(source);
  const link = form.link && name !== '' ? linkToWords(clip.target) : undefined;
  return link === undefined ? name : `[${name}](${withoutTags(link).replace(/[()[\]]/g, escaped)})`;
}

const verifiedWords: Readonly<Record<NonNullable<Clip['verified']>, string>> = {
  exact: 'verbatim',
  normalised: 'verbatim but for spacing and punctuation',
  absent: 'not found on the page',
};

function verification({ verified }: Clip, form: QuoteForm): string {
  return form.verified && verified ? verifiedWords[verified] : '';
}

/** `Speaker on Show, 2026-04-28`: what the page says of it, and no more. */
function origin(clip: Clip, source: Source | undefined, form: QuoteForm): string {
  const names = people(clip, source);
  const said = [
    names.slice(0, 3).join(', ') + (names.length > 3 ? ' and others' : ''),
    linkedPlace(clip, source, form),
  ];
  return joined([joined(said, ' on '), source?.metadata.published?.value ?? '']);
}

function addressIn(clip: Clip, source: Source | undefined, options: ClipMarkdownOptions): string {
  return options.address ? addressOf(source?.url ?? clip.sourceKey) : '';
}

const joined = (parts: readonly string[], mark = ', '): string =>
  parts.filter((part) => part !== '').join(mark);

export interface Attribution {
  /** `— Speaker on Show, date, hh:mm:ss`; empty where nothing is known. */
  readonly line: string;
  /** The names, the place, the date, the time and the address in it. */
  readonly parts: readonly string[];
}

/**
 * Who said it, where and when, as it stands below the quote. The parts are the same in every form, so
 * that an attribution is known again whatever was chosen when it was written.
 */
export function attribution(
  clip: Clip,
  source: Source | undefined,
  options: ClipMarkdownOptions = {},
): Attribution {
  const { form = plainForm } = options;
  const address = addressIn(clip, source, options);
  const line = joined([
    origin(clip, source, form),
    moment(clip, source, options),
    address,
    verification(clip, form),
  ]);
  const parts = [
    ...people(clip, source).slice(0, 3),
    place(source),
    source?.metadata.published?.value ?? '',
    clip.time === undefined ? '' : formatTime(clip.time.start),
    address,
  ];
  return { line: line === '' ? '' : `— ${line}`, parts: parts.filter((part) => part !== '') };
}

/** The note as it stands in a section, where only the source's own words are a block quote. */
export function noteMarkdown(note: string): string {
  return note
    .trim()
    .replace(/\r\n?/g, '\n')
    .replace(/^( {0,3})>/gm, '$1\\>');
}

/**
 * The quote as a block quote, `— Speaker on Show, date, hh:mm:ss` below it, the time as a link that
 * starts there where the host's form is known, then the note. A clip without words is one line with
 * its time, origin and note.
 */
export function clipMarkdown(
  clip: Clip,
  source: Source | undefined,
  options: ClipMarkdownOptions = {},
): string {
  if (clip.quote.trim() === '') {
    const address = addressIn(clip, source, options);
    const line = joined([moment(clip, source, options), origin(clip, source, plainForm), address]);
    return noteMarkdown(joined([line, foldSpace(clip.note)], ': '));
  }
  const { line } = attribution(clip, source, options);
  return joined([blockQuote(clip.quote), line, noteMarkdown(clip.note)], '\n\n');
}
