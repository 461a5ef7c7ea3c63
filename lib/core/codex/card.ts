/**
 * A card: what one Markdown file of a codex says, as data. Sections are kept as the Markdown they
 * are; lists and conditions are views computed from it, so that nothing is lost between the two.
 */
import { z } from '../z';

/** The sections of a card's body, in the order the codex writes them. */
export const sectionNames = [
  'claim',
  'mechanism',
  'conditions',
  'evidence',
  'signals',
  'counterEvidence',
  'crossReferences',
] as const;

export type SectionName = (typeof sectionNames)[number];

/** The five scores, each 1 to 5, in the order the codex writes them. */
export const scoreNames = [
  'originality',
  'specificity',
  'evidence',
  'transferability',
  'source',
] as const;

export type ScoreName = (typeof scoreNames)[number];

const point = z.number().int().min(1).max(5);
const text = z.string().max(200_000);
const shortText = z.string().max(20_000);
const tags = z.array(shortText).max(1_000);

export const scoreSchema = z.object({
  originality: point,
  specificity: point,
  evidence: point,
  transferability: point,
  source: point,
});

export const tierSchema = z.enum(['A', 'B', 'C']);

/** Every field may be empty: a draft may lack anything. Dates stay the text they were. */
export const cardSchema = z.object({
  /** `ins_<kebab-slug>`; empty until a draft is promoted. */
  id: shortText,
  /** The `# ` heading: the claim in plain words. */
  title: shortText,
  operator: shortText,
  operatorRole: shortText,
  coOperators: tags,
  /** An http(s) address, `unknown`, or empty. */
  sourceUrl: z.string().max(8_000),
  /** An open set: essay, thread, podcast … */
  sourceType: shortText,
  sourceTitle: shortText,
  /** `YYYY-MM-DD`, `YYYY-MM` or `unknown`; empty when nobody has said. */
  sourceDate: shortText,
  capturedDate: shortText,
  domain: tags,
  lifecycle: tags,
  maturity: shortText,
  artifactClass: shortText,
  score: scoreSchema.optional(),
  tier: tierSchema.optional(),
  /** Ids of other cards. */
  related: tags,
  rawRef: z.string().max(8_000),
  sections: z.object({
    claim: text,
    mechanism: text,
    conditions: text,
    evidence: text,
    signals: text,
    counterEvidence: text,
    crossReferences: text,
  }),
});

export type Card = z.infer<typeof cardSchema>;
export type Score = z.infer<typeof scoreSchema>;
export type Tier = z.infer<typeof tierSchema>;

/** A card that says nothing yet. */
export function emptyCard(): Card {
  return {
    id: '',
    title: '',
    operator: '',
    operatorRole: '',
    coOperators: [],
    sourceUrl: '',
    sourceType: '',
    sourceTitle: '',
    sourceDate: '',
    capturedDate: '',
    domain: [],
    lifecycle: [],
    maturity: '',
    artifactClass: '',
    related: [],
    rawRef: '',
    sections: {
      claim: '',
      mechanism: '',
      conditions: '',
      evidence: '',
      signals: '',
      counterEvidence: '',
      crossReferences: '',
    },
  };
}
