import { ConflictView } from '@/components/library/conflict-view';
import { titleOf } from '@/components/library/title-of';
import type { UnsettledFile } from '@/lib/actions/import-cards';
import { resolveImport, undoImport } from '@/lib/actions/resolve-import';
import type { MergeChoices } from '@/lib/core/codex/merge-fields';
import { t } from '@/lib/i18n';
import { ports } from '@/lib/wire';
import { folderPorts } from '@/lib/wire-folder';
import { useConflictParts } from './use-conflict-parts';
import { storageFailureText, type Done } from './use-done';
import type { LibraryData } from './use-library';
import { hrefOf } from './use-route';

export interface ImportConflictProps {
  readonly file: UnsettledFile;
  readonly data: LibraryData;
  readonly done: Done;
  /** The file waits for a choice, or not any more. */
  readonly onSettled: (settled: boolean) => void;
}

/** One imported file that changed the words which were changed here. */
export function ImportConflict({ file, data, done, onSettled }: ImportConflictProps) {
  const { key, path, text } = file;
  const insight = data.insightOf.get(key);
  const parts = useConflictParts(insight, insight?.original, text, 'likest');
  // Without a part, words of a clip are missing in the file: the report says that ours stays.
  if (!insight || !parts || parts.length === 0) return null;

  const title = titleOf(insight, data.quoteOf(key));
  const all = { ...ports, folderStore: folderPorts.folderStore };
  const save = async (choices: MergeChoices) => {
    const solved = await resolveImport(all, key, text, choices);
    if (!solved.ok) return done.say(failureText(solved.error));
    // The form that had the keyboard goes away.
    document.querySelector<HTMLElement>('#import-title')?.focus();
    onSettled(true);
    done.say(t('library_import_settled', title), async () => {
      const undone = await undoImport(all, solved.value);
      if (!undone.ok) return done.say(failureText(undone.error));
      onSettled(false);
      done.say(t('folder_conflict_undone'));
    });
  };
  return (
    <ConflictView
      title={title}
      href={hrefOf({ room: 'insights', key, editing: false })}
      path={path}
      parts={parts}
      onSave={(choices) => void save(choices)}
    />
  );
}

type Failure = (Awaited<ReturnType<typeof resolveImport>> & { ok: false })['error'];

function failureText(failure: Failure): string {
  return failure.kind === 'overtaken'
    ? t('folder_conflict_overtaken')
    : storageFailureText(failure);
}
