import type { Episode, Position } from '../core/transcript/episode';
import type { SpeakerNames } from '../core/transcript/rename-speakers';
import type { Transcript } from '../core/transcript/transcript';
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

/** A transcript a person fetched, pasted or used, kept with its source. */
export interface KeptTranscript {
  readonly sourceKey: string;
  readonly transcript: Transcript;
  /** Voices the person or the page named; the transcript itself stays as it came. */
  readonly speakers: SpeakerNames;
  readonly savedAt: string;
}

export interface TranscriptStore {
  getTranscript(sourceKey: string): Promise<KeptTranscript | undefined>;
  keepTranscript(kept: KeptTranscript): Promise<Result<void, StorageFailure>>;
}
