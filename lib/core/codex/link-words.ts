/** How a typed link reads in a card, at the end it starts from and at the end it leads to. */
import type { LinkType } from '../insight/link';

/** Which end of a link the card at hand is. */
export type LinkEnd = 'from' | 'to';

const verbs: Readonly<Record<Exclude<LinkType, 'related'>, Readonly<Record<LinkEnd, string>>>> = {
  supports: { from: 'supports', to: 'supported by' },
  contradicts: { from: 'contradicts', to: 'contradicted by' },
  limits: { from: 'limits', to: 'limited by' },
  duplicates: { from: 'duplicates', to: 'duplicated by' },
};

export interface LinkWords {
  readonly type: LinkType;
  readonly end: LinkEnd;
  readonly why: string;
}

/** `limited by`; nothing for a mere relation. */
function linkVerb(type: LinkType, end: LinkEnd): string {
  return type === 'related' ? '' : verbs[type][end];
}

/** What a cross-reference says of a link: `limited by: why`, the verb alone, or the why alone. */
export function writeLinkWords({ type, end, why }: LinkWords): string {
  return [linkVerb(type, end), why].filter((part) => part !== '').join(': ');
}

const byVerb = new Map(
  Object.entries(verbs).flatMap(([type, ends]) =>
    Object.entries(ends).map(([end, verb]) => [verb, { type, end } as Omit<LinkWords, 'why'>]),
  ),
);

/** Reads what `writeLinkWords` wrote; undefined where the words begin with no verb and colon. */
export function readLinkWords(words: string): LinkWords | undefined {
  const [verb = '', ...rest] = words.split(/:(?:\s|$)/);
  const known = byVerb.get(verb.trim().toLowerCase());
  return known && { ...known, why: words.slice(verb.length + (rest.length > 0 ? 1 : 0)).trim() };
}

const sentence = /^([A-Z][a-z]+(?: by)?) `(ins_[^`\s]+)`(?:\.$|:\s)/;

/** `Limited by `ins_x`: why`, as a paragraph of counter-evidence. */
export function writeLinkSentence(id: string, { type, end, why }: LinkWords): string {
  const verb = linkVerb(type, end);
  const said = `${verb.charAt(0).toUpperCase()}${verb.slice(1)} \`${id}\``;
  return why === '' ? `${said}.` : `${said}: ${why}`;
}

/** Reads what `writeLinkSentence` wrote; undefined for any other paragraph. */
export function readLinkSentence(paragraph: string): { id: string; words: LinkWords } | undefined {
  const match = sentence.exec(paragraph.trim());
  const known = byVerb.get(match?.[1]?.toLowerCase() ?? '');
  if (match === null || known === undefined) return undefined;
  const [written, , id = ''] = match;
  return { id, words: { ...known, why: paragraph.trim().slice(written.length).trim() } };
}
