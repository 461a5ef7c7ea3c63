import { useState } from 'react';
import { useTextEdits, type TextEdits } from '@/components/library/use-text-edits';
import { readCard } from '@/lib/core/codex/read-card';
import type { KeptFile } from '@/lib/core/insight/kept-file';
import { ports } from '@/lib/wire';
import { kept } from '@/lib/wire-mending';
import { readable } from './fault-text';
import { keptText } from './kept-text';
import type { Done } from './use-done';

/**
 * The text of a kept file under edit: saved on every pause and on leaving. A page that is being
 * closed cannot wait for the database, so local storage has the text until the database has it.
 */
export function useKeptText({ key, text: stored }: KeptFile, done: Done): TextEdits {
  const [unsaved] = useState(() => keptText(`library-mending ${key}`));
  const [left] = useState(() => unsaved.left().at(-1));
  return useTextEdits(
    stored,
    {
      keep: (text) => {
        unsaved.keep(text, stored);
        // It was put in at once, and what is kept now came of it.
        if (left !== undefined) unsaved.drop(left);
      },
      save: async (text) => {
        const saved = await kept.editKeptFile(key, editOf(text), ports.clock.now());
        return done.check(saved) && saved.ok && saved.value !== undefined;
      },
    },
    left,
  );
}

function editOf(text: string) {
  const read = readCard(text);
  return { text, ...(read.ok ? { line: 1, reason: readable, detail: '' } : read.error) };
}
