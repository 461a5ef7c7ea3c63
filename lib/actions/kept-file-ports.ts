/** Where files that could not be read as cards are kept until they are mended. */
import type { KeptFile } from '../core/insight/kept-file';
import type { Result } from '../core/result';
import type { StorageFailure } from './ports';

/** What a person wrote into a kept file, and what reading it says by now. */
export type KeptFileEdit = Pick<KeptFile, 'text' | 'line' | 'reason' | 'detail'>;

/** Every write is strictly durable before its promise resolves, and may be repeated. */
export interface KeptFileStore {
  /**
   * Keeps files. One that is kept already, under the same path of the same collection or under the
   * same card name, is not kept twice: its text is replaced by the new one, unless a person has
   * edited it here.
   */
  keepFiles(files: readonly KeptFile[]): Promise<Result<void, StorageFailure>>;
  /** Stores an edit; undefined when there is no such file any more. */
  editKeptFile(
    key: string,
    edit: KeptFileEdit,
    at: string,
  ): Promise<Result<KeptFile | undefined, StorageFailure>>;
  /** Puts a file back that was dropped, as it was. */
  putBackKeptFile(file: KeptFile): Promise<Result<void, StorageFailure>>;
  /** Forgets files; keys that nothing has are passed over. */
  dropKeptFiles(keys: readonly string[]): Promise<Result<void, StorageFailure>>;
  getKeptFile(key: string): Promise<KeptFile | undefined>;
  /** In no particular order. */
  allKeptFiles(): Promise<KeptFile[]>;
}
