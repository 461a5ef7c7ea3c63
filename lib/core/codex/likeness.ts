/**
 * Which texts share most of their words. The measure is the weight of the terms two texts have in
 * common over the weight of all their terms, rare terms weighing more (Jaccard's coefficient,
 * weighted by inverse document frequency): 0 to 1.
 *
 * Every pair is found without comparing every pair. A text's terms are looked up rarest first, and
 * only as long as those left weigh enough to make two texts alike by themselves: whatever shares none
 * of the terms looked up cannot be alike (prefix filtering, as in Bayardo, Ma and Srikant, "Scaling up
 * all pairs similarity search", 2007). So the common words, in which most pairs meet, cost nothing.
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
  readonly texts: LikenessText[];
  /** By text: the weight of its terms. */
  readonly weights: number[];
  /** By term: the numbers of the texts that have it. */
  readonly postings: Map<string, number[]>;
  /** By text: the weight met so far; zero everywhere between two questions. */
  met: Float64Array;
}

export function newLikeness(threshold: number, least: number): Likeness {
  const empty = new Float64Array(0);
  return { threshold, least, texts: [], weights: [], postings: new Map(), met: empty };
}

/** First: every text is counted. */
export function countText({ texts, postings }: Likeness, text: LikenessText): void {
  for (const term of text.terms) {
    const list = postings.get(term);
    if (list === undefined) postings.set(term, [texts.length]);
    else list.push(texts.length);
  }
  texts.push(text);
}

/** Then each is weighed, by its number in the order of counting. */
export function weighText(likeness: Likeness, number: number): void {
  let weight = 0;
  for (const term of likeness.texts[number]?.terms ?? []) weight += weightOf(likeness, term);
  likeness.weights[number] = weight;
}

/** The text most like these terms, the one of this key aside; undefined when none is alike enough. */
export function closest(
  likeness: Likeness,
  key: string,
  terms: ReadonlySet<string>,
): { readonly key: string; readonly likeness: number } | undefined {
  const { threshold, least, texts, weights, postings } = likeness;
  if (likeness.met.length < texts.length) likeness.met = new Float64Array(texts.length);
  const { met } = likeness;
  const rarest = Array.from(terms, (term) => ({ term, weight: weightOf(likeness, term) })).sort(
    (a, b) => b.weight - a.weight,
  );
  const weight = rarest.reduce((sum, each) => sum + each.weight, 0);
  const touched: number[] = [];
  let left = weight;
  let at = 0;
  // Rounding must not leave the last one out.
  while (at < rarest.length && left >= threshold * weight - 1e-9) {
    const { term, weight: own } = rarest[at] ?? { term: '', weight: 0 };
    for (const number of postings.get(term) ?? []) {
      const before = met[number] ?? 0;
      if (before === 0) touched.push(number);
      met[number] = before + own;
    }
    left -= own;
    at += 1;
  }
  let best: { key: string; likeness: number } | undefined;
  for (const number of touched) {
    const other = weights[number] ?? 0;
    let common = met[number] ?? 0;
    met[number] = 0;
    const text = texts[number];
    const wanted = best?.likeness ?? threshold;
    const needed = (wanted / (1 + wanted)) * (weight + other) - 1e-9;
    if (text === undefined || text.key === key || common + left < needed) continue;
    for (const { term, weight: own } of rarest.slice(at)) if (text.terms.has(term)) common += own;
    const value = common / (weight + other - common);
    if (best === undefined ? value < threshold : value <= best.likeness) continue;
    const shared = rarest.filter(({ term }) => text.terms.has(term)).length;
    if (shared >= least) best = { key: text.key, likeness: value };
  }
  return best;
}

function weightOf({ texts, postings }: Likeness, term: string): number {
  return Math.log(1 + texts.length / Math.max(postings.get(term)?.length ?? 0, 1));
}
