/**
 * What the engine's parts count for. One tuning serves all libraries and pages; others exist for the
 * bench, which takes parts away one at a time to tell what each carries.
 */
export interface Tuning {
  /** What a word of a title or claim counts for, against one elsewhere. */
  readonly titleAndClaim: number;
  /** What a word of a sentence counts for that stands in many insights. */
  readonly boilerplate: number;
  /** What a pair counts for against a term of the same rarity: its words count already. */
  readonly pair: number;
  /** What the page as a whole counts for against its best passages, 0 to 1. */
  readonly wholePage: number;
  /** What the best, second and third passage count for. */
  readonly passages: readonly [number, number, number];
  /** What an insight gains for being like the closest one. */
  readonly likeness: number;
  /** The same where the page stands in the closest insight as good as whole. */
  readonly ownWords: number;
  /** What a page that has the title, the claim or the operator's name counts for; 1, or 0 for nothing. */
  readonly firstWords: number;
  /** The most insights that are looked at closely. */
  readonly candidates: number;
}

export const standardTuning: Tuning = {
  titleAndClaim: 2.5,
  boilerplate: 0.15,
  pair: 0.85,
  wholePage: 0.5,
  passages: [0.5, 0.3, 0.2],
  likeness: 0.5,
  ownWords: 4,
  firstWords: 1,
  candidates: 100,
};
