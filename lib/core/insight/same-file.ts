interface NamedFile {
  readonly path: string;
}

/**
 * Whether two paths name one file of a codex: chosen alone, a file comes without the folders that it
 * has when its folder is chosen. A card's file is named after its id, so its name is enough.
 */
export function isSameFile(one: NamedFile, other: NamedFile): boolean {
  if (one.path === other.path) return true;
  const name = nameOf(one);
  return name === nameOf(other) && /^ins_/i.test(name);
}

/** The file's name without its folders. */
export function nameOf({ path }: NamedFile): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}
