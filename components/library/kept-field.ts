/** Edits as a list of fields, each with what it stood on: what can wait outside the database. */
import type { Card, SectionName } from '@/lib/core/codex/card';
import type { CardPatch } from './card-patch';

/** A field's value as JSON can carry it: null stands for a cleared score or tier. */
export type KeptValue = string | readonly string[] | NonNullable<Card['score']> | null;

/** `title`, or `sections.claim` for a section. */
export type FieldName = Exclude<keyof Card, 'sections'> | `sections.${SectionName}` | 'note';

export interface KeptField {
  readonly field: FieldName;
  readonly value: KeptValue;
  /** What the store may hold for the value to replace it: anything else is newer than the edit. */
  readonly expected: readonly KeptValue[];
}

const sectionPrefix = 'sections.';

/** The patch's fields by name, with what they were changed to. */
export function fieldsOf(patch: CardPatch): [FieldName, KeptValue][] {
  const { sections = {}, ...fields } = patch;
  const flat = [
    ...Object.entries(fields),
    ...Object.entries(sections).map(([name, value]) => [sectionPrefix + name, value]),
  ] as [FieldName, KeptValue | undefined][];
  return flat.map(([field, value]) => [field, value ?? null]);
}

/** The patch that gives the fields these values; the inverse of `fieldsOf`. */
export function patchOf(fields: readonly (readonly [FieldName, KeptValue])[]): CardPatch {
  const values = fields.map(([field, value]) => [field, value ?? undefined] as const);
  const isSection = ([field]: readonly [string, unknown]) => field.startsWith(sectionPrefix);
  const sections = values
    .filter(isSection)
    .map(([field, value]) => [field.slice(sectionPrefix.length), value]);
  return {
    ...Object.fromEntries(values.filter((each) => !isSection(each))),
    ...(sections.length > 0 && { sections: Object.fromEntries(sections) }),
  };
}

/** What the card says in this field. */
export function valueOf(card: Card, field: FieldName): KeptValue {
  const held: Readonly<Record<string, unknown>> = field.startsWith(sectionPrefix)
    ? card.sections
    : card;
  return (held[field.replace(sectionPrefix, '')] ?? null) as KeptValue;
}

/** Whether two values are the same to the person. */
export function sameValue(a: KeptValue, b: KeptValue): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
