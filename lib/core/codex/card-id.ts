/** A card's id from its title, and the file name from the id. */

/** The most bytes an id takes; it is ASCII, so also the most characters. */
const longest = 80;
const prefix = 'ins_';

/** Words at the front that say nothing about the claim. */
const opening = /^(?:(?:a|an|the|in|on|for|when|if|why|how|that|to)-)+(?=.{8})/;

/** Letters that have no decomposition into a base letter and a mark. */
const folds: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  þ: 'th',
  ı: 'i',
};

/** FNV-1a, 32 bits (RFC 9923 describes it): short and stable, not meant to be secret. */
function hash(text: string): string {
  let value = 0x81_1c_9d_c5;
  for (let i = 0; i < text.length; i += 1) {
    value = Math.imul(value ^ text.charCodeAt(i), 0x01_00_01_93);
  }
  return (value >>> 0).toString(36).padStart(7, '0');
}

/** Lower case letters a to z, digits and single hyphens; empty when nothing of that remains. */
function slug(title: string): string {
  return title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}+/gu, '')
    .replace(/[ßæœøđðłþı]/g, (letter) => folds[letter] ?? '')
    .replace(/['’ʼ]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .replace(opening, '');
}

/** Cut to length, at the end of a word where there is one in the second half. */
function shorten(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most + 1);
  const word = cut.lastIndexOf('-');
  return cut.slice(0, word > most / 2 ? word : most).replace(/-+$/, '');
}

/**
 * `ins_` and a slug of the title, at most 80 bytes, `-2`, `-3` … appended while it is taken. A
 * title that is mostly written in other letters than a to z gets a short hash, the same each time.
 */
export function cardId(title: string, taken: ReadonlySet<string>): string {
  const letters = Array.from(title.matchAll(/[\p{L}\p{N}]/gu)).length;
  const plain = slug(title);
  const lost = plain.replaceAll('-', '').length < letters / 2 || plain === '';
  const hashed = [shorten(plain, 40), hash(title.normalize('NFC'))].filter((part) => part !== '');
  const base = lost ? hashed.join('-') : plain;
  for (let n = 1; ; n += 1) {
    const suffix = n === 1 ? '' : `-${n}`;
    const id = prefix + shorten(base, longest - prefix.length - suffix.length) + suffix;
    if (!taken.has(id)) return id;
  }
}

/**
 * The name of a card's file, legal on Windows, macOS and Linux: the id, or for a draft, which has
 * none, one made of its title. Ids that no file system would bear are made safe the same way.
 */
export function cardFileName(card: { readonly id: string; readonly title: string }): string {
  const portable = /^ins_[a-z0-9](?:[\w.-]*\w)?$/i.test(card.id) && card.id.length <= 120;
  const name = portable ? card.id : cardId(card.id || card.title || 'draft', new Set());
  return `${card.id === '' ? name.replace(prefix, 'draft_') : name}.md`;
}
