import type { MessageKey } from '@/lib/i18n';
import type { FieldName } from './kept-field';
import { sectionLabels } from './section-labels';

/** What each part of an insight is called. */
export const fieldLabels: Readonly<Record<FieldName, MessageKey>> = {
  note: 'library_note',
  id: 'library_field_id',
  title: 'library_field_title',
  operator: 'library_field_operator',
  operatorRole: 'library_field_operator_role',
  coOperators: 'library_field_co_operators',
  sourceUrl: 'library_field_source_url',
  sourceType: 'library_field_source_type',
  sourceTitle: 'library_field_source_title',
  sourceDate: 'library_field_source_date',
  capturedDate: 'library_field_captured_date',
  domain: 'library_field_domain',
  lifecycle: 'library_field_lifecycle',
  maturity: 'library_field_maturity',
  artifactClass: 'library_field_artifact_class',
  score: 'library_field_score',
  tier: 'library_field_tier',
  related: 'library_field_related',
  rawRef: 'library_field_raw_ref',
  'sections.claim': sectionLabels.claim,
  'sections.mechanism': sectionLabels.mechanism,
  'sections.conditions': sectionLabels.conditions,
  'sections.evidence': sectionLabels.evidence,
  'sections.signals': sectionLabels.signals,
  'sections.counterEvidence': sectionLabels.counterEvidence,
  'sections.crossReferences': sectionLabels.crossReferences,
};
