import { useDeferredValue, useMemo } from 'react';
import { EmptyState } from '@/components/empty-state';
import { MendFrame } from '@/components/library/mend-frame';
import { MendView, type ShownReading } from '@/components/library/mend-view';
import { RoomMessage } from '@/components/library/room-message';
import { importCards } from '@/lib/actions/import-cards';
import { undoBringIn } from '@/lib/actions/undo-bring-in';
import { readCard } from '@/lib/core/codex/read-card';
import { ownCollection, type Insight } from '@/lib/core/insight/insight';
import type { KeptFile } from '@/lib/core/insight/kept-file';
import { plainText } from '@/lib/core/match/plain-text';
import { t } from '@/lib/i18n';
import { useKeptFile } from '@/lib/storage/hooks';
import { ports } from '@/lib/wire';
import { folderPorts } from '@/lib/wire-folder';
import { kept } from '@/lib/wire-mending';
import { discardKeptFile } from './discard-kept-file';
import { faultText } from './fault-text';
import { storageFailureText, type Done } from './use-done';
import { useKeptText } from './use-kept-text';
import type { LibraryData } from './use-library';
import { hrefOf } from './use-route';

export interface MendRoomProps {
  readonly fileKey: string;
  readonly data: LibraryData;
  readonly done: Done;
}

const importHref = hrefOf({ room: 'import' });
const undoPorts = { folderStore: folderPorts.folderStore, kept, clock: ports.clock };

/** One broken file, to be mended and brought in. */
export function MendRoom({ fileKey, data, done }: MendRoomProps) {
  const file = useKeptFile(fileKey);
  if (file !== null) {
    return (
      <MendFrame path={file?.path} backHref={importHref}>
        {file ? <Mend key={fileKey} file={file} data={data} done={done} /> : null}
      </MendFrame>
    );
  }
  return (
    <RoomMessage>
      <EmptyState
        title={t('library_mend_none_title')}
        text={t('library_mend_none_text')}
        action={<a href={importHref}>{t('library_mend_back')}</a>}
      />
    </RoomMessage>
  );
}

interface MendProps {
  readonly file: KeptFile;
  readonly data: LibraryData;
  readonly done: Done;
}

function Mend({ file, data, done }: MendProps) {
  const { text, state, edit, flush } = useKeptText(file, done);
  // Typing stays quick: what it reads as may follow a moment later.
  const settled = useDeferredValue(text);
  const reading = useMemo(() => read(settled, data), [settled, data]);
  const name = file.path.split(/[\\/]/).at(-1) ?? file.path;

  const bringIn = async () => {
    if (!(await flush())) return;
    const before = ownOf(text, data.own);
    const imported = await importCards({ ...ports, kept }, [{ path: file.path, text }]);
    if (!imported.ok) {
      if (imported.error.kind !== 'cancelled') done.check({ ok: false, error: imported.error });
      return;
    }
    const { conflicts, broken } = imported.value;
    const [conflict] = conflicts;
    if (conflict) return done.say(t('library_mend_conflict', conflict.id));
    const [fault] = broken;
    if (fault) return done.say(faultText(fault.reason, fault.detail));
    const insight = ownOf(text, await ports.store.allInsights());
    if (!insight) return;
    openPlace(hrefOf({ room: 'insights', key: insight.key, editing: false }));
    const brought = { file: { ...file, text }, insight, before };
    done.say(t('library_mend_came_in', insight.card.id), async () => {
      const undone = await undoBringIn(undoPorts, brought);
      if (undone.ok) return;
      const { error } = undone;
      done.refuse(
        error.kind === 'overtaken' ? t('library_mend_edited_since') : storageFailureText(error),
      );
    });
  };
  const discard = async () => {
    await flush();
    if (await discardKeptFile({ ...file, text }, done)) openPlace(importHref);
  };
  return (
    <MendView
      text={text}
      reading={reading}
      saveState={state}
      onChange={edit}
      onBlur={() => void flush()}
      onBringIn={() => void bringIn()}
      onDiscard={() => void discard()}
      onSaveFile={() => ports.files.save(name, text, 'text/markdown')}
    />
  );
}

function openPlace(href: string): void {
  location.hash = href;
}

/** One's own insight that has the id of the card that the text is. */
function ownOf(text: string, insights: readonly Insight[]): Insight | undefined {
  const card = readCard(text);
  return card.ok
    ? insights.find((each) => each.collection === ownCollection && each.card.id === card.value.id)
    : undefined;
}

function read(text: string, { own }: LibraryData): ShownReading {
  const result = readCard(text);
  if (!result.ok) {
    const { line, reason, detail } = result.error;
    return { kind: 'fault', line, reason: faultText(reason, detail) };
  }
  const { id, title, operator, sections } = result.value;
  const taken = own.find(({ card }) => card.id === id);
  return {
    kind: 'card',
    id,
    title,
    operator,
    claim: plainText(sections.claim),
    takenHref: taken && hrefOf({ room: 'insights', key: taken.key, editing: false }),
  };
}
