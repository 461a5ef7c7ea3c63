import { RoomMessage } from '@/components/library/room-message';
import { t } from '@/lib/i18n';
import type { Done } from './use-done';
import type { LibraryData } from './use-library';

export interface CompareRoomProps {
  readonly left: string;
  readonly right: string;
  readonly data: LibraryData;
  readonly done: Done;
}

export function CompareRoom(_props: CompareRoomProps) {
  return <RoomMessage>{t('library_room_compare')}</RoomMessage>;
}
