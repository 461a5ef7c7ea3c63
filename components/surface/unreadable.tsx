import { t, type MessageKey } from '@/lib/i18n';
import { Button } from '../button';
import { EmptyState } from '../empty-state';
import { FailureNotice } from './failure-notice';
import type { SurfaceApi, SurfaceFailure } from './surface-api';

export interface UnreadableProps {
  readonly failure: SurfaceFailure;
  readonly place: SurfaceApi['place'];
  readonly onRetry: () => void;
}

/** Why this page cannot be read, in one plain sentence, and the next step. */
export function Unreadable({ failure, place, onRetry }: UnreadableProps) {
  const retry = <Button onClick={onRetry}>{t('surface_read_again')}</Button>;
  const say = (title: MessageKey, text: MessageKey, action = false) => (
    <EmptyState title={t(title)} text={t(text)} action={action ? retry : undefined} />
  );
  switch (failure.kind) {
    case 'page-not-readable':
      return say('surface_closed_title', 'surface_closed_text');
    case 'not-a-page':
      return say('surface_file_title', 'surface_file_text');
    case 'page-not-granted':
      return place === 'popup'
        ? say('surface_ungranted_title', 'surface_ungranted_popup', true)
        : say('surface_ungranted_title', 'surface_ungranted_panel', true);
    case 'page-answer-invalid':
      return say('surface_invalid_title', 'surface_invalid_text', true);
    case 'nothing-selected':
    case 'selection-elsewhere':
    case 'nothing-playing':
    case 'advert-playing':
    case 'player-elsewhere':
    case 'not-on-page':
    case 'insight-gone':
    case 'clip-gone':
    case 'storage-full':
    case 'storage-failed':
    case 'newer-database':
    case 'read-only-collection':
      return <FailureNotice failure={failure} />;
  }
}
