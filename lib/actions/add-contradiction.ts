import type { CodexDocument } from '../core/codex/codex-document';
import { readDocument } from '../core/codex/read-document';
import { writeContradiction } from '../core/codex/write-contradiction';
import { ownCollection, type Insight } from '../core/insight/insight';
import { err, ok, type Result } from '../core/result';
import type { DocumentPorts } from './import-documents';
import type { LinkStore } from './link-ports';
import type { StorageFailure } from './ports';

export interface ContradictionPorts extends DocumentPorts {
  readonly links: LinkStore;
}

export interface AddedContradiction {
  readonly document: CodexDocument;
  /** Puts the document into the trash and takes back the link that was drawn with it. */
  readonly undo: () => Promise<Result<unknown, StorageFailure>>;
}

/** A card without an id cannot be named in a document. */
export type ContradictionFailure = StorageFailure | { readonly kind: 'no-id' };

/**
 * Writes a contradiction of two insights into one's own collection, its resolution still open, and
 * draws the link that says so, unless `isLinked`.
 */
export async function addContradiction(
  { documents, links, clock, newId }: ContradictionPorts,
  [left, right]: readonly [Insight, Insight],
  isLinked: boolean,
): Promise<Result<AddedContradiction, ContradictionFailure>> {
  if (left.card.id === '' || right.card.id === '') return err({ kind: 'no-id' });
  const at = clock.now();
  const key = newId();
  const link = { id: newId(), from: left.key, to: right.key, type: 'contradicts' as const };
  const drawLink = () =>
    isLinked ? ok([]) : links.changeLinks({ put: [{ ...link, why: '', createdAt: at }] }, at);
  const removeLink = () => links.changeLinks({ remove: isLinked ? [] : [link.id] }, clock.now());
  const undo = async () => {
    const removed = await removeLink();
    return removed.ok ? await documents.trashDocuments([key], clock.now()) : removed;
  };
  // The link first: should the document fail, what is left says no more than was asked for, and trying
  // again does not write a second document.
  const drawn = await drawLink();
  if (!drawn.ok) return drawn;
  for (;;) {
    const all = [...(await documents.allDocuments()), ...(await documents.trashedDocuments())];
    const taken = new Set(all.map(({ id }) => id));
    const written = writtenDocument([left, right], taken, clock.today());
    const stamps = { createdAt: at, updatedAt: at };
    const document = { key, collection: ownCollection, ...written, ...stamps };
    const stored = await documents.saveDocuments([{ after: document }]);
    if (!stored.ok) {
      await removeLink();
      return stored;
    }
    if (stored.value.length === 0) return ok({ document, undo });
    // The id was taken between the look and the write: choose anew.
  }
}

function writtenDocument(
  [left, right]: readonly [Insight, Insight],
  taken: ReadonlySet<string>,
  today: string,
) {
  const { text } = writeContradiction(left.card, right.card, taken, today);
  const read = readDocument(text);
  if (!read.ok) throw new Error(`a contradiction was written that cannot be read: ${text}`);
  return read.value;
}
