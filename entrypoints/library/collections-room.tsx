import { useMemo, useSyncExternalStore } from 'react';
import { CollectionsView } from '@/components/library/collections-view';
import type { ShownCollection } from '@/components/library/collection-item';
import { FaultyFiles } from '@/components/library/faulty-files';
import type { ShownProgress } from '@/components/library/load-progress';
import { ownCollection } from '@/lib/core/insight/insight';
import { t } from '@/lib/i18n';
import { useDocumentCounts, useFaultyFiles } from '@/lib/storage/collection-hooks';
import { collectionPorts } from '@/lib/wire-collections';
import { collectionLoads, type RunningLoad } from './collection-loads';
import { fileFaultText } from './collection-text';
import { droppedFiles, namedFiles } from './read-files';
import type { Done } from './use-done';
import type { LibraryData } from './use-library';
import type { ListState } from './use-list-state';
import { hrefOf } from './use-route';

export interface CollectionsRoomProps {
  readonly data: LibraryData;
  readonly done: Done;
  readonly list: ListState;
}

/** The collections over the store and the loads of this page. */
export function CollectionsRoom({ data, done, list }: CollectionsRoomProps) {
  const { store, clock, hosts } = collectionPorts;
  const { running, problem, said } = useSyncExternalStore(
    (changed) => collectionLoads.subscribe(changed),
    () => collectionLoads.state(),
  );
  const documents = useDocumentCounts();
  const cards = useMemo(
    () => Map.groupBy(data.insights, ({ collection }) => collection),
    [data.insights],
  );
  const known = [...data.collectionOf.values()];
  const isListed = running !== undefined && data.collectionOf.has(running.collection.id);

  const show = (collection: string) => {
    list.setFilter({ collection });
    location.hash = hrefOf({ room: 'insights', editing: false });
  };
  const rename = async (id: string, name: string) => {
    const before = data.collectionOf.get(id)?.name ?? '';
    const storeName = (to: string) => store.updateCollection(id, (each) => ({ ...each, name: to }));
    if (!done.check(await storeName(name))) return;
    done.say(t('library_collections_renamed', name), async () => {
      done.check(await storeName(before));
    });
  };
  const remove = async (id: string) => {
    const removed = await store.removeCollection(id, clock.now());
    if (!done.check(removed) || !removed.ok || !removed.value) return;
    const whole = removed.value;
    const { name, origin } = whole.collection;
    if (origin.kind === 'index' && isLastOfHost(origin.address, known, id)) {
      await hosts.giveUp(origin.address);
    }
    document.querySelector<HTMLElement>('main h2[tabindex="-1"]')?.focus();
    done.say(t('library_collections_removed', name), async () => {
      done.check(await store.restoreCollection(whole));
    });
  };
  const choose = (files: readonly File[], id?: string) => {
    const into = id === undefined ? undefined : data.collectionOf.get(id);
    void collectionLoads.choose(Promise.resolve(namedFiles(files)), known, into);
  };

  return (
    <CollectionsView
      own={data.own.length}
      onShowOwn={() => show(ownCollection)}
      collections={known
        .sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1))
        .map((collection): ShownCollection => ({
          id: collection.id,
          collection,
          cards: cards.get(collection.id)?.length ?? 0,
          documents: documents?.get(collection.id) ?? 0,
          progress: running?.collection.id === collection.id ? progressOf(running) : undefined,
        }))}
      starting={running && !isListed ? progressOf(running) : undefined}
      said={said}
      busy={running !== undefined}
      problem={problem && problem.collection === undefined ? problem.text : undefined}
      problemOf={(id) => (problem?.collection === id ? problem.text : undefined)}
      renderBroken={(id) => <Faulty collection={id} />}
      onAddress={(typed) => void collectionLoads.add(typed, known)}
      onFiles={(files) => choose(files)}
      onDrop={(dropped) => void collectionLoads.choose(droppedFiles(dropped), known)}
      onShow={show}
      onReload={(id, isThorough) => {
        const collection = data.collectionOf.get(id);
        if (collection) void collectionLoads.reload(collection, isThorough);
      }}
      onChoose={(id, files) => choose(files, id)}
      onCancel={() => collectionLoads.cancel()}
      onRename={(id, name) => void rename(id, name)}
      onRemove={(id) => void remove(id)}
    />
  );
}

function Faulty({ collection }: { readonly collection: string }) {
  const files = useFaultyFiles(collection);
  if (!files) return null;
  return (
    <FaultyFiles
      files={files.flatMap(({ path, fault }) =>
        fault ? [{ path, line: fault.line, reason: fileFaultText(fault) }] : [],
      )}
    />
  );
}

function progressOf({ collection, done, total }: RunningLoad): ShownProgress {
  return { name: collection.name, done, total };
}

/** Whether no other collection comes from the host, so that its permission is of no more use. */
function isLastOfHost(address: string, known: readonly LibraryCollection[], id: string): boolean {
  const { protocol, hostname } = new URL(address);
  return !known.some(({ id: other, origin }) => {
    if (other === id || origin.kind !== 'index') return false;
    const url = new URL(origin.address);
    return url.protocol === protocol && url.hostname === hostname;
  });
}

type LibraryCollection = Parameters<typeof collectionLoads.reload>[0];
