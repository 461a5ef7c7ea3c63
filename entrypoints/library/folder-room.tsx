import { useState } from 'react';
import { FolderView } from '@/components/library/folder-view';
import type { ShownChange, ShownSync } from '@/components/library/folder-report';
import { RoomMessage } from '@/components/library/room-message';
import { titleOf } from '@/components/library/title-of';
import type { SyncReport } from '@/lib/actions/sync-folder';
import { t, tn } from '@/lib/i18n';
import { canPickFolder, folderChoice, pickFolder } from '@/lib/wire-folder';
import { faultText } from './fault-text';
import { FolderConflict } from './folder-conflict';
import type { Done } from './use-done';
import type { FolderSync } from './use-folder';
import type { LibraryData } from './use-library';
import { hrefOf } from './use-route';

export interface FolderRoomProps {
  readonly folder: FolderSync;
  readonly data: LibraryData;
  readonly done: Done;
}

/** The person's own folder: choosing it, what happens with it, and what needs a choice. */
export function FolderRoom({ folder: own, data, done }: FolderRoomProps) {
  const { folder, state, report, conflicts, keepsIndex, sync } = own;
  const [refused, setRefused] = useState(false);
  if (folder === null) return <RoomMessage>{t('folder_loading')}</RoomMessage>;

  const choose = async () => {
    const handle = await pickFolder();
    if (!handle) return;
    if (!done.check(await folderChoice.choose(handle, keepsIndex))) return;
    done.say(t('folder_chosen', handle.name));
  };
  const giveAccess = async () => {
    const access = await folder?.askAccess();
    setRefused(access !== 'granted');
    if (access === 'granted') await sync();
  };
  const syncNow = async () => {
    const synced = await sync();
    if (!synced) return;
    const { length } = synced.changes;
    done.say(length === 0 ? t('folder_synced_none') : tn('folder_synced', length));
  };
  const writeIndex = async () => {
    const synced = await sync({ index: 'write' });
    if (!synced) return;
    done.say(synced.index ? t('folder_index_written', synced.index) : t('folder_index_same'));
  };
  const keepIndex = async (keep: boolean) => {
    done.check(await folderChoice.keepIndex(keep));
  };
  const stop = async () => {
    const chosen = await folderChoice.chosen();
    if (!chosen || !done.check(await folderChoice.stop())) return;
    document.querySelector<HTMLElement>('#folder-title')?.focus();
    done.say(t('folder_stopped', chosen.handle.name), async () => {
      done.check(await folderChoice.choose(chosen.handle, chosen.writesIndex ?? false));
    });
  };

  return (
    <FolderView
      name={folder?.name}
      state={state.kind === 'no-access' ? { ...state, refused } : state}
      sync={report && showSync(report, data)}
      keepsIndex={keepsIndex}
      conflicts={
        folder
          ? conflicts.map((conflict) => (
              <FolderConflict
                key={conflict.insightKey}
                conflict={conflict}
                folder={folder}
                data={data}
                done={done}
                onOvertaken={() => void sync()}
              />
            ))
          : []
      }
      importHref={hrefOf({ room: 'import' })}
      onChoose={canPickFolder() ? () => void choose() : undefined}
      onSync={() => void syncNow()}
      onGiveAccess={() => void giveAccess()}
      onVanished={(onVanished) => void sync({ onVanished })}
      onIndex={() => void writeIndex()}
      onKeepIndex={(keep) => void keepIndex(keep)}
      onStop={() => void stop()}
    />
  );
}

function showSync({ changes, broken, unread }: SyncReport, data: LibraryData): ShownSync {
  return {
    changes: changes.map(({ change, path, id, insightKey }): ShownChange => {
      const insight = data.insightOf.get(insightKey);
      return {
        change,
        path,
        title: insight ? titleOf(insight, data.quoteOf(insightKey)) : id,
        href: insight && hrefOf({ room: 'insights', key: insightKey, editing: false }),
      };
    }),
    gone: changes.reduce((sum, { gone }) => sum + gone, 0),
    broken: [
      ...broken.map(({ path, line, reason, detail }) => ({
        name: t('library_import_line', path, line),
        reason: faultText(reason, detail),
      })),
      ...unread.map((path) => ({ name: path, reason: faultText('not-text') })),
    ],
  };
}
