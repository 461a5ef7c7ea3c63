import { ConflictView } from '@/components/library/conflict-view';
import { titleOf } from '@/components/library/title-of';
import type { Folder } from '@/lib/actions/folder-ports';
import {
  resolveConflict,
  undoResolution,
  type ResolveFailure,
} from '@/lib/actions/resolve-conflict';
import type { MergeChoices } from '@/lib/core/codex/merge-fields';
import type { Conflict } from '@/lib/core/insight/folder-file';
import { t } from '@/lib/i18n';
import { folderPorts } from '@/lib/wire-folder';
import { quoteFormChoice } from '@/lib/wire-quotes';
import { faultText } from './fault-text';
import { useConflictParts } from './use-conflict-parts';
import { storageFailureText, type Done } from './use-done';
import type { LibraryData } from './use-library';
import { hrefOf } from './use-route';

export interface FolderConflictProps {
  readonly conflict: Conflict;
  readonly folder: Folder;
  readonly data: LibraryData;
  readonly done: Done;
  /** One of the two was edited meanwhile: the folder is to be looked at again. */
  readonly onOvertaken: () => void;
}

/** One card whose insight and file say different things. */
export function FolderConflict(props: FolderConflictProps) {
  const { conflict, folder, data, done, onOvertaken } = props;
  const { insightKey, path } = conflict;
  const insight = data.insightOf.get(insightKey);
  const parts = useConflictParts(insight, conflict.base || undefined, conflict.theirs, 'chosen');
  if (!insight || !parts) return null;

  const fail = (failure: ResolveFailure) => {
    done.say(failureText(failure));
    if (failure.kind === 'overtaken') onOvertaken();
  };
  const title = titleOf(insight, data.quoteOf(insightKey));
  const save = async (choices: MergeChoices) => {
    const solved = await resolveConflict(
      folderPorts,
      folder,
      insightKey,
      choices,
      await quoteFormChoice.form(),
    );
    if (!solved.ok) return fail(solved.error);
    // The form that had the keyboard goes away.
    document.querySelector<HTMLElement>('#folder-title')?.focus();
    done.say(t('folder_conflict_saved', title), async () => {
      const undone = await undoResolution(folderPorts, folder, solved.value);
      if (undone.ok) done.say(t('folder_conflict_undone'));
      else fail(undone.error);
    });
  };
  return (
    <ConflictView
      // Another version of the file is another choice to make.
      key={conflict.theirs}
      title={title}
      href={hrefOf({ room: 'insights', key: insightKey, editing: false })}
      path={path}
      parts={parts}
      onSave={(choices) => void save(choices)}
    />
  );
}

function failureText(failure: ResolveFailure): string {
  switch (failure.kind) {
    case 'overtaken':
      return t('folder_conflict_overtaken');
    case 'no-card':
      return faultText(failure.fault.reason, failure.fault.detail);
    case 'no-access':
      return t('folder_no_access');
    case 'folder-gone':
      return t('folder_gone');
    case 'folder-full':
      return t('folder_full');
    case 'folder-failed':
      return t('folder_failed', `${failure.path} ${failure.detail}`);
    case 'storage-full':
    case 'storage-failed':
    case 'newer-database':
    case 'read-only-collection':
      return storageFailureText(failure);
    default:
      return failure satisfies never;
  }
}
