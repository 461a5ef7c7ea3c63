import type { Card } from '@/lib/core/codex/card';
import type { CardPatch } from './card-patch';
import { fieldsOf, patchOf, sameValue, valueOf } from './kept-field';
import type { Expected } from './use-card-edits';

/**
 * What the card holds in the patch's fields that the person has not seen: written meanwhile by an
 * editor of the file or by another page. Putting it back is this patch.
 */
export function overwritten(card: Card, patch: CardPatch, expected: Expected): CardPatch {
  return patchOf(
    fieldsOf(patch).flatMap(([field, value]) => {
      const held = valueOf(card, field);
      const known = [value, ...(expected.get(field) ?? [])];
      return known.some((each) => sameValue(each, held)) ? [] : [[field, held] as const];
    }),
  );
}
