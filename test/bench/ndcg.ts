/** How many results are judged. */
export const depth = 10;

/**
 * nDCG at ten of ranked keys, 0 to 1, with gain 2^rel - 1 (Järvelin and Kekäläinen 2002; Burges
 * 2005). `rel` grades the right keys; nothing to find gives 0.
 */
export function ndcg(keys: readonly string[], rel: Readonly<Record<string, number>>): number {
  const gain = (grade: number, rank: number) => (2 ** grade - 1) / Math.log2(rank + 2);
  const found = keys.reduce((sum, key, rank) => sum + gain(rel[key] ?? 0, rank), 0);
  const ideal = Object.values(rel)
    .sort((a, b) => b - a)
    .slice(0, depth)
    .reduce((sum, grade, rank) => sum + gain(grade, rank), 0);
  return ideal === 0 ? 0 : found / ideal;
}
