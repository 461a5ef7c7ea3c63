/**
 * Which texts share most of their words. The measure is the weight of the terms two texts have in
 * common over the weight of all their terms, rare terms weighing more (Jaccard's coefficient,
 * weighted by inverse document frequency): 0 to 1.
 *
 * Every pair is found without comparing every pair. The terms of a text stand rarest first; two
 * texts that are alike enough must share one of the rare terms before which what is left weighs less
 * than the threshold asks for. Only those terms are indexed (prefix filtering, as in Bayardo, Ma and
 * Srikant, "Scaling up all pairs similarity search", 2007).
 */
export interface LikenessText {
  readonly key: string;
  readonly terms: ReadonlySet<string>;
}

export interface Likeness {
  /** 0 to 1: less is not alike. */
  readonly threshold: number;
  /** Fewer terms in common than this say nothing. */
  readonly least: number;
  /** In how many texts a term stands. */
  readonly uses: Map<string, number>;
  readonly texts: { readonly key: string; readonly terms: ReadonlySet<string>; weight: number }[];
  /** By rare term: the numbers of the texts that have it among their rare ones. */
  readonly postings: Map<string, number[]>;
}

export function newLikeness(threshold: number, least: number): Likeness {
  return { threshold, least, uses: new Map(), texts: [], postings: new Map() };
}

/** First: every text is counted. */
export function countText({ uses, texts }: Likeness, { key, terms }: LikenessText): void {
  for (const term of terms) uses.set(term, (uses.get(term) ?? 0) + 1);
  texts.push({ key, terms, weight: 0 });
}

/** Then: each text is indexed, by its number in the order of counting. */
export function indexText(likeness: Likeness, number: number): void {
  const text = likeness.texts[number];
  if (text === undefined) return;
  const { rare, weight } = readTerms(likeness, text.terms);
  text.weight = weight;
  for (const term of rare) {
    const list = likeness.postings.get(term);
    if (list === undefined) likeness.postings.set(term, [number]);
    else list.push(number);
  }
}

/** The text most like these terms, the one of this key aside; undefined when none is alike enough. */
export function closest(
  likeness: Likeness,
  key: string,
  terms: ReadonlySet<string>,
): { readonly key: string; readonly likeness: number } | undefined {
  const { threshold, least, texts, postings } = likeness;
  const { rare, weight } = readTerms(likeness, terms);
  let best: { key: string; likeness: number } | undefined;
  const seen = new Set<number>();
  for (const term of rare) {
    for (const number of postings.get(term) ?? []) {
      const text = texts[number];
      if (text === undefined || text.key === key || seen.has(number)) continue;
      seen.add(number);
      const wanted = best?.likeness ?? threshold;
      // What the lighter has of the heavier is all they can share.
      if (Math.min(weight, text.weight) < wanted * Math.max(weight, text.weight)) continue;
      const shared = [...terms].filter((each) => text.terms.has(each));
      if (shared.length < least) continue;
      const common = shared.reduce((sum, each) => sum + weightOf(likeness, each), 0);
      const value = common / (weight + text.weight - common);
      const isBetter = best === undefined ? value >= threshold : value > best.likeness;
      if (isBetter) best = { key: text.key, likeness: value };
    }
  }
  return best;
}

function weightOf({ uses, texts }: Likeness, term: string): number {
  return Math.log(1 + texts.length / Math.max(uses.get(term) ?? 0, 1));
}

/** The weight of all terms, and the rare ones of which texts that are alike must share one. */
function readTerms(
  likeness: Likeness,
  terms: ReadonlySet<string>,
): { readonly rare: readonly string[]; readonly weight: number } {
  const weighed = Array.from(terms, (term) => ({ term, weight: weightOf(likeness, term) })).sort(
    (a, b) => b.weight - a.weight || (a.term < b.term ? -1 : 1),
  );
  const weight = weighed.reduce((sum, each) => sum + each.weight, 0);
  const rare: string[] = [];
  let left = weight;
  for (const each of weighed) {
    // Rounding must not leave the last one out.
    if (left < likeness.threshold * weight - 1e-9) break;
    rare.push(each.term);
    left -= each.weight;
  }
  return { rare, weight };
}
