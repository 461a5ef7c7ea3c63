/** From the text of one Markdown file to a card. */
import { err, ok, type Result } from '../result';
import { cardSchema, emptyCard, tierSchema } from './card';
import type { Card, SectionName } from './card';
import type { CardFault } from './card-fault';
import { cardKeys, sectionOfHeading, type CardField } from './card-layout';
import { parseCardText, type CardText, type Entry } from './card-text';
import { readList, readScore, readText } from './read-entry';
import { readSectionLines, trimBlankLines } from './section-text';

/**
 * Reads a card leniently and loses nothing to guesswork: dates and numbers stay text, keys and
 * sections the card does not know are left to the text they stand in, and a section written twice
 * is read as one. What cannot be a card is a fault with its line.
 */
export function readCard(text: string): Result<Card, CardFault> {
  const parsed = parseCardText(text);
  return parsed.ok ? readParsedCard(parsed.value) : parsed;
}

/** As `readCard`, for a text already taken apart. */
export function readParsedCard(parsed: CardText): Result<Card, CardFault> {
  const card = emptyCard();
  const lineOf = (field: string): number => {
    const key = cardKeys.find((each) => each.field === field)?.key ?? '';
    if (field === 'title' && parsed.titleLine !== undefined) return parsed.titleLine + 1;
    return (parsed.entries.get(key)?.line ?? 0) + 1;
  };

  for (const { key, field } of cardKeys) {
    const entry = parsed.entries.get(key);
    if (entry !== undefined && !readField(card, field, entry)) {
      const reason = field === 'tier' ? 'bad-tier' : 'bad-score';
      return err({ line: entry.line + 1, reason, detail: entry.value.slice(0, 200) });
    }
  }
  if (parsed.titleLine !== undefined) {
    const heading = (parsed.lines[parsed.titleLine] ?? '').replace(/^#[ \t]*/, '').trimEnd();
    if (heading !== '') card.title = heading;
  }
  readSections(card, parsed);

  if (card.id === '') {
    const line = parsed.entries.get('id')?.line ?? parsed.open - 1;
    return err({ line: line + 1, reason: 'missing-id', detail: 'id' });
  }
  if (!/^ins_[\w.-]+$/.test(card.id)) {
    return err({ line: lineOf('id'), reason: 'bad-id', detail: card.id.slice(0, 200) });
  }
  const checked = cardSchema.safeParse(card);
  if (checked.success) return ok(card);
  const path = checked.error.issues[0]?.path ?? [];
  const section = parsed.sections.find(({ heading }) => sectionOfHeading(heading) === path[1]);
  const line = path[0] === 'sections' ? (section?.line ?? 0) + 1 : lineOf(String(path[0]));
  return err({ line, reason: 'too-long', detail: path.join('.') });
}

/** Puts an entry's value into the card; false when it is no score or no tier. */
function readField(card: Card, field: CardField, entry: Entry): boolean {
  if (field === 'coOperators' || field === 'domain' || field === 'lifecycle' || field === 'related')
    card[field] = readList(entry);
  else if (field === 'score') {
    const score = readScore(entry);
    if (score === 'bad') return false;
    if (score !== undefined) card.score = score;
  } else if (field === 'tier') {
    const value = readText(entry);
    const tier = tierSchema.safeParse(value);
    if (tier.success) card.tier = tier.data;
    else return value === '';
  } else card[field] = readText(entry);
  return true;
}

function readSections(card: Card, parsed: CardText): void {
  const found = new Map<SectionName, string[]>();
  for (const { heading, line, end } of parsed.sections) {
    const name = sectionOfHeading(heading);
    const body = trimBlankLines(readSectionLines(parsed.lines.slice(line + 1, end)));
    if (name === undefined || body.length === 0) continue;
    const bodies = found.get(name) ?? [];
    bodies.push(body.join('\n'));
    found.set(name, bodies);
  }
  for (const [name, bodies] of found) card.sections[name] = bodies.join('\n\n');
}
