/** XML as a run of tags and text: enough to read a feed, well formed or not, without a document. */
import { readReferences } from './character-reference';
import { tagEnds } from './tag-ends';

export type XmlPiece =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'open' | 'close';
      /** As written, with its prefix, in lower case. */
      readonly name: string;
      readonly attributes: string;
      /** `<name/>`: it closes itself. */
      readonly isEmpty: boolean;
    };

const tagName = /^\/?([a-z_][\w:.-]{0,60})/i;

/** The pieces in order, one at a time; comments and instructions are left out. Linear. */
export function* xmlPieces(xml: string): Generator<XmlPiece> {
  const endOf = tagEnds(xml);
  let at = 0;
  while (at < xml.length) {
    const open = xml.indexOf('<', at);
    const end = open === -1 ? xml.length : open;
    if (end > at) yield { kind: 'text', text: readReferences(xml.slice(at, end)) };
    if (open === -1) return;
    if (xml.startsWith('<![CDATA[', open)) {
      const close = xml.indexOf(']]>', open);
      yield { kind: 'text', text: xml.slice(open + 9, close === -1 ? xml.length : close) };
      if (close === -1) return;
      at = close + 3;
      continue;
    }
    if (xml.startsWith('<!--', open)) {
      const close = xml.indexOf('-->', open + 4);
      if (close === -1) return;
      at = close + 3;
      continue;
    }
    const behind = endOf(open);
    if (behind === undefined) return;
    at = behind;
    const inside = xml.slice(open + 1, behind - 1);
    const name = tagName.exec(inside)?.[1]?.toLowerCase();
    if (name === undefined) continue;
    const isClosing = inside.startsWith('/');
    yield {
      kind: isClosing ? 'close' : 'open',
      name,
      attributes: isClosing ? '' : inside.slice(name.length),
      isEmpty: inside.endsWith('/'),
    };
  }
}

const attribute = /([\w:.-]{1,60})\s{0,10}=\s{0,10}(?:"([^"]*)"|'([^']*)')/g;

/** The attributes of a tag by their names in lower case, references read. */
export function attributesOf(text: string): ReadonlyMap<string, string> {
  return new Map(
    [...text.slice(0, 20_000).matchAll(attribute)].map(([, name = '', double, single]) => [
      name.toLowerCase(),
      readReferences(double ?? single ?? '').trim(),
    ]),
  );
}
