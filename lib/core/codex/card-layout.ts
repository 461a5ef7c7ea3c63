/** Which key and which heading holds which part of a card, in the order the codex writes them. */
import type { Card, SectionName } from './card';

/** A field that stands in the front matter. */
export type CardField = Exclude<keyof Card, 'sections'>;

/** How a field's value is written: one line of text, a date, a list, the score map or the tier. */
export type FieldKind = 'text' | 'date' | 'list' | 'score' | 'tier';

export interface CardKey {
  readonly key: string;
  readonly field: CardField;
  readonly kind: FieldKind;
  /** Left out of a new card: the heading holds the title, and most cards have one operator. */
  readonly optional?: true;
}

/** The keys of the front matter in the codex's order (codex-card.md, "Frontmatter"). */
export const cardKeys: readonly CardKey[] = [
  { key: 'id', field: 'id', kind: 'text' },
  { key: 'title', field: 'title', kind: 'text', optional: true },
  { key: 'operator', field: 'operator', kind: 'text' },
  { key: 'operator_role', field: 'operatorRole', kind: 'text' },
  { key: 'co_operators', field: 'coOperators', kind: 'list', optional: true },
  { key: 'source_url', field: 'sourceUrl', kind: 'text' },
  { key: 'source_type', field: 'sourceType', kind: 'text' },
  { key: 'source_title', field: 'sourceTitle', kind: 'text' },
  { key: 'source_date', field: 'sourceDate', kind: 'date' },
  { key: 'captured_date', field: 'capturedDate', kind: 'date' },
  { key: 'domain', field: 'domain', kind: 'list' },
  { key: 'lifecycle', field: 'lifecycle', kind: 'list' },
  { key: 'maturity', field: 'maturity', kind: 'text' },
  { key: 'artifact_class', field: 'artifactClass', kind: 'text' },
  { key: 'score', field: 'score', kind: 'score' },
  { key: 'tier', field: 'tier', kind: 'tier' },
  { key: 'related', field: 'related', kind: 'list' },
  { key: 'raw_ref', field: 'rawRef', kind: 'text' },
];

/** The heading of each section as the codex writes it. */
export const sectionHeadings: Readonly<Record<SectionName, string>> = {
  claim: 'Claim',
  mechanism: 'Mechanism',
  conditions: 'Conditions',
  evidence: 'Evidence',
  signals: 'Signals',
  counterEvidence: 'Counter-evidence',
  crossReferences: 'Cross-references',
};

const letters = (heading: string): string => heading.toLowerCase().replace(/[^a-z]/g, '');

const nameByLetters = new Map(
  Object.entries(sectionHeadings).map(([name, heading]) => [letters(heading), name as SectionName]),
);

/** The section a heading names, whatever its case, hyphens, trailing colon and closing marks. */
export function sectionOfHeading(heading: string): SectionName | undefined {
  const words = heading.replace(/\s#+\s*$/, '');
  return /[^a-z\s:-]/i.test(words) ? undefined : nameByLetters.get(letters(words));
}
