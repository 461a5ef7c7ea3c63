import { EmptyState } from '@/components/empty-state';
import { DocumentsList } from '@/components/library/documents-list';
import { RoomMessage } from '@/components/library/room-message';
import { TwoPanes } from '@/components/library/two-panes';
import { ownCollection } from '@/lib/core/insight/insight';
import { t } from '@/lib/i18n';
import { OpenDocument } from './open-document';
import { documentTitle } from './shown-links';
import type { Done } from './use-done';
import type { LibraryData } from './use-library';
import { hrefOf } from './use-route';

export interface DocumentsRoomProps {
  readonly openKey?: string | undefined;
  readonly data: LibraryData;
  readonly done: Done;
}

/** The contradictions and patterns of all collections, and the open one beside them. */
export function DocumentsRoom({ openKey, data, done }: DocumentsRoomProps) {
  const { documents, collectionOf } = data;
  if (documents.length === 0 && openKey === undefined) {
    return (
      <RoomMessage>
        <EmptyState
          title={t('library_documents_empty_title')}
          text={t('library_documents_empty_text')}
          action={<a href={hrefOf({ room: 'import' })}>{t('library_room_import')}</a>}
        />
      </RoomMessage>
    );
  }
  const listed = documents
    .map((document) => ({
      key: document.key,
      kind: document.kind,
      title: documentTitle(document),
      href: hrefOf({ room: 'documents', key: document.key }),
      collection:
        document.collection === ownCollection
          ? undefined
          : (collectionOf.get(document.collection)?.name ?? document.collection),
    }))
    .toSorted((a, b) => a.title.localeCompare(b.title));
  return (
    <TwoPanes
      listLabel={t('library_room_documents')}
      onLeave={() => (location.hash = hrefOf({ room: 'documents' }))}
      list={<DocumentsList documents={listed} openKey={openKey} />}
      detail={
        openKey === undefined ? undefined : (
          <OpenDocument key={openKey} openKey={openKey} data={data} done={done} />
        )
      }
      rest={
        <RoomMessage>
          <EmptyState
            title={t('library_documents_pick_title')}
            text={t('library_documents_pick_text')}
          />
        </RoomMessage>
      }
    />
  );
}
