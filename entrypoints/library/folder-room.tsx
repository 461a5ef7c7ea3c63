import { RoomMessage } from '@/components/library/room-message';
import { t } from '@/lib/i18n';
import type { Done } from './use-done';
import type { LibraryData } from './use-library';

export interface FolderRoomProps {
  readonly data: LibraryData;
  readonly done: Done;
}

export function FolderRoom(_props: FolderRoomProps) {
  return <RoomMessage>{t('library_room_folder')}</RoomMessage>;
}
