/** What the rules of the codex say about a card: which rule, where, and what would mend it. */
import type { Card, SectionName } from './card';

export type RuleId =
  | 'title_empty'
  | 'claim_empty'
  | 'mechanism_empty'
  | 'operator_empty'
  | 'source_url_empty'
  | 'source_url_invalid'
  | 'source_date_empty'
  | 'source_date_invalid'
  | 'domain_empty'
  | 'tier_missing'
  | 'evidence_without_quote'
  | 'operator_role_empty'
  | 'fails_when_missing'
  | 'counter_evidence_missing'
  | 'counter_evidence_boilerplate'
  | 'tier_differs'
  | 'score_missing'
  | 'score_low'
  | 'quote_without_time'
  | 'quote_without_attribution'
  | 'source_url_site_root'
  | 'source_date_unknown'
  | 'date_in_future'
  | 'signals_empty'
  | 'several_claims'
  | 'claim_long'
  | 'white_space'
  | 'section_boilerplate'
  | 'link_dead'
  | 'mention_dead'
  | 'link_one_way'
  | 'claim_repeated'
  | 'claim_close'
  | 'operator_spelling'
  | 'operator_close'
  | 'tag_spelling'
  | 'tag_close';

/** An error keeps a draft from being ready; a warning is advice. */
export type Severity = 'error' | 'warning';

/** The fields of a card that hold one line of text. */
export type TextField = 'operator' | 'operatorRole' | 'sourceType' | 'maturity' | 'artifactClass';

/** The fields of a card that hold a list. */
export type ListField = 'coOperators' | 'domain' | 'lifecycle' | 'related';

/**
 * A change that is right whatever else the card says: it takes nothing away that a reader would
 * miss, and never touches a section. See `applyFix`.
 */
export type Fix =
  | { readonly kind: 'add-related'; readonly id: string }
  | {
      readonly kind: 'replace';
      readonly field: TextField | ListField;
      /** The whole value, or the whole item of a list. */
      readonly from: string;
      readonly to: string;
    };

export interface Finding {
  readonly rule: RuleId;
  readonly severity: Severity;
  readonly field: Exclude<keyof Card, 'sections'> | SectionName;
  /** For the message's `$1`, `$2` … */
  readonly values: readonly string[];
  /** Only where one is safe. */
  readonly fix?: Fix;
  /** The key of the other insight that the finding is about. */
  readonly other?: string;
}

/** The key of the message that says a finding in words; its `values` fill `$1`, `$2` … */
export function findingMessageKey<R extends string>({ rule }: { readonly rule: R }): `rule_${R}` {
  return `rule_${rule}`;
}
