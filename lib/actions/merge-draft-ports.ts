/** A draft that says what another insight says becomes evidence for it. */
import type { Clip } from '../core/insight/clip';
import type { Result } from '../core/result';
import type { StorageFailure } from './ports';

/** What was done, so that it can be taken back. */
export interface MergedDraft {
  readonly draftKey: string;
  /** The clips as they were before. */
  readonly clips: readonly Clip[];
}

/** Every write is strictly durable before its promise resolves, and may be repeated. */
export interface DraftMerger {
  /**
   * Gives the draft's clips to the other insight as evidence and puts the draft into the trash, in
   * one transaction. Undefined, and nothing done, when either of the two is not there any more or
   * lies in the trash; refused for a read-only collection.
   */
  mergeDraft(
    draftKey: string,
    to: string,
    at: string,
  ): Promise<Result<MergedDraft | undefined, StorageFailure>>;
  /**
   * Brings the draft out of the trash with the clips it had, in the roles they had; a clip that is
   * gone or that somebody has moved on or trashed since stays where it is.
   */
  unmergeDraft(merged: MergedDraft, from: string): Promise<Result<void, StorageFailure>>;
}
