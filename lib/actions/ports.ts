/** What the actions need from the world outside, as interfaces the adapters fulfil. */
import type { Result } from '../core/result';
import type { Clip, ClipRole } from '../core/insight/clip';
import type { Insight } from '../core/insight/insight';
import type { Link } from '../core/insight/link';
import type { PageSnapshot } from '../core/source/snapshot';
import type { Source } from '../core/source/source';

/** Why a page could not be read. */
export type PageFailure =
  /** A browser page, the store, the PDF viewer: closed to every extension. */
  | { readonly kind: 'page-not-readable' }
  /** The person has not asked on this page yet: no access is granted. */
  | { readonly kind: 'page-not-granted' }
  /** The page answered with something that is not a snapshot. */
  | { readonly kind: 'page-answer-invalid'; readonly detail: string };

/** Why a write did not happen; nothing was stored. */
export type StorageFailure =
  { readonly kind: 'storage-full' } | { readonly kind: 'storage-failed'; readonly detail: string };

export interface ReadPageOptions {
  /** Also read the cues of the playing element's text track. */
  readonly cues?: 'recent' | undefined;
}

export interface PageReader {
  /** One look at the page in a tab; the answer is validated. */
  readPage(tabId: number, options?: ReadPageOptions): Promise<Result<PageSnapshot, PageFailure>>;
}

export interface Clock {
  /** The present instant, ISO 8601 in UTC. */
  now(): string;
  /** The person's calendar day, `YYYY-MM-DD`. */
  today(): string;
}

export interface NewId {
  /** A fresh UUID version 7. */
  (): string;
}

/** A clip, the source it comes from and, when it starts one, its draft. Stored as one, or not at all. */
export interface Capture {
  readonly source: Source;
  readonly clip: Clip;
  readonly draft?: Insight;
}

/** An imported card that is stored under its key; `original` is set. */
export interface ImportPlan {
  readonly added: readonly Insight[];
  readonly updated: readonly Insight[];
}

/** Everything of one insight that its page in the library, or its export, needs. */
export interface InsightWithClips {
  readonly insight: Insight;
  readonly clips: readonly Clip[];
}

/** The person's notes. Every write is strictly durable before its promise resolves. */
export interface NoteStore {
  /** Stores source, clip and draft in one transaction. Storing the same ids again changes nothing. */
  saveCapture(capture: Capture): Promise<Result<void, StorageFailure>>;
  /**
   * Takes a clip back: the clip, and the draft that it alone started and that nobody has edited,
   * go to the trash. False when there is no such clip.
   */
  undoCapture(clipId: string, at: string): Promise<Result<boolean, StorageFailure>>;
  /** Brings back what `undoCapture` took. */
  redoCapture(clipId: string, at: string): Promise<Result<boolean, StorageFailure>>;
  setNote(clipId: string, note: string): Promise<Result<boolean, StorageFailure>>;
  /**
   * Gives the clip to another insight as evidence or counter-evidence; a draft left without any
   * clip and never edited goes to the trash in the same transaction.
   */
  moveClip(
    clipId: string,
    to: string,
    role: ClipRole,
    at: string,
  ): Promise<Result<boolean, StorageFailure>>;
  /** Writes the insight whole and stamps it; refused for a read-only collection. */
  saveInsight(insight: Insight): Promise<Result<void, StorageFailure>>;
  importInsights(plan: ImportPlan): Promise<Result<void, StorageFailure>>;
  trashInsights(keys: readonly string[], at: string): Promise<Result<void, StorageFailure>>;
  restoreInsights(keys: readonly string[]): Promise<Result<void, StorageFailure>>;
  saveLink(link: Link): Promise<Result<void, StorageFailure>>;
  removeLink(id: string): Promise<Result<void, StorageFailure>>;

  getInsight(key: string): Promise<Insight | undefined>;
  /** Insights outside the trash, in no particular order. */
  allInsights(): Promise<Insight[]>;
  /** Clips outside the trash. */
  allClips(): Promise<Clip[]>;
  getClip(id: string): Promise<Clip | undefined>;
  clipsOfInsights(keys: readonly string[]): Promise<Clip[]>;
  clipsOfSource(sourceKey: string): Promise<Clip[]>;
  allSources(): Promise<Source[]>;
  allLinks(): Promise<Link[]>;
}

/** Hands a finished file to the person. */
export interface FileSaver {
  save(name: string, content: string | Uint8Array, type: string): void;
  copy(text: string): Promise<boolean>;
}
