/** A clip as the Markdown that a card's evidence is written in. */
import type { Clip } from '../insight/clip';
import type { Source } from '../source/source';
import { cleanUrl } from '../source/canonical-url';
import { timedLink } from '../source/timed-link';
import { formatTime } from '../transcript/format-time';
import { foldSpace } from './lists';

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

/** Only the brackets that make a link, an image or an address for one plain: `](`, `![`, `]:`. */
function withoutLinks(text: string): string {
  return text.replace(/(?<!\\)(\\*)(\](?=[([:])|(?<=!\\*)\[)/g, plainBracket);
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

function people(clip: Clip, source: Source | undefined): string {
  const names = clip.speaker ? [clip.speaker] : (source?.metadata.authors?.value ?? []);
  return names.slice(0, 3).map(inline).join(', ') + (names.length > 3 ? ' and others' : '');
}

/** The show, the site or the host that the words stand on. */
function place(source: Source | undefined): string {
  const { show, site } = source?.metadata ?? {};
  const host = source && URL.canParse(source.url) ? new URL(source.url).hostname : '';
  return inline(show?.value ?? site?.value ?? host.replace(/^www\./, ''));
}

/**
 * Where the words stand, without tracking parameters, also where an older note has them, and
 * without brackets, which Markdown could take for a link or an image.
 */
function addressOf(address: string): string {
  return withoutTags(cleanUrl(address) ?? address).replace(/[[\]]/g, encodeURIComponent);
}

function moment(clip: Clip, source: Source | undefined): string {
  if (clip.time === undefined) return '';
  const text = formatTime(clip.time.start);
  const link = source && timedLink(cleanUrl(source.url) ?? source.url, clip.time.start);
  return link === undefined ? text : `[${text}](${link.replace(/[()]/g, encodeURIComponent)})`;
}

/** `Speaker on Show, 2026-04-28`: what the page says of it, and no more. */
function origin(clip: Clip, source: Source | undefined): string {
  const said = [people(clip, source), place(source)].filter((part) => part !== '').join(' on ');
  return [said, source?.metadata.published?.value ?? ''].filter((part) => part !== '').join(', ');
}

export interface ClipMarkdownOptions {
  /** Name the address too: where the clip is not from the card's own source. */
  readonly address?: boolean;
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
  const address = options.address ? addressOf(source?.url ?? clip.sourceKey) : '';
  const time = moment(clip, source);
  const note = clip.note.trim();
  if (clip.quote.trim() === '') {
    const line = [time, origin(clip, source), address].filter((part) => part !== '').join(', ');
    return [line, foldSpace(note)].filter((part) => part !== '').join(': ');
  }
  const line = [origin(clip, source), time, address].filter((part) => part !== '').join(', ');
  return [blockQuote(clip.quote), line === '' ? '' : `— ${line}`, note]
    .filter((part) => part !== '')
    .join('\n\n');
}
