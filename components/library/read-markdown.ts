/**
 * Reads the small part of Markdown that cards use into plain data. What is not understood stays the
 * text it was; nothing here ever becomes HTML.
 */

export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'strong' | 'emphasis'; readonly content: readonly Inline[] }
  | { readonly kind: 'link'; readonly href: string; readonly content: readonly Inline[] };

export type Block =
  | { readonly kind: 'paragraph' | 'heading'; readonly text: string }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly string[] }
  | { readonly kind: 'quote'; readonly blocks: readonly Block[] }
  | { readonly kind: 'code'; readonly text: string };

const bullet = /^ {0,3}(?:[-*+]|(\d{1,9})[.)])\s+(.*)$/;
const heading = /^#{1,6}\s+(.*)$/;
const quoted = /^ {0,3}> ?(.*)$/;
const fence = /^ {0,3}```/;

/** The blocks of a section, in order. Block quotes nest at most eight deep; deeper stays text. */
export function readBlocks(markdown: string, depth = 0): Block[] {
  const lines = markdown.replace(/\r\n?/g, '\n').split('\n');
  const blocks: Block[] = [];
  let at = 0;
  const take = (more: (line: string) => boolean): string[] => {
    const first = at;
    while (at < lines.length && more(lines[at] ?? '')) at += 1;
    return lines.slice(first, at);
  };
  while (at < lines.length) {
    const line = lines[at] ?? '';
    const listed = bullet.exec(line);
    const title = heading.exec(line);
    if (line.trim() === '') {
      at += 1;
    } else if (fence.test(line)) {
      at += 1;
      blocks.push({ kind: 'code', text: take((next) => !fence.test(next)).join('\n') });
      at += 1;
    } else if (quoted.test(line) && depth < 8) {
      const inner = take((next) => quoted.test(next)).map((next) => quoted.exec(next)?.[1] ?? '');
      blocks.push({ kind: 'quote', blocks: readBlocks(inner.join('\n'), depth + 1) });
    } else if (listed) {
      const items: string[] = [];
      for (const next of take((more) => bullet.test(more) || /^\s+\S/.test(more))) {
        const item = bullet.exec(next);
        if (item) items.push(item[2] ?? '');
        else items.push(`${items.pop() ?? ''}\n${next.trim()}`);
      }
      blocks.push({ kind: 'list', ordered: listed[1] !== undefined, items });
    } else if (title) {
      at += 1;
      blocks.push({ kind: 'heading', text: title[1] ?? '' });
    } else {
      at += 1;
      const rest = take((next) => next.trim() !== '' && !startsBlock(next));
      blocks.push({ kind: 'paragraph', text: [line, ...rest].join('\n') });
    }
  }
  return blocks;
}

function startsBlock(line: string): boolean {
  return [bullet, heading, quoted, fence].some((pattern) => pattern.test(line));
}

/** How far a closing mark may be from its opening one: keeps hostile text from costing squared time. */
const reach = 2_000;

/** The inline marks of a paragraph: code, strong, emphasis, and links to http(s) addresses. */
export function readInlines(text: string, depth = 0): Inline[] {
  const inlines: Inline[] = [];
  let plainFrom = 0;
  let at = 0;
  while (at < text.length) {
    const found = depth < 6 ? inlineAt(text, at, depth) : undefined;
    if (found) {
      if (at > plainFrom) inlines.push({ kind: 'text', text: text.slice(plainFrom, at) });
      inlines.push(found.inline);
      at = found.end;
      plainFrom = at;
    } else {
      at += 1;
    }
  }
  if (plainFrom < text.length) inlines.push({ kind: 'text', text: text.slice(plainFrom) });
  return inlines;
}

interface Found {
  readonly inline: Inline;
  readonly end: number;
}

function inlineAt(text: string, at: number, depth: number): Found | undefined {
  switch (text.charAt(at)) {
    case '`':
      return codeAt(text, at);
    case '*':
      return (
        markedAt(text, at, '**', 'strong', depth) ?? markedAt(text, at, '*', 'emphasis', depth)
      );
    case '_':
      return /\w/.test(text[at - 1] ?? ' ')
        ? undefined
        : markedAt(text, at, '_', 'emphasis', depth);
    case '[':
      return linkAt(text, at, depth);
    case '<':
      return autolinkAt(text, at);
    default:
      return undefined;
  }
}

function codeAt(text: string, at: number): Found | undefined {
  const close = text.indexOf('`', at + 1);
  if (close <= at + 1 || close - at > reach) return undefined;
  return { inline: { kind: 'code', text: text.slice(at + 1, close) }, end: close + 1 };
}

function markedAt(
  text: string,
  at: number,
  mark: '**' | '*' | '_',
  kind: 'strong' | 'emphasis',
  depth: number,
): Found | undefined {
  const from = at + mark.length;
  if (!text.startsWith(mark, at) || /\s/.test(text[from] ?? ' ')) return undefined;
  const near = text.slice(from, from + reach);
  const length = near.indexOf(mark);
  const after = near[length + mark.length] ?? ' ';
  if (length < 1 || /\s/.test(near[length - 1] ?? ' ')) return undefined;
  if (mark === '_' && /\w/.test(after)) return undefined;
  return {
    inline: { kind, content: readInlines(near.slice(0, length), depth + 1) },
    end: from + length + mark.length,
  };
}

const linkForm = /^\[([^[\]\n]{1,500})\]\((https?:\/\/[^\s()<>]{1,1500})\)/;
const autolinkForm = /^<(https?:\/\/[^\s<>]{1,1500})>/;

function linkAt(text: string, at: number, depth: number): Found | undefined {
  const found = linkForm.exec(text.slice(at, at + reach + 10));
  if (!found) return undefined;
  const [whole, label = '', href = ''] = found;
  return {
    inline: { kind: 'link', href, content: readInlines(label, depth + 1) },
    end: at + whole.length,
  };
}

function autolinkAt(text: string, at: number): Found | undefined {
  const found = autolinkForm.exec(text.slice(at, at + reach));
  if (!found) return undefined;
  const [whole, href = ''] = found;
  return {
    inline: { kind: 'link', href, content: [{ kind: 'text', text: href }] },
    end: at + whole.length,
  };
}
