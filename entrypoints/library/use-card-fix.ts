import { useEffect, useRef } from 'react';
import type { CardEdits } from '@/components/library/use-card-edits';
import { undoFixes } from '@/lib/actions/fix-cards';
import type { Card } from '@/lib/core/codex/card';
import { applyFix } from '@/lib/core/codex/check-fix';
import type { Fix } from '@/lib/core/codex/check-finding';
import { t } from '@/lib/i18n';
import { ports } from '@/lib/wire';
import type { Done } from './use-done';

/** Makes a fix as an edit of the open card, and offers to take it back. */
export function useCardFix(key: string, edits: CardEdits, done: Done): (fix: Fix) => void {
  const open = useRef<CardEdits>(undefined);
  useEffect(() => {
    open.current = edits;
  });
  useEffect(
    () => () => {
      open.current = undefined;
    },
    [],
  );
  return (fix) => {
    const former = edits.card;
    const fixed = applyFix(former, fix);
    if (fixed === former) return;
    const field = fix.kind === 'replace' ? fix.field : 'related';
    const [before, after] = [patchOf(former, field), patchOf(fixed, field)];
    edits.edit(after);
    done.say(t('library_check_fixed_here'), async () => {
      const now = open.current;
      // Once the editor is closed, what is stored is what counts.
      if (now === undefined) done.check(await undoFixes(ports, [{ key, before, after }]));
      else if (isSame(patchOf(now.card, field), after)) now.edit(before);
    });
  };
}

type FixedField = Extract<Fix, { kind: 'replace' }>['field'];

function patchOf(card: Card, field: FixedField): Partial<Pick<Card, FixedField>> {
  return { [field]: card[field] };
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
