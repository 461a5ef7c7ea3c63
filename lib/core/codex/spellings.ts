/** Which values of a field are one thing written in two ways, and which way most cards write it. */

/** What is told apart in a field's values, and what is not. */
export interface SpellingRules {
  /** What all spellings of one thing have in common; empty for a value that says nothing. */
  readonly fold: (value: string) => string;
  /** Keys of a folded value; two that may be near each other have one in common. */
  readonly nearKeys: (folded: string) => readonly string[];
  /** Whether two different folded values probably are one thing all the same. */
  readonly isNear: (a: string, b: string) => boolean;
  /** How many times more often the other must be used before it is held up against this one. */
  readonly outweighs: number;
}

export interface Spellings {
  readonly rules: SpellingRules;
  /** In how many cards a value stands, as it is written. */
  readonly uses: Map<string, number>;
  /** By folded value: the ways it is written. */
  readonly written: Map<string, string[]>;
  /** By folded value: its near keys, which take longest to make. */
  readonly keys: Map<string, readonly string[]>;
  /** By near key: the folded values. */
  readonly near: Map<string, string[]>;
}

export interface BetterSpelling {
  readonly spelling: string;
  /** True when only the spelling differs; otherwise it may be another thing after all. */
  readonly same: boolean;
}

export function newSpellings(rules: SpellingRules): Spellings {
  return { rules, uses: new Map(), written: new Map(), keys: new Map(), near: new Map() };
}

export function countSpelling(
  { rules, uses, written, keys, near }: Spellings,
  value: string,
): void {
  const before = uses.get(value) ?? 0;
  uses.set(value, before + 1);
  if (before > 0) return;
  const folded = rules.fold(value);
  const ways = written.get(folded);
  if (ways !== undefined) {
    ways.push(value);
    return;
  }
  written.set(folded, [value]);
  const made = rules.nearKeys(folded);
  keys.set(folded, made);
  for (const key of made) {
    const list = near.get(key);
    if (list === undefined) near.set(key, [folded]);
    else list.push(folded);
  }
}

/**
 * The spelling that other cards prefer; undefined when this one is as good, or when more than one
 * other could be meant. `before` is what the same card said when the spellings were counted: it
 * counts no longer.
 */
export function betterSpelling(
  spellings: Spellings,
  value: string,
  before: readonly string[],
): BetterSpelling | undefined {
  const { rules, uses, written, keys, near } = spellings;
  const folded = rules.fold(value);
  if (folded === '') return undefined;
  const usesOf = (way: string): number =>
    (uses.get(way) ?? 0) - (before.includes(way) ? 1 : 0) + (way === value ? 1 : 0);
  const best = (ways: readonly string[]): string =>
    ways.reduce((a, b) =>
      (usesOf(b) - usesOf(a) || rank(b) - rank(a) || (b < a ? 1 : -1)) > 0 ? b : a,
    );
  const waysOf = (key: string): string[] =>
    (written.get(key) ?? []).filter((way) => usesOf(way) > 0);

  const ways = waysOf(folded);
  const preferred = best([value, ...ways]);
  if (preferred !== value) return { spelling: preferred, same: true };

  const ownKeys = keys.get(folded) ?? rules.nearKeys(folded);
  const close = new Set(ownKeys.flatMap((key) => near.get(key) ?? []));
  const others = [...close].filter(
    (key) => key !== folded && rules.isNear(folded, key) && waysOf(key).length > 0,
  );
  const [other] = others;
  if (other === undefined || others.length > 1) return undefined;
  const total = (list: readonly string[]): number =>
    list.reduce((sum, way) => sum + usesOf(way), 0);
  const [theirs, ours] = [
    total(waysOf(other)),
    total(ways.includes(value) ? ways : [value, ...ways]),
  ];
  const isBetter =
    theirs > ours * rules.outweighs ||
    (rules.outweighs === 1 && theirs === ours && other.length > folded.length);
  return isBetter ? { spelling: best(waysOf(other)), same: false } : undefined;
}

/** Of two spellings used as often: the one with capitals where names have them, and with accents. */
function rank(value: string): number {
  const isMixed = value !== value.toLowerCase() && value !== value.toUpperCase();
  // eslint-disable-next-line no-control-regex
  return (isMixed ? 2 : 0) + (/[^\x00-\x7f]/.test(value) ? 1 : 0);
}
