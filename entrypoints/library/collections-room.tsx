import { RoomMessage } from '@/components/library/room-message';
import { t } from '@/lib/i18n';
import type { Done } from './use-done';
import type { LibraryData } from './use-library';

export interface CollectionsRoomProps {
  readonly data: LibraryData;
  readonly done: Done;
}

export function CollectionsRoom(_props: CollectionsRoomProps) {
  return <RoomMessage>{t('library_room_collections')}</RoomMessage>;
}
