/** Takes out of a card what says, in a list or a line of its own, that it is linked to another. */
import type { Card } from './card';
import { readLinkSentence } from './link-words';
import { mentionedIds, readBullet } from './lists';

const named = String.raw`[\`[*_(]*ins_[\w.-]*\w[\`\]*_)]*`;
/** The ids that a cross-reference begins with, parted by commas or "and". */
const headPattern = new RegExp(String.raw`^(?:${named}[\s,;&+]*(?:and\s+)?)+`, 'i');

/**
 * The card without the id in `related`, without its bullet in Cross-references (of a bullet that
 * begins with several ids, only that id goes), and without the sentence of Counter-evidence that
 * `projectCard` writes. Prose that mentions the other card is a person's own words and stays, as does
 * a line that names a third card beside it. The card itself comes back when nothing is to go.
 */
export function unlinkCard(card: Card, id: string): Card {
  const { crossReferences, counterEvidence } = card.sections;
  const sections = {
    ...card.sections,
    crossReferences: withoutBullet(crossReferences, id),
    counterEvidence: withoutSentence(counterEvidence, id),
  };
  const related = card.related.filter((each) => each !== id);
  const same =
    related.length === card.related.length &&
    sections.crossReferences === crossReferences &&
    sections.counterEvidence === counterEvidence;
  return same ? card : { ...card, related, sections };
}

/**
 * Puts back what `unlinkCard` took out of `before`. A part that was edited since keeps the edit: the
 * id, or the lines that went, are added to it where they are missing.
 */
export function relinkCard(card: Card, before: Card, id: string): Card {
  const after = unlinkCard(before, id);
  const section = (name: 'crossReferences' | 'counterEvidence'): string => {
    const [now, old, left] = [card.sections[name], before.sections[name], after.sections[name]];
    if (now === left || old === left) return old === left ? now : old;
    if (mentionedIds(now).includes(id)) return now;
    const kept = new Set(left.split('\n'));
    const lost = old.split('\n').filter((line) => !kept.has(line));
    return [now.trimEnd(), ...lost].join('\n').trim();
  };
  const isSame = JSON.stringify(card.related) === JSON.stringify(after.related);
  const missing = before.related.includes(id) && !card.related.includes(id);
  const related = isSame ? before.related : missing ? [...card.related, id] : card.related;
  const sections = {
    ...card.sections,
    crossReferences: section('crossReferences'),
    counterEvidence: section('counterEvidence'),
  };
  return { ...card, related, sections };
}

function withoutBullet(section: string, id: string): string {
  const lines = section.split('\n');
  const kept: string[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    const words = readBullet(line);
    if (words === undefined) {
      kept.push(line);
      continue;
    }
    let end = at + 1;
    while (/\S/.test(lines[end] ?? '') && readBullet(lines[end] ?? '') === undefined) end += 1;
    kept.push(...editBullet(lines.slice(at, end), words, id));
    at = end - 1;
  }
  return kept.length === lines.length && kept.every((line, at) => line === lines[at])
    ? section
    : kept.join('\n').replace(/^\n+|\n+$/g, '');
}

/** The lines of one bullet without the id it begins with. */
function editBullet(lines: readonly string[], words: string, id: string): readonly string[] {
  const head = headPattern.exec(words)?.[0] ?? '';
  const heads = mentionedIds(head);
  if (!heads.includes(id)) return lines;
  if (heads.length === 1) {
    return mentionedIds(lines.join('\n')).length === 1 ? [] : lines;
  }
  const tokens = head.match(new RegExp(named, 'gi')) ?? [];
  const left = tokens.filter((token) => !mentionedIds(token).includes(id)).join(', ');
  const [first = '', ...rest] = lines;
  const at = first.indexOf(head);
  const gap = /\s*$/.exec(head)?.[0] ?? '';
  return [first.slice(0, at) + left + gap + first.slice(at + head.length), ...rest];
}

function withoutSentence(section: string, id: string): string {
  const lines = section.split('\n');
  const isBlank = (line: string | undefined): boolean => line === undefined || line.trim() === '';
  const at = lines.findIndex(
    (line, place) =>
      readLinkSentence(line)?.id === id &&
      mentionedIds(line).length === 1 &&
      isBlank(lines[place - 1]) &&
      isBlank(lines[place + 1]),
  );
  if (at < 0) return section;
  const before = lines.slice(0, at);
  const after = lines.slice(at + 1);
  // One gap of the two that stood around it is enough.
  if (before.length > 0) before.pop();
  else after.shift();
  return withoutSentence([...before, ...after].join('\n'), id);
}
