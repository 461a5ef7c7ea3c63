/** Edits to a card as plain data, so that several can wait together and go to the store as one. */
import type { Card, SectionName } from '@/lib/core/codex/card';

/** The fields a person changed, with their new values; `undefined` clears a score or a tier. */
export type CardPatch = { readonly [Field in keyof Omit<Card, 'sections'>]?: Card[Field] } & {
  readonly sections?: { readonly [Name in SectionName]?: string };
};

/** The card with the patch's fields in place; a field the patch does not name stays as it was. */
export function applyPatch(card: Card, patch: CardPatch): Card {
  const { sections, ...fields } = patch;
  return { ...card, ...fields, sections: { ...card.sections, ...sections } };
}

/** One patch that does what the first and then the second would do. */
export function mergePatches(first: CardPatch, second: CardPatch): CardPatch {
  const sections = { ...first.sections, ...second.sections };
  const merged = { ...first, ...second };
  return Object.keys(sections).length > 0 ? { ...merged, sections } : merged;
}

/** The part of the patch that the card does not say yet. */
export function unsettled(card: Card, patch: CardPatch): CardPatch {
  const { sections = {}, ...fields } = patch;
  const differs = (now: unknown, wanted: unknown) => JSON.stringify(now) !== JSON.stringify(wanted);
  const left = Object.entries(fields).filter(([name, value]) =>
    differs(card[name as keyof Card], value),
  );
  const leftSections = Object.entries(sections).filter(([name, value]) =>
    differs(card.sections[name as SectionName], value),
  );
  return {
    ...Object.fromEntries(left),
    ...(leftSections.length > 0 && { sections: Object.fromEntries(leftSections) }),
  };
}

export function isEmptyPatch(patch: CardPatch): boolean {
  return Object.keys(patch).length === 0;
}
