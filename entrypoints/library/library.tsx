import { useEffect, useRef, useState, type RefObject } from 'react';
import { ImportProgressBar } from '@/components/library/import-progress';
import { keepFocus } from '@/components/library/keep-focus';
import { KeyHelp } from '@/components/library/key-help';
import { LibraryFrame, libraryRooms } from '@/components/library/library-frame';
import { RoomMessage } from '@/components/library/room-message';
import { Notice } from '@/components/notice';
import { t } from '@/lib/i18n';
import { useTrashedClips, useTrashedDocuments } from '@/lib/storage/hooks';
import { CheckRoom } from './check-room';
import { CollectionsRoom } from './collections-room';
import { CompareRoom } from './compare-room';
import { DocumentsRoom } from './documents-room';
import { FolderRoom } from './folder-room';
import { ImportRoom } from './import-room';
import { InsightsRoom } from './insights-room';
import { MendRoom } from './mend-room';
import { SettingsRoom } from './settings-room';
import { TrashRoom } from './trash-room';
import { useDone } from './use-done';
import { useFolder, type FolderSync } from './use-folder';
import { useImport } from './use-import';
import { useKeptWords } from './use-kept-words';
import { useLibrary } from './use-library';
import { useListState } from './use-list-state';
import { hrefOf, useRoute, type Route } from './use-route';
import type { Search } from './use-search';
import { useSearchSource } from './use-search-source';
import { useSingleKeys } from './use-single-keys';

/** The library page: which room the address names, with what the database holds. */
export function Library() {
  const route = useRoute();
  const data = useLibrary();
  const trash = data?.trash;
  const trashedClips = useTrashedClips();
  const trashedDocuments = useTrashedDocuments();
  const done = useDone();
  const folder = useFolder(done);
  const keptWords = useKeptWords(data, done);
  const list = useListState();
  const find = useSearchSource(data);
  const imports = useImport(done);
  const [help, setHelp] = useState(false);
  const search = useRef<HTMLInputElement>(null);
  const [singleKeys, setSingleKeys] = useSingleKeys({
    onSearch: () => search.current?.focus(),
    onHelp: () => setHelp(true),
  });
  useArrival(route, data !== undefined);
  useEffect(() => keepFocus(document), []);

  return (
    <LibraryFrame
      room={libraryRooms.find((room) => room === route.room)}
      hrefOf={(room) => hrefOf(room === 'insights' ? { room, editing: false } : { room })}
      trashCount={
        (trash?.length ?? 0) + (trashedClips?.length ?? 0) + (trashedDocuments?.length ?? 0)
      }
      conflictCount={folder.conflicts.length}
      onHelp={() => setHelp(true)}
      notice={
        <>
          {imports.progress && route.room !== 'import' ? (
            <Notice tone="info">
              <ImportProgressBar progress={imports.progress} onCancel={imports.cancel} />
            </Notice>
          ) : null}
          {keptWords}
          {done.notice}
        </>
      }
    >
      {data === undefined ? (
        <RoomMessage>{t('library_loading')}</RoomMessage>
      ) : (
        <Room
          route={route}
          data={data}
          trash={trash}
          trashedClips={trashedClips}
          done={done}
          folder={folder}
          list={list}
          find={find}
          imports={imports}
          search={search}
        />
      )}
      <KeyHelp
        open={help}
        singleKeys={singleKeys}
        onSingleKeys={setSingleKeys}
        onClose={() => setHelp(false)}
      />
    </LibraryFrame>
  );
}

interface RoomProps {
  readonly route: Route;
  readonly data: NonNullable<ReturnType<typeof useLibrary>>;
  readonly trash: NonNullable<ReturnType<typeof useLibrary>>['trash'] | undefined;
  readonly trashedClips: ReturnType<typeof useTrashedClips>;
  readonly done: ReturnType<typeof useDone>;
  readonly folder: FolderSync;
  readonly list: ReturnType<typeof useListState>;
  readonly find: Search | undefined;
  readonly imports: ReturnType<typeof useImport>;
  readonly search: RefObject<HTMLInputElement | null>;
}

function Room(props: RoomProps) {
  const { route, data, trash, trashedClips, done, folder, list, find, imports, search } = props;
  switch (route.room) {
    case 'import':
      return <ImportRoom imports={imports} data={data} done={done} />;
    case 'trash':
      return <TrashRoom insights={trash} clips={trashedClips} data={data} done={done} />;
    case 'documents':
      return <DocumentsRoom openKey={route.key} data={data} done={done} />;
    case 'check':
      return <CheckRoom collection={route.collection} data={data} done={done} />;
    case 'collections':
      return <CollectionsRoom data={data} done={done} list={list} />;
    case 'folder':
      return <FolderRoom folder={folder} data={data} done={done} />;
    case 'compare':
      return <CompareRoom left={route.left} right={route.right} data={data} done={done} />;
    case 'settings':
      return <SettingsRoom site={route.site} done={done} />;
    case 'mend':
      return <MendRoom fileKey={route.key} data={data} done={done} />;
    case 'insights':
      return <InsightsRoom {...{ route, data, done, list, find, search }} />;
    default:
      return route satisfies never;
  }
}

/**
 * Arriving somewhere by a link or by going back moves the keyboard and the reader to its heading,
 * or, back in the list, to the row it left; and the tab says where it is. Not on the first look: a
 * fresh page starts at its top.
 */
function useArrival(route: Route, ready: boolean): void {
  const place = hrefOf(route);
  // A title may change where it stands.
  useEffect(() => {
    if (!ready) return;
    const named = headingHere()?.textContent;
    document.title = named ? t('library_tab', named) : t('extension_name');
  });
  const last = useRef<string>(undefined);
  useEffect(() => {
    if (!ready || last.current === place) return undefined;
    const first = last.current === undefined;
    last.current = place;
    const heading = headingHere();
    // Settings asked for a site begin at the part about sites.
    const part = document.querySelector<HTMLElement>('#settings-companion[tabindex]');
    // Whoever goes along a choice of places with the arrow keys is not done choosing.
    const isChoosing = document.activeElement?.matches('main select') ?? false;
    if (first || isChoosing) return undefined;
    const goal = part ?? heading;
    if (!goal) return focusRow();
    goal.focus();
    return undefined;
  }, [place, ready]);
}

function headingHere(): HTMLElement | null {
  return document.querySelector<HTMLElement>('main h2[tabindex="-1"]');
}

/**
 * Moves the keyboard to the list's row, which cannot have it until the list has measured itself; leaves
 * it to the person once they press anything. Returns the way to stop it.
 */
function focusRow(): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  const leave = () => stop.abort();
  addEventListener('keydown', leave, { signal });
  addEventListener('pointerdown', leave, { signal });
  const attempt = (triesLeft: number) => {
    if (signal.aborted) return;
    const row = document.querySelector<HTMLElement>('main li a[tabindex="0"]');
    row?.focus();
    if (row === document.activeElement || triesLeft === 0) leave();
    else requestAnimationFrame(() => attempt(triesLeft - 1));
  };
  attempt(30);
  return leave;
}
