/** HTML as a run of tags and text: enough to read a transcript, without a document. */
import { readReferences } from './character-reference';
import { tagEnds } from './tag-ends';

export type HtmlPiece =
  | { readonly kind: 'text'; readonly text: string }
  /** In lower case, without attributes. */
  | { readonly kind: 'open' | 'close'; readonly name: string; readonly attributes: string };

const tagName = /^\/?([a-z][a-z0-9-]{0,30})/i;
/** What they hold is no text of the page. */
const raw = new Set(['script', 'style', 'template', 'noscript', 'svg', 'head', 'title']);

/** The pieces of a page in order; comments and what is not shown are left out. Linear. */
export function htmlPieces(html: string): HtmlPiece[] {
  const pieces: HtmlPiece[] = [];
  // Found once to be missing, an end is not looked for again.
  const absent = new Set<string>();
  const endOf = tagEnds(html);
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    const end = open === -1 ? html.length : open;
    if (end > at) pieces.push({ kind: 'text', text: readReferences(html.slice(at, end)) });
    if (open === -1) break;
    if (html.startsWith('<!--', open)) {
      at = past(html, '-->', open + 4, absent) ?? html.length;
      continue;
    }
    const name = tagName.exec(html.slice(open + 1, open + 34))?.[1]?.toLowerCase();
    const isMarkup = name !== undefined || /[!?/]/.test(html.charAt(open + 1));
    const hasEnd = isMarkup && past(html, '>', open, absent) !== undefined;
    const close = hasEnd ? endOf(open) : undefined;
    if (close === undefined) {
      pieces.push({ kind: 'text', text: '<' });
      at = open + 1;
      continue;
    }
    at = close;
    if (name === undefined) continue;
    const kind = html.charAt(open + 1) === '/' ? 'close' : 'open';
    if (kind === 'open' && raw.has(name) && html.charAt(close - 2) !== '/') {
      const behind =
        past(html, `</${name}`, close, absent) ??
        past(html, `</${name.toUpperCase()}`, close, absent);
      at = behind === undefined ? close : (past(html, '>', behind, absent) ?? html.length);
      continue;
    }
    pieces.push({ kind, name, attributes: html.slice(open + 1 + name.length, close - 1) });
  }
  return pieces;
}

/** Behind the next `mark`; undefined where there is none. */
function past(html: string, mark: string, from: number, absent: Set<string>): number | undefined {
  if (absent.has(mark)) return undefined;
  const at = html.indexOf(mark, from);
  if (at !== -1) return at + mark.length;
  absent.add(mark);
  return undefined;
}
