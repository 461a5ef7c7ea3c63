import type { TranscriptFailure } from '@/lib/actions/fetch-transcript';
import { t } from '@/lib/i18n';

/** What was to be had from a host. */
export type Fetched = 'link' | 'feed' | 'chapters';

/** Why it was not had and what to do next; undefined where the person knows, having cancelled it. */
export function fetchFailureText(
  { kind }: TranscriptFailure,
  what: Fetched,
  host: string,
): string | undefined {
  if (kind === 'cancelled') return undefined;
  if (kind === 'not-allowed') return t('transcript_declined', host);
  if (kind === 'not-in-feed') return t('transcript_not_in_feed');
  if (what === 'chapters') return t('transcript_chapters_failed', host);
  if (what === 'feed') return t('transcript_feed_failed', host);
  if (kind === 'nothing-read') return t('transcript_nothing_read');
  return kind === 'refused'
    ? t('transcript_fetch_refused', host)
    : t('transcript_fetch_failed', host);
}
