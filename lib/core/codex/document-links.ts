/** The links that contradictions and patterns make between the cards they name. */
import type { Insight } from '../insight/insight';
import type { CodexDocument } from './codex-document';
import type { LinkView, NamingDocument } from './collect-links';
import { idResolver } from './id-resolver';
import { mentionedIds } from './lists';
import { readPositions } from './read-positions';

/** A document and the insights it names: by position, or all together where it has none. */
interface Naming {
  readonly document: NamingDocument;
  readonly sides: readonly ReadonlySet<string>[];
}

/**
 * The ids that a document sets against each other, one list for each position that has cards; or one
 * list, the cards it is made of (`uses_cards`, else all it names), which are merely related.
 */
export function documentSides({ kind, text, names }: CodexDocument): (readonly string[])[] {
  const positions = kind === 'contradiction' ? readPositions(text) : [];
  const sides = positions.map(({ cards }) => cards).filter((cards) => cards.length > 0);
  if (sides.length > 1) return sides;
  const used = /^uses_cards[ \t]*:(.*(?:\r?\n(?:[ \t]+\S|-[ \t]).*)*)/m.exec(text)?.[1];
  return [used === undefined ? names : mentionedIds(used)];
}

/**
 * The links of one insight that documents make, from its end: with the cards of every other position
 * as contradicting, and with the other cards of a document without positions as related. The same two
 * and type are one link, with all the documents that say it. An id means the card of the document's
 * own collection before any other; cards that are not here are left out.
 */
export function documentLinks(
  documents: readonly CodexDocument[],
  insights: readonly Insight[],
): (key: string) => LinkView[] {
  const resolve = idResolver(insights);
  const namings = new Map<string, Naming[]>();
  for (const each of documents) {
    const { key, kind, title, collection } = each;
    const keysOf = (ids: readonly string[]): Set<string> =>
      new Set(ids.flatMap((id) => resolve(id, collection) ?? []));
    const naming = { document: { key, kind, title }, sides: documentSides(each).map(keysOf) };
    for (const insight of new Set(naming.sides.flatMap((side) => [...side]))) {
      const known = namings.get(insight);
      if (known) known.push(naming);
      else namings.set(insight, [naming]);
    }
  }

  return (key) => {
    const links = new Map<string, LinkView & { documents: NamingDocument[] }>();
    for (const { document, sides } of namings.get(key) ?? []) {
      const type = sides.length > 1 ? 'contradicts' : 'related';
      // A card may stand for several positions: it contradicts none of those it stands with.
      const own = new Set(
        sides.filter((side) => side.has(key) && sides.length > 1).flatMap((side) => [...side]),
      );
      for (const other of new Set(sides.flatMap((side) => [...side]))) {
        if (other === key || own.has(other)) continue;
        const known = links.get(`${type} ${other}`);
        if (known) known.documents.push(document);
        else {
          const said = { type, direction: 'both', why: '', origin: 'document' } as const;
          links.set(`${type} ${other}`, { key: other, ...said, documents: [document] });
        }
      }
    }
    return [...links.values()];
  };
}

/**
 * An insight's links with those that documents make: where the two are linked already, and not less
 * strongly, the documents are noted there; else they are links of their own.
 */
export function withDocumentLinks(
  views: readonly LinkView[],
  fromDocuments: readonly LinkView[],
): LinkView[] {
  const all = [...views];
  for (const link of fromDocuments) {
    const at = all.findIndex(
      ({ key, type }) =>
        key === link.key && (link.type === 'related' || type === link.type || type === 'limits'),
    );
    const known = all[at];
    if (known === undefined) all.push(link);
    else {
      const documents = [...(known.documents ?? []), ...(link.documents ?? [])];
      all[at] = { ...known, documents };
    }
  }
  return all;
}
