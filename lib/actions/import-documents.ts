import type { CardFault } from '../core/codex/card-fault';
import type { CodexDocument } from '../core/codex/codex-document';
import { readDocument } from '../core/codex/read-document';
import { ownCollection } from '../core/insight/insight';
import { nextStamp } from '../core/insight/next-stamp';
import type { ImportFile } from '../core/insight/plan-import';
import { ok, type Result } from '../core/result';
import type { DocumentChange, DocumentStore } from './document-ports';
import type { Clock, NewId, StorageFailure } from './ports';

export interface DocumentPorts {
  readonly documents: DocumentStore;
  readonly clock: Clock;
  readonly newId: NewId;
}

export interface DocumentImport {
  /** New documents, and those that lay in the trash. */
  readonly added: number;
  readonly updated: number;
  readonly unchanged: number;
  /** The ids of documents edited here that the file would have changed: the edit stays. */
  readonly kept: readonly string[];
  /** Files that say they are documents and cannot be read as such, or say again what another is. */
  readonly broken: readonly (Omit<CardFault, 'reason'> & {
    readonly path: string;
    readonly reason: CardFault['reason'] | 'duplicate-id';
  })[];
  /** The paths of files that are no documents and do not say they are. */
  readonly others: readonly string[];
}

/**
 * Brings contradictions and patterns into one's own collection, all at once or not at all. The same
 * files again change nothing; a document edited here is never overwritten, unless it lies in the trash.
 */
export async function importDocuments(
  { documents: store, clock, newId }: DocumentPorts,
  files: readonly ImportFile[],
): Promise<Result<DocumentImport, StorageFailure>> {
  const [live, trashed] = await Promise.all([store.allDocuments(), store.trashedDocuments()]);
  const known = new Map(
    [...trashed.toReversed(), ...live]
      .filter(({ collection }) => collection === ownCollection)
      .map((document) => [document.id, document]),
  );
  const at = clock.now();
  const seen = new Map<string, string>();
  const changes: DocumentChange[] = [];
  const kept: string[] = [];
  const broken: DocumentImport['broken'][number][] = [];
  const others: string[] = [];
  let unchanged = 0;
  for (const { path, text } of files) {
    const read = readDocument(text);
    if (!read.ok) {
      if (isMeantAsDocument(path, text)) broken.push({ path, ...read.error });
      else others.push(path);
      continue;
    }
    const { id } = read.value;
    const first = seen.get(id);
    if (first !== undefined) {
      broken.push({ path, line: 1, reason: 'duplicate-id', detail: first });
      continue;
    }
    seen.set(id, path);
    const before = known.get(id);
    const said = { ...read.value, original: text };
    if (before === undefined) {
      const stamps = { createdAt: at, updatedAt: at };
      changes.push({ after: { key: newId(), collection: ownCollection, ...said, ...stamps } });
      continue;
    }
    const after: CodexDocument = { ...before, ...said, updatedAt: nextStamp(before.updatedAt, at) };
    delete after.deletedAt;
    if (before.deletedAt !== undefined) changes.push({ before, after });
    else if (before.text === text) unchanged += 1;
    else if (before.text === before.original) changes.push({ before, after });
    else if (before.original === text) unchanged += 1;
    else kept.push(id);
  }

  const stored = changes.length > 0 ? await store.saveDocuments(changes) : ok([]);
  if (!stored.ok) return stored;
  const overtaken = new Set(stored.value.map(({ id }) => id));
  const cameIn = changes.filter(({ after }) => !overtaken.has(after.id));
  const updated = cameIn.filter(({ before }) => before && before.deletedAt === undefined).length;
  const added = cameIn.length - updated;
  return ok({ added, updated, unchanged, kept: [...kept, ...overtaken], broken, others });
}

/** A file that is named like a document, or says so itself. */
function isMeantAsDocument(path: string, text: string): boolean {
  const name = path.split(/[\\/]/).at(-1) ?? '';
  return /^(?:con|pat)_/.test(name) || /^id:[ \t]*["']?(?:con|pat)_/m.test(text.slice(0, 20_000));
}
