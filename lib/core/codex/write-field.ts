/** The lines of the front matter that stand for one field of a card. */
import type { Card, Score } from './card';
import { scoreNames } from './card';
import type { CardKey } from './card-layout';
import { foldLines, isPlainItem, writeDate, writeScalar, type ScalarStyle } from './scalar';

/** `{ originality: 3, … }`, in the codex's order; nothing when there is no score. */
export function writeScore(score: Score | undefined): string {
  if (score === undefined) return '';
  return `{ ${scoreNames.map((name) => `${name}: ${score[name]}`).join(', ')} }`;
}

/** One item of a block list. A dash needs something after it that is no null. */
export function writeBlockItem(item: string): string {
  return `  - ${writeScalar(item) || "''"}`;
}

/**
 * The value of a field that fits on the key's own line; a list that does not fit there gives
 * undefined, and goes into lines of its own.
 */
export function writeValue(
  { field, kind }: CardKey,
  card: Card,
  style?: ScalarStyle,
): string | undefined {
  const value = card[field];
  if (kind === 'score') return writeScore(card.score);
  if (Array.isArray(value)) return value.every(isPlainItem) ? `[${value.join(', ')}]` : undefined;
  const text = typeof value === 'string' ? value : '';
  return kind === 'date' ? writeDate(text, style) : writeScalar(text, style);
}

/** A field in the codex's form: one line, or a line with the key and one for each item. */
export function writeField(key: CardKey, card: Card): string[] {
  const value = writeValue(key, card);
  if (value !== undefined) return [value === '' ? `${key.key}:` : `${key.key}: ${value}`];
  const items = card[key.field];
  return [`${key.key}:`, ...(Array.isArray(items) ? items.map(writeBlockItem) : [])];
}

/** Whether a field says nothing. */
export function isEmptyField({ field }: CardKey, card: Card): boolean {
  const value = card[field];
  return value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}

/** A field's value as a card's text can hold it, to tell whether two are the same. */
export function normalField({ field, kind }: CardKey, card: Card): string {
  const value = card[field];
  if (typeof value === 'string') return JSON.stringify(normalLine(field, value));
  if (Array.isArray(value)) return JSON.stringify(value.map(foldLines));
  return kind === 'score' ? writeScore(card.score) : '';
}

/** Text for one line; a heading has no white space around it. */
function normalLine(field: string, value: string): string {
  return field === 'title' ? normalTitle(value) : foldLines(value);
}

/** The title as a heading can hold it. */
export function normalTitle(title: string): string {
  return foldLines(title).trim();
}
