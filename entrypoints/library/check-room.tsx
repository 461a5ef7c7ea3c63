import { RoomMessage } from '@/components/library/room-message';
import { t } from '@/lib/i18n';
import type { Done } from './use-done';
import type { LibraryData } from './use-library';

export interface CheckRoomProps {
  readonly collection?: string | undefined;
  readonly data: LibraryData;
  readonly done: Done;
}

export function CheckRoom(_props: CheckRoomProps) {
  return <RoomMessage>{t('library_room_check')}</RoomMessage>;
}
