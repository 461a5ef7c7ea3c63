/** Bulleted sections as lists: views computed from the Markdown, never stored beside it. */

const bullet = /^\s*(?:[-*+]|\d{1,3}[.)])(?:[ \t]+|$)/;

/** The words after the bullet; undefined when the line has none. */
export function readBullet(line: string): string | undefined {
  return bullet.test(line) ? line.replace(bullet, '').trim() : undefined;
}

/** The text on one line, white space folded. */
export function foldSpace(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** The items of a section: each bullet with the lines that continue it, or each paragraph. */
export function readBullets(markdown: string): string[] {
  const items: string[] = [];
  let open = false;
  for (const line of markdown.split('\n')) {
    const text = readBullet(line) ?? line.trim();
    if (open && text !== '' && readBullet(line) === undefined) {
      items.push(`${items.pop() ?? ''} ${text}`);
    } else if (text !== '') items.push(text);
    open = text !== '';
  }
  return items.map(foldSpace);
}

/** One bullet for each item that says something. */
export function writeBullets(items: readonly string[]): string {
  return items
    .map(foldSpace)
    .filter((item) => item !== '')
    .map((item) => `- ${item}`)
    .join('\n');
}

/** A card that a section names, and what the line says about it. */
export interface CrossReference {
  readonly id: string;
  readonly why: string;
}

/** A card's id where it stands in running text. */
const cardIdPattern = /\bins_[a-z0-9](?:[a-z0-9_.-]*[a-z0-9])?/gi;

/** The ids a text names, in order, each once. */
export function mentionedIds(markdown: string): string[] {
  return [...new Set(Array.from(markdown.matchAll(cardIdPattern), (match) => match[0]))];
}

/** The text with titles, in quotation marks, in place of the ids of the cards whose title is known. */
export function titledText(text: string, titleOf: (id: string) => string | undefined): string {
  return text.replace(cardIdPattern, (id, at: number) => {
    // Within an address it names a file.
    const title = text[at - 1] === '/' ? undefined : titleOf(id);
    return title ? `“${title}”` : id;
  });
}

/**
 * The cards that the bullets of a section name, each once: `` - `ins_other` — why ``, with a comma
 * or a colon, in `[[…]]` or bare. Where the line is no such bullet, the whole line is the why.
 */
export function readCrossReferences(markdown: string): CrossReference[] {
  const found = new Map<string, string>();
  for (const item of readBullets(markdown)) {
    const after = item.replace(/^(?:(?:[`[*_(]*ins_[\w.-]*\w[`\]*_)]*)[\s,;&+]*(?:and\s+)?)+/i, '');
    const why = after === item ? item : after.replace(/^(?:[\s,:;.)—–-]|--)+/, '');
    for (const id of mentionedIds(item)) if (!found.has(id)) found.set(id, why.trim());
  }
  return Array.from(found, ([id, why]) => ({ id, why }));
}
