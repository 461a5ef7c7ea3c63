import type { PageInView } from '@/components/surface/surface-api';
import { keepArchive } from '@/lib/actions/keep-archive';
import { transcriptOf } from '@/lib/actions/transcript-of';
import { pageKey } from '@/lib/core/source/page-key';
import { t, tn, type MessageKey } from '@/lib/i18n';
import { ports } from '@/lib/wire';
import { episodeInTime, transcripts } from '@/lib/wire-spoken';

/** Archives the page in view, or what is said in its episode; gives the sentence that says so or why not. */
export async function keepSource({ tabId, snapshot }: PageInView): Promise<string> {
  const transcript = await transcriptOf(transcripts, pageKey(snapshot), () => episodeInTime(tabId));
  const { store, clock } = ports;
  const kept = await keepArchive({ store, clock, transcripts }, snapshot, transcript);
  if (kept.ok) return tn('archive_kept', kept.value.insights);
  const { kind } = kept.error;
  if (kind === 'no-insight') return t('archive_no_insight');
  if (kind === 'no-text') return t('archive_no_text');
  return t(`surface_failure_${kind.replaceAll('-', '_')}` as MessageKey);
}
