import { t } from '@/lib/i18n';
import { fieldLabels } from './field-labels';
import { scoreLabels } from './section-labels';

/** What a part of a card that is in conflict is called; see `MergeConflict`. */
export function partLabel(part: string): string {
  if (part in fieldLabels) return t(fieldLabels[part as keyof typeof fieldLabels]);
  const [kind = '', name = ''] = part.split(/[.:](.*)/s);
  if (kind === 'score') return t(scoreLabels[name as keyof typeof scoreLabels]);
  if (part === 'lead') return t('folder_part_lead');
  if (part === 'intro') return t('folder_part_intro');
  return part === 'file' ? t('folder_part_file') : name;
}
