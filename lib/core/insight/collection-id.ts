/** The longest a name may stand in an id: a card's key holds it and the card's id. */
const longest = 40;

/**
 * An id for a collection of this name that nobody has: small letters, digits and hyphens, with `-2`,
 * `-3` … while it is taken. The same name gives the same id, so that what was linked to a collection
 * that was removed is linked to it again when it is loaded again.
 */
export function collectionId(name: string, taken: ReadonlySet<string>): string {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}+/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, longest)
    .replace(/^-|-$/g, '');
  // `own` is the person's own collection.
  const base = plain === '' || plain === 'own' ? 'codex' : plain;
  for (let n = 1; ; n += 1) {
    const id = n === 1 ? base : `${base}-${n}`;
    if (!taken.has(id)) return id;
  }
}
