import type { MatchField } from '@/lib/core/match/match';
import { t, type MessageKey } from '@/lib/i18n';

const labels: Record<MatchField, MessageKey> = {
  title: 'surface_field_title',
  claim: 'surface_field_claim',
  mechanism: 'surface_field_mechanism',
  conditions: 'surface_field_conditions',
  evidence: 'surface_field_evidence',
  signals: 'surface_field_signals',
  counterEvidence: 'surface_field_counter_evidence',
};

/** "In the insight", with the part of it that the words stand in. */
export function fieldLabel(field: MatchField): string {
  return t('surface_side_insight', t(labels[field]));
}
