import { useEffect, useState } from 'react';
import type { ShownConflictPart } from '@/components/library/conflict-view';
import { conflictParts } from '@/lib/actions/resolve-conflict';
import { diffWords } from '@/lib/core/codex/diff-words';
import type { Insight } from '@/lib/core/insight/insight';
import { ports } from '@/lib/wire';
import { quoteFormChoice } from '@/lib/wire-quotes';

/**
 * What insight and file say differently, part by part; undefined until that is known. `form` is how
 * the clips leave: as chosen, or as they stand in the file.
 */
export function useConflictParts(
  insight: Insight | undefined,
  base: string | undefined,
  theirs: string,
  form: 'chosen' | 'likest',
): readonly ShownConflictPart[] | undefined {
  const [parts, setParts] = useState<readonly ShownConflictPart[]>();
  useEffect(() => {
    let isOver = false;
    if (!insight) return;
    void (async () => {
      const sent = form === 'likest' ? form : await quoteFormChoice.form();
      const found = await conflictParts(ports.store, insight, base, theirs, sent);
      if (isOver) return;
      setParts(found.map(({ part, mine, theirs: file }) => ({ part, ...diffWords(mine, file) })));
    })();
    return () => {
      isOver = true;
    };
  }, [insight, base, theirs, form]);
  return parts;
}
