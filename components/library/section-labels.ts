import type { ScoreName, SectionName } from '@/lib/core/codex/card';
import type { DocumentKind } from '@/lib/core/codex/codex-document';
import type { LinkType } from '@/lib/core/insight/link';
import type { MessageKey } from '@/lib/i18n';

/** The sections in the order a card has them, with their headings. */
export const sectionLabels: Readonly<Record<SectionName, MessageKey>> = {
  claim: 'library_section_claim',
  mechanism: 'library_section_mechanism',
  conditions: 'library_section_conditions',
  evidence: 'library_section_evidence',
  signals: 'library_section_signals',
  counterEvidence: 'library_section_counter_evidence',
  crossReferences: 'library_section_cross_references',
};

/** The five scores in the order a card has them. */
export const scoreLabels: Readonly<Record<ScoreName, MessageKey>> = {
  originality: 'library_score_originality',
  specificity: 'library_score_specificity',
  evidence: 'library_score_evidence',
  transferability: 'library_score_transferability',
  source: 'library_score_source',
};

/** How a link reads from the insight it starts at, and from the one it leads to. */
export const linkLabels: Readonly<
  Record<LinkType, { readonly out: MessageKey; readonly in: MessageKey }>
> = {
  related: { out: 'library_link_related', in: 'library_link_related' },
  supports: { out: 'library_link_supports', in: 'library_link_supported' },
  contradicts: { out: 'library_link_contradicts', in: 'library_link_contradicted' },
  limits: { out: 'library_link_limits', in: 'library_link_limited' },
  duplicates: { out: 'library_link_duplicates', in: 'library_link_duplicated' },
};

/** What a contradiction or a pattern is called, and how a link says that one names it. */
export const documentLabels: Readonly<
  Record<DocumentKind, { readonly name: MessageKey; readonly named: MessageKey }>
> = {
  contradiction: {
    name: 'library_naming_contradiction',
    named: 'library_link_named_contradiction',
  },
  pattern: { name: 'library_naming_pattern', named: 'library_link_named_pattern' },
};
