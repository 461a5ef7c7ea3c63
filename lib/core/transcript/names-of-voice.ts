/** What voices were called before, by what the transcript calls them. */
export type Formerly = ReadonlyMap<string, readonly string[]>;

/**
 * What the clips of a voice may call it: what the transcript does, and its names before this one. A
 * name that another voice bears or bore tells nothing of whose words a clip has, and is left out.
 */
export function namesOfVoice(
  label: string,
  names: Readonly<Record<string, string>>,
  formerly: Formerly,
): string[] {
  const ofOthers = new Set(
    [
      ...Object.entries(names),
      ...[...formerly].flatMap(([of, all]) => all.map((name) => [of, name] as const)),
    ]
      .filter(([of]) => of !== label)
      .map(([, name]) => name),
  );
  const now = names[label];
  return [label, ...(formerly.get(label) ?? [])].filter(
    (name) => name !== now && !ofOthers.has(name),
  );
}
