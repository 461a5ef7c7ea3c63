/** What the match engine takes and gives. Plain data, so that it can cross into a worker later. */
import type { LinkType } from '../insight/link';
import type { Passage } from '../source/snapshot';

/** The parts of an insight that a match can rest on. */
export const matchFields = [
  'title',
  'claim',
  'mechanism',
  'conditions',
  'evidence',
  'signals',
  'counterEvidence',
] as const;

export type MatchField = (typeof matchFields)[number];

/** An insight as the engine reads it: Markdown or plain text by field. */
export interface MatchDocument {
  readonly key: string;
  readonly fields: Readonly<Partial<Record<MatchField, string>>>;
  readonly operator: string;
  /** The source keys of the insight and its clips: a page with this key is the same source. */
  readonly sourceKeys: readonly string[];
}

/** A page as the engine reads it. */
export interface MatchPage {
  readonly passages: readonly Passage[];
  /** The page's own source key, if it has one. */
  readonly sourceKey?: string;
  /** Names the page gives as authors or speakers. */
  readonly people?: readonly string[];
}

/** A page that is a source: what it gave rise to is found by its key. */
export type SourcePage = MatchPage & { readonly sourceKey: string };

/** A term two texts share, as it stands in the page, heaviest first; weights of a reason sum to 1. */
export interface SharedTerm {
  readonly term: string;
  /** As it first stands in the insight's text. */
  readonly inInsight?: string;
  readonly weight: number;
}

/** Why an insight surfaced: the first reason is always the passage. */
export type Reason =
  | {
      readonly kind: 'passage';
      readonly passage: Passage;
      readonly field: MatchField;
      readonly sentence: string;
      readonly terms: readonly SharedTerm[];
    }
  | { readonly kind: 'same-source' }
  | { readonly kind: 'same-operator'; readonly operator: string }
  /** A link, drawn or named in a card, to another insight that the page touches. */
  | { readonly kind: 'linked'; readonly key: string; readonly type: LinkType };

/** An insight the page touches. `score` is 0 to 1 and means the same on every page. */
export interface RankedMatch {
  readonly key: string;
  readonly score: number;
}

/** A match and why it is one. */
export interface Match extends RankedMatch {
  readonly reasons: readonly Reason[];
}

/** What argues against an insight the page touches. */
export type CounterEvidence =
  /** The matched card's own counter-evidence section or one of its fails-when conditions. */
  | {
      readonly kind: 'recorded';
      readonly key: string;
      readonly field: 'counterEvidence' | 'conditions';
      readonly text: string;
      /** True where every sentence of it stands in many insights: it says little about this one. */
      readonly isBoilerplate?: boolean;
      readonly passage?: Passage;
      readonly terms: readonly SharedTerm[];
    }
  /** An insight linked to the match as contradicting or limiting it. */
  | {
      readonly kind: 'contradicting';
      readonly key: string;
      readonly otherKey: string;
      readonly type: 'contradicts' | 'limits';
      readonly why: string;
      /** The title of the contradiction document that sets the two against each other. */
      readonly document?: string;
    }
  /** A page passage closer to what the card records against itself than to its claim. */
  | {
      readonly kind: 'may-challenge';
      readonly key: string;
      readonly passage: Passage;
      readonly text: string;
      readonly terms: readonly SharedTerm[];
    };
