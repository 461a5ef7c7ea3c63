import { RoomMessage } from '@/components/library/room-message';
import { t } from '@/lib/i18n';
import type { Done } from './use-done';
import type { LibraryData } from './use-library';

export interface MendRoomProps {
  readonly fileKey: string;
  readonly data: LibraryData;
  readonly done: Done;
}

export function MendRoom(_props: MendRoomProps) {
  return <RoomMessage>{t('library_room_mend')}</RoomMessage>;
}
