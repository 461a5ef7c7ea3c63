import { applyPatch } from '@/components/library/card-patch';
import { fieldLabels } from '@/components/library/field-labels';
import { patchOf, type FieldName, type KeptValue } from '@/components/library/kept-field';
import { cardSchema, emptyCard } from '@/lib/core/codex/card';
import { t } from '@/lib/i18n';

/** A field that says more than it may. */
export interface OverLimit {
  readonly field: FieldName;
  readonly most: number;
  readonly of: 'characters' | 'entries';
}

/** Which fields of a card hold more than a card may, each with its limit. */
export function overLimit(fields: readonly (readonly [FieldName, KeptValue])[]): OverLimit[] {
  const parsed = cardSchema.safeParse(applyPatch(emptyCard(), patchOf(fields)));
  const found = new Map<FieldName, OverLimit>();
  for (const issue of parsed.error?.issues ?? []) {
    if (issue.code !== 'too_big') continue;
    const [first, second] = issue.path;
    const field = (first === 'sections' ? `sections.${String(second)}` : first) as FieldName;
    const of = issue.origin === 'array' ? 'entries' : 'characters';
    found.set(field, { field, most: Number(issue.maximum), of });
  }
  return [...found.values()];
}

/** Names the field and its limit in plain words. */
export function overLimitText({ field, most, of }: OverLimit): string {
  const key = of === 'entries' ? 'library_too_many' : 'library_too_long';
  return t(key, t(fieldLabels[field]), most.toLocaleString());
}
