/** What is asked of the documents; the store and the live hooks ask alike. */
import type { CodexDocument } from '../core/codex/codex-document';
import type { NoteDatabase } from './database';
import { compare, isLive } from './live';

/** Outside the trash, in no particular order. */
export async function liveDocuments(db: NoteDatabase): Promise<CodexDocument[]> {
  return (await db.documents.toArray()).filter(isLive);
}

/** In the trash, the last one trashed first. */
export async function documentsInTrash(db: NoteDatabase): Promise<CodexDocument[]> {
  const trashed = await db.documents.filter((document) => !isLive(document)).toArray();
  return trashed.sort((a, b) => compare(b.deletedAt ?? '', a.deletedAt ?? ''));
}
