/** The conditions of two cards side by side, each with the one of the other that is most like it. */
import { scanWords } from '../match/words';
import type { Conditions } from './conditions';

/** A stretch of a condition; `differs` where the other side does not say it. */
export interface ConditionPart {
  readonly text: string;
  readonly differs: boolean;
}

/** One condition and which list it stands in. */
export interface PlacedCondition {
  readonly list: 'holdsWhen' | 'failsWhen';
  readonly text: string;
  /** The text in order; whole and undiffering where there is nothing beside it. */
  readonly parts: readonly ConditionPart[];
}

/**
 * `same`: both hold, or both fail, in that case. `opposed`: one holds where the other fails.
 * `left` and `right`: only that card says it.
 */
export interface AlignedCondition {
  readonly kind: 'opposed' | 'same' | 'left' | 'right';
  readonly left?: PlacedCondition;
  readonly right?: PlacedCondition;
}

interface Item {
  readonly list: PlacedCondition['list'];
  readonly text: string;
  readonly terms: ReadonlySet<string>;
  readonly negated: boolean;
}

/** What share of their words two conditions must have in common, and at least how many of them. */
const alike = 0.4;
const leastShared = 2;
/** From here on they say one thing, and a "not" in one of them turns it around; below it may concern anything. */
const nearlyOne = 0.7;

const negation =
  /(?<![\p{L}\p{N}])(?:no|not|never|none|nobody|nothing|neither|nor|without|lacks?|lacking|cannot)(?![\p{L}\p{N}])|n['’]t(?!\p{L})/giu;

/**
 * Pairs the conditions of two cards by the words they share, English endings aside, the most alike
 * first, each at most once. A pair is opposed when one card holds where the other fails; where the two
 * are nearly one and only one of them is negated, it is the other way round. Opposed pairs come first,
 * then the same, then what only one card says, each in the order of the cards.
 */
export function alignConditions(left: Conditions, right: Conditions): AlignedCondition[] {
  const [ours, theirs] = [itemsOf(left), itemsOf(right)];
  const pairs = ours
    .flatMap((one) => theirs.map((other) => ({ one, other, score: likeness(one, other) })))
    .filter(({ score }) => score >= alike)
    .sort((a, b) => b.score - a.score);
  const partner = new Map<Item, { readonly other: Item; readonly score: number }>();
  for (const { one, other, score } of pairs) {
    if (partner.has(one) || partner.has(other)) continue;
    partner.set(one, { other, score });
    partner.set(other, { other: one, score });
  }
  const paired = ours.flatMap((one): AlignedCondition[] => {
    const found = partner.get(one);
    if (found === undefined) return [];
    const { other, score } = found;
    const turned = score >= nearlyOne && one.negated !== other.negated;
    const opposed = (one.list !== other.list) !== turned;
    const kind = opposed ? 'opposed' : 'same';
    return [{ kind, left: place(one, other), right: place(other, one) }];
  });
  const alone = (items: readonly Item[]): Item[] => items.filter((item) => !partner.has(item));
  return [
    ...paired.filter(({ kind }) => kind === 'opposed'),
    ...paired.filter(({ kind }) => kind === 'same'),
    ...alone(ours).map((item) => ({ kind: 'left', left: place(item) }) as const),
    ...alone(theirs).map((item) => ({ kind: 'right', right: place(item) }) as const),
  ];
}

function itemsOf(conditions: Conditions): Item[] {
  return (['holdsWhen', 'failsWhen'] as const).flatMap((list) =>
    conditions[list].map((text) => ({
      list,
      text,
      terms: new Set(scanWords(text).terms.filter((term) => term !== '')),
      // A later clause or a remark in brackets is about something else.
      negated: (/^[^,;:(—–]*/.exec(text)?.[0].match(negation) ?? []).length % 2 === 1,
    })),
  );
}

/** The cosine of the two sets of words, 0 to 1. */
function likeness({ terms: a }: Item, { terms: b }: Item): number {
  const shared = [...a].filter((term) => b.has(term)).length;
  // Of very short conditions all words are few.
  if (shared < Math.min(leastShared, a.size, b.size)) return 0;
  return shared / Math.sqrt(a.size * b.size || 1);
}

function place(item: Item, other?: Item): PlacedCondition {
  const { list, text } = item;
  if (other === undefined) return { list, text, parts: [{ text, differs: false }] };
  const ranges: { start: number; end: number }[] = [];
  const { terms, starts, ends } = scanWords(text);
  terms.forEach((term, at) => {
    if (term === '' || other.terms.has(term)) return;
    ranges.push({ start: starts[at] ?? 0, end: ends[at] ?? 0 });
  });
  if (item.negated !== other.negated) {
    for (const found of text.matchAll(negation)) {
      ranges.push({ start: found.index, end: found.index + found[0].length });
    }
  }
  const parts: ConditionPart[] = [];
  let at = 0;
  for (const { start, end } of ranges.sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (start < at) continue;
    if (start > at) parts.push({ text: text.slice(at, start), differs: false });
    parts.push({ text: text.slice(start, end), differs: true });
    at = end;
  }
  if (at < text.length) parts.push({ text: text.slice(at), differs: false });
  return { list, text, parts };
}
