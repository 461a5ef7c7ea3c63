/** Three cards made one, field by field and section by section. */
import { scoreNames, sectionNames, tierSchema, type Card, type Score } from './card';
import { cardKeys, type CardField, type CardKey } from './card-layout';
import { mergeSection } from './merge-section';
import { normalSection } from './section-text';
import { normalField } from './write-field';

/** A part of a card that both sides changed, each in another way. */
export interface MergeConflict {
  /**
   * `tier`, `score.evidence`, `sections.claim` …; of what a card does not know `key:<key>`,
   * `heading:<heading>`, `lead` (above the title) and `intro` (below it); `file` where one of the
   * texts is no card, or theirs cannot be made to say what both say.
   */
  readonly part: string;
  readonly base: string;
  readonly mine: string;
  readonly theirs: string;
}

/** What a person takes for a part: one of the two, or words of their own. */
export type MergeChoice = 'mine' | 'theirs' | { readonly text: string };

export type MergeChoices = ReadonlyMap<string, MergeChoice>;

export interface MergedFields {
  /** With theirs in the parts that are in conflict. */
  readonly card: Card;
  readonly conflicts: readonly MergeConflict[];
}

/** The chosen words; undefined, and the conflict noted, where nobody has chosen yet. */
export function settle(
  conflict: MergeConflict,
  choices: MergeChoices,
  conflicts: MergeConflict[],
): string | undefined {
  const choice = choices.get(conflict.part);
  if (choice === 'mine' || choice === 'theirs') return conflict[choice];
  if (choice !== undefined) return choice.text;
  conflicts.push(conflict);
  return undefined;
}

/**
 * What either side changed since `base` is in the card; lists are sets, whose removals count. Where
 * both changed a part in different ways it is a conflict, unless `choices` settles it.
 */
export function mergeFields(
  base: Card,
  mine: Card,
  theirs: Card,
  choices: MergeChoices = new Map<string, MergeChoice>(),
): MergedFields {
  const conflicts: MergeConflict[] = [];
  const card: Card = { ...theirs, sections: { ...theirs.sections } };
  for (const key of cardKeys) {
    const [b, m, t] = [normalField(key, base), normalField(key, mine), normalField(key, theirs)];
    if (m === t || m === b) continue;
    if (t === b) put(card, key.field, mine[key.field]);
    else if (key.kind === 'list') mergeList(card, key, base, mine);
    else if (key.kind === 'score' && base.score && mine.score && theirs.score) {
      const scores = { base: base.score, mine: mine.score, theirs: theirs.score };
      card.score = mergeScores(scores, choices, conflicts);
    } else mergeValue(card, key, { base, mine, theirs }, choices, conflicts);
  }
  for (const name of sectionNames) {
    const [b, m, t] = [base, mine, theirs].map(({ sections }) => sections[name]) as Three;
    const part = { part: `sections.${name}`, base: b, mine: m, theirs: t };
    const merged = mergeSection(name, b, m, t) ?? settle(part, choices, conflicts);
    if (merged !== undefined && normalSection(merged) !== normalSection(t)) {
      card.sections[name] = merged;
    }
  }
  return { card, conflicts };
}

type Three = [string, string, string];

function put(card: Card, field: CardField, value: Card[CardField]): void {
  if (value === undefined) delete card[field as 'score' | 'tier'];
  else Object.assign(card, { [field]: value });
}

function mergeList(card: Card, { field }: CardKey, base: Card, mine: Card): void {
  const [before, own, there] = [base, mine, card].map((each) => each[field] as string[]);
  const gone = new Set(before?.filter((item) => !own?.includes(item)));
  const kept = there?.filter((item) => !gone.has(item)) ?? [];
  const added = own?.filter((item) => !before?.includes(item) && !kept.includes(item)) ?? [];
  put(card, field, [...kept, ...added]);
}

interface Sides<T> {
  readonly base: T;
  readonly mine: T;
  readonly theirs: T;
}

function mergeScores(
  { base, mine, theirs }: Sides<Score>,
  choices: MergeChoices,
  conflicts: MergeConflict[],
): Score {
  const score = { ...theirs };
  for (const name of scoreNames) {
    const [b, m, t] = [base[name], mine[name], theirs[name]];
    if (m === t || m === b) continue;
    if (t === b) score[name] = m;
    else {
      const said = { base: String(b), mine: String(m), theirs: String(t) };
      const point = Number(settle({ part: `score.${name}`, ...said }, choices, conflicts) ?? t);
      score[name] = Number.isInteger(point) && point >= 1 && point <= 5 ? point : t;
    }
  }
  return score;
}

function mergeValue(
  card: Card,
  { field }: CardKey,
  sides: Sides<Card>,
  choices: MergeChoices,
  conflicts: MergeConflict[],
): void {
  const part = {
    part: field,
    base: plain(sides.base[field]),
    mine: plain(sides.mine[field]),
    theirs: plain(sides.theirs[field]),
  };
  const chosen = settle(part, choices, conflicts);
  if (chosen === undefined || chosen === part.theirs) return;
  if (chosen === part.mine) return put(card, field, sides.mine[field]);
  if (field === 'tier') put(card, field, tierSchema.safeParse(chosen).data ?? card.tier);
  else if (field !== 'score') put(card, field, chosen);
}

/** A value as a person reads it. */
function plain(value: Card[CardField]): string {
  if (value === undefined) return '';
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.join(', ');
  return scoreNames.map((name) => `${name}: ${value[name]}`).join(', ');
}
