/** What the actions on transcripts need from storage, beside what `episode-ports.ts` names. */
import type { Selector } from '../core/annotation/selector';
import type { Clip } from '../core/insight/clip';
import type { Result } from '../core/result';
import type { Archive } from '../core/source/archive';
import type { TranscriptStore } from './episode-ports';
import type { StorageFailure } from './ports';

/** The words of a clip that had none, or had another time or voice. */
export interface ClipWords extends Pick<Clip, 'quote' | 'speaker' | 'time' | 'origin'> {
  /** In place of the times that the target had. */
  readonly times: readonly Selector[];
}

/** What a voice was called, and the name of who it is. */
export interface NamedVoice {
  readonly from: string;
  readonly to: string;
}

/** Transcripts and archives. Each write is one transaction, strictly durable, and may be repeated. */
export interface EpisodeStore extends TranscriptStore {
  /** Takes a kept transcript away; one that is not there is no failure. */
  dropTranscript(sourceKey: string): Promise<Result<void, StorageFailure>>;
  /**
   * Gives a clip without words its words and time. False when there is no such clip, or when it has
   * words by now: those stay, with their time.
   */
  fillClip(clipId: string, words: ClipWords): Promise<Result<boolean, StorageFailure>>;
  /**
   * Gives the clips of a source that have the voice its name, and the drafts of one's own that these
   * clips belong to, where the operator is the voice or nobody yet. Returns how many clips changed.
   */
  nameVoice(
    sourceKey: string,
    voice: NamedVoice,
    at: string,
  ): Promise<Result<number, StorageFailure>>;
  /** False when another source has the path; its text stays. */
  saveArchive(archive: Archive): Promise<Result<boolean, StorageFailure>>;
  getArchive(path: string): Promise<Archive | undefined>;
  /** Those under these paths; a path that nothing has is passed over. */
  archivesAt(paths: readonly string[]): Promise<Archive[]>;
}
