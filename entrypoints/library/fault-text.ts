import type { KeptFile } from '@/lib/core/insight/kept-file';
import type { BrokenFile } from '@/lib/core/insight/plan-import';
import { t, type MessageKey } from '@/lib/i18n';
import type { UnreadFile } from './read-files';

/** The reason of a kept file that reads as a card by now. */
export const readable = 'readable';

const sentences: Readonly<Record<BrokenFile['reason'] | UnreadFile['reason'], MessageKey>> = {
  'empty-file': 'library_fault_empty_file',
  'no-front-matter': 'library_fault_no_front_matter',
  'unterminated-front-matter': 'library_fault_unterminated_front_matter',
  'bad-line': 'library_fault_bad_line',
  'duplicate-key': 'library_fault_duplicate_key',
  'missing-id': 'library_fault_missing_id',
  'bad-id': 'library_fault_bad_id',
  'bad-score': 'library_fault_bad_score',
  'bad-tier': 'library_fault_bad_tier',
  'too-long': 'library_fault_too_long',
  'duplicate-id': 'library_fault_duplicate_id',
  'not-text': 'library_fault_not_text',
  'bad-zip': 'library_fault_bad_zip',
  'not-readable': 'library_fault_not_readable',
};

/** Why a file did not come in, in plain words. */
export function faultText(reason: keyof typeof sentences, detail = ''): string {
  return t(sentences[reason], detail);
}

/** Why a kept file is no card, in plain words; a card that only waits to be brought in is none. */
export function keptFaultText({ reason, detail }: Pick<KeptFile, 'reason' | 'detail'>): string {
  if (reason === readable) return t('library_mend_good');
  return reason in sentences ? faultText(reason as keyof typeof sentences, detail) : detail;
}
