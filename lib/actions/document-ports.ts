/** What the actions need of the contradictions and patterns. */
import type { CodexDocument } from '../core/codex/codex-document';
import type { Result } from '../core/result';
import type { StorageFailure } from './ports';

/** A document to be stored, and what it was when that was decided; a new one was nothing. */
export interface DocumentChange {
  readonly before?: CodexDocument;
  readonly after: CodexDocument;
}

/**
 * The contradictions and patterns beside the insights. Every write is strictly durable before its
 * promise resolves and may be repeated; those of a loaded codex are never changed.
 */
export interface DocumentStore {
  /**
   * Stores one's own documents in one transaction, except those that are no longer as they were found:
   * edited, trashed or made since, by key or by id. Returns those, as they are and stay.
   */
  saveDocuments(
    changes: readonly DocumentChange[],
  ): Promise<Result<CodexDocument[], StorageFailure>>;
  /**
   * Applies a pure change to the document as it is stored at that moment and returns what is stored
   * then; `updatedAt` moves when anything differs. The id stays where another own document has the new
   * one. Undefined when there is no such document; refused for a loaded codex.
   */
  updateDocument(
    key: string,
    change: (document: CodexDocument) => CodexDocument,
    at: string,
  ): Promise<Result<CodexDocument | undefined, StorageFailure>>;
  /** Puts documents into the trash; those already there stay as they are. */
  trashDocuments(keys: readonly string[], at: string): Promise<Result<void, StorageFailure>>;
  restoreDocuments(keys: readonly string[]): Promise<Result<void, StorageFailure>>;
  /** Of all collections, outside the trash, in no particular order. */
  allDocuments(): Promise<CodexDocument[]>;
  /** The last one trashed first. */
  trashedDocuments(): Promise<CodexDocument[]>;
}
