/** From a card to the text of its Markdown file. */
import { sectionNames, type Card } from './card';
import { cardKeys, sectionHeadings } from './card-layout';
import { patchCard } from './patch-card';
import { writeSectionLines } from './section-text';
import { isEmptyField, normalTitle, writeField } from './write-field';

/**
 * The card as Markdown. Given the file it came from, only the lines of fields and sections that
 * differ from it change; a card nobody edited leaves byte for byte, and keys, sections, quoting and
 * line ends of that file stay. Without one, or when that file is not a card or cannot be made to
 * say this one, the codex's own form with `\n` line ends.
 *
 * A front matter value takes one line, so line breaks in it become a space; white space around a
 * title and blank lines around a section are left out. Everything else survives.
 */
export function writeCard(card: Card, original?: string): string {
  const patched = original === undefined ? undefined : patchCard(card, original);
  return patched ?? writeNewCard(card);
}

function writeNewCard(card: Card): string {
  const lines = ['---'];
  for (const key of cardKeys) {
    if (!key.optional || (key.field !== 'title' && !isEmptyField(key, card))) {
      lines.push(...writeField(key, card));
    }
  }
  lines.push('---');
  const title = normalTitle(card.title);
  if (title !== '') lines.push('', `# ${title}`);
  for (const name of sectionNames) {
    const body = writeSectionLines(card.sections[name]);
    if (body.length > 0) lines.push('', `## ${sectionHeadings[name]}`, ...body);
  }
  return `${lines.join('\n')}\n`;
}
