/**
 * Gives each path out once: where one like it is taken, on a system that does not tell small letters
 * from capitals either, it gets `-2` before its ending.
 */
export function distinctPaths(): (wanted: string) => string {
  const taken = new Set<string>();
  return (wanted) => {
    const dot = wanted.lastIndexOf('.');
    const [stem, ending] = dot > 0 ? [wanted.slice(0, dot), wanted.slice(dot)] : [wanted, ''];
    let path = wanted;
    for (let n = 2; taken.has(path.toLowerCase()); n += 1) path = `${stem}-${n}${ending}`;
    taken.add(path.toLowerCase());
    return path;
  };
}
