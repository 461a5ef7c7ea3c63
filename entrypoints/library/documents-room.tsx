import { RoomMessage } from '@/components/library/room-message';
import { t } from '@/lib/i18n';
import type { Done } from './use-done';
import type { LibraryData } from './use-library';

export interface DocumentsRoomProps {
  readonly openKey?: string | undefined;
  readonly data: LibraryData;
  readonly done: Done;
}

export function DocumentsRoom(_props: DocumentsRoomProps) {
  return <RoomMessage>{t('library_room_documents')}</RoomMessage>;
}
