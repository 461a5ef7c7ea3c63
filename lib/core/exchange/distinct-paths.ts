/**
 * Gives each path out once: where one like it is taken, on a system that does not tell small letters
 * from capitals either, it gets `-2` before its ending.
 */
export function distinctPaths(): (wanted: string) => string {
  const taken = new Set<string>();
  /** The number that a path may get next: thousands that are alike are not counted through for each. */
  const numbers = new Map<string, number>();
  return (wanted) => {
    const dot = wanted.lastIndexOf('.');
    const [stem, ending] = dot > 0 ? [wanted.slice(0, dot), wanted.slice(dot)] : [wanted, ''];
    const alike = wanted.toLowerCase();
    let path = wanted;
    let n = numbers.get(alike) ?? 2;
    for (; taken.has(path.toLowerCase()); n += 1) path = `${stem}-${n}${ending}`;
    numbers.set(alike, n);
    taken.add(path.toLowerCase());
    return path;
  };
}
