import type { Episode, Position } from '../core/transcript/episode';
import type { KeptTranscript } from '../core/transcript/kept-transcript';
import type { Result } from '../core/result';
import type { PageFailure, StorageFailure } from './ports';

/** The episode of the page in a tab. Nothing of it goes to the network. */
export interface EpisodePages {
  readEpisode(tabId: number): Promise<Result<Episode, PageFailure>>;
  /** Undefined where the page has no player of its own. */
  position(tabId: number): Promise<Result<Position | undefined, PageFailure>>;
  /** Whether there was a player to move. */
  seek(tabId: number, seconds: number): Promise<Result<boolean, PageFailure>>;
}

/** Where a person marked what plays, one mark a tab and source; gone when the browser ends. */
export interface MomentMarks {
  /** In the player's seconds; undefined where there is none. */
  get(tabId: number, sourceKey: string): Promise<number | undefined>;
  set(tabId: number, sourceKey: string, seconds: number): Promise<void>;
  remove(tabId: number, sourceKey: string): Promise<void>;
  /** Calls back whenever any mark has changed, until what it returns is called. */
  onChange(changed: () => void): () => void;
}

/** A transcript that a person fetched, pasted or named voices in. */
export type { KeptTranscript };

export interface TranscriptStore {
  getTranscript(sourceKey: string): Promise<KeptTranscript | undefined>;
  keepTranscript(kept: KeptTranscript): Promise<Result<void, StorageFailure>>;
}
