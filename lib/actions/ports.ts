/** What the actions need from the world outside, as interfaces the adapters fulfil. */
import type { Result } from '../core/result';
import type { Clip, ClipRole } from '../core/insight/clip';
import type { CodexDocument } from '../core/codex/codex-document';
import type { Insight } from '../core/insight/insight';
import type { FoundClip, SoughtClip } from '../core/insight/sought-clip';
import type { ImportUpdate } from '../core/insight/plan-import';
import type { Link } from '../core/insight/link';
import type { Dismissal } from '../core/match/dismissal';
import type { SavedIndex } from '../core/match/saved-index';
import type { Selector, Target } from '../core/annotation/selector';
import type { PageSelection, PageSnapshot } from '../core/source/snapshot';
import type { Source } from '../core/source/source';

/** Why a page could not be read. */
export type PageFailure =
  /** A browser page, the store, the PDF viewer: closed to every extension. */
  | { readonly kind: 'page-not-readable' }
  /** A file in the browser's own viewer, such as JSON or a picture, and no page or plain text. */
  | { readonly kind: 'not-a-page' }
  /** The person has not asked on this page yet: no access is granted. */
  | { readonly kind: 'page-not-granted' }
  /** The page answered with something that is not a snapshot. */
  | { readonly kind: 'page-answer-invalid'; readonly detail: string };

/** Why a write did not happen; nothing was stored. */
export type StorageFailure =
  | { readonly kind: 'storage-full' }
  /** The database would not take it, or the record breaks its schema; `detail` says which. */
  | { readonly kind: 'storage-failed'; readonly detail: string }
  /** A newer build has written here since: this one reads on, and must be reloaded to write. */
  | { readonly kind: 'newer-database' }
  /** The insight belongs to a loaded codex, which is never edited in place. */
  | { readonly kind: 'read-only-collection' };

/** Where on a page something stands: a passage of the snapshot, or the selectors of a clip. */
export type PagePlace =
  | { readonly start: number; readonly end: number; readonly exact: string }
  | { readonly selector: readonly Selector[] };

export interface Pages {
  /** One look at the page in a tab; the answer is validated. */
  readPage(tabId: number): Promise<Result<PageSnapshot, PageFailure>>;
  /** Scrolls to the place and paints it; false when it is not on the page any more. */
  showOnPage(tabId: number, place: PagePlace): Promise<Result<boolean, PageFailure>>;
  /** Which of the clips are on the page as it is now, and in which words, in the order given. */
  findClips(
    tabId: number,
    clips: readonly SoughtClip[],
  ): Promise<Result<readonly FoundClip[], PageFailure>>;
  /** Finds words a person typed; undefined when the page does not have them. */
  locate(tabId: number, quote: string): Promise<Result<PageSelection | undefined, PageFailure>>;
}

export interface ActiveTab {
  readonly id: number;
  readonly windowId: number;
  /** Known only where the person has asked. */
  readonly url?: string | undefined;
}

export interface Tabs {
  /** The tab in front in the current window. */
  activeTab(): Promise<ActiveTab | undefined>;
  /** Opens the library, at `#/…` when a route is given, in the tab it already has if there is one. */
  openLibrary(route?: string): Promise<void>;
  /** Opens the side panel; only in answer to a click. False where the browser has none. */
  openSidePanel(windowId: number): Promise<boolean>;
  /**
   * Calls back when in any window another tab comes to the front, which `tabId` then is, or the one in
   * front has loaded something: another page, a part of this one, a frame in it.
   */
  onActiveTabChange(changed: (where: { windowId: number; tabId?: number }) => void): () => void;
}

/** Which clips a tab's toasts were about, as long as the browser runs. */
export interface ShownClips {
  add(tabId: number, clipId: string): Promise<void>;
  has(tabId: number, clipId: string): Promise<boolean>;
}

/** Runs work when the work asked for before it, in whichever page or worker of ours, has ended. */
export interface OneAtATime {
  <T>(work: () => Promise<T>): Promise<T>;
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

/** Imported cards, each to be stored under its key; `original` is set. */
export interface ImportPlan {
  readonly added: readonly Insight[];
  readonly updated: readonly ImportUpdate[];
}

/**
 * The person's notes. Every write is strictly durable before its promise resolves, and making it
 * again changes nothing more, so that a caller who never heard the answer may simply repeat it.
 * A clip outside the trash always belongs to an insight outside the trash.
 */
export interface NoteStore {
  /**
   * Stores source, clip and draft in one transaction. A clip that is already stored stays as it is,
   * and so do source and draft. Refused when the clip's insight is neither stored nor given.
   */
  saveCapture(capture: Capture): Promise<Result<void, StorageFailure>>;
  /**
   * Takes a clip back: the clip, and the draft that it alone started and that nobody has edited,
   * go to the trash. False when there is no such clip.
   */
  undoCapture(clipId: string, at: string): Promise<Result<boolean, StorageFailure>>;
  /** Brings back what `undoCapture` took. False when there is no such clip. */
  redoCapture(clipId: string): Promise<Result<boolean, StorageFailure>>;
  /**
   * Attaches the clip to another place of its source; where it was before is kept beside it. The quote
   * stays what was clipped. False when there is no such clip.
   */
  reattachClip(
    clipId: string,
    target: Target,
    at: string,
  ): Promise<Result<boolean, StorageFailure>>;
  /** False when there is no such clip. */
  setNote(clipId: string, note: string): Promise<Result<boolean, StorageFailure>>;
  /**
   * Gives the clip to another insight as evidence or counter-evidence; a draft left without any
   * clip and never edited goes to the trash in the same transaction, and comes out of it when the
   * clip is given back. False when there is no such clip or no such insight.
   */
  moveClip(
    clipId: string,
    to: string,
    role: ClipRole,
    at: string,
  ): Promise<Result<boolean, StorageFailure>>;
  /**
   * Stores a new insight of one's own; what is already stored under its key stays as it is. Refused
   * for a read-only collection.
   */
  saveInsight(insight: Insight): Promise<Result<void, StorageFailure>>;
  /**
   * Applies a change to the insight as it is stored at that moment, inside one transaction, so that
   * two writers never undo each other's fields, and returns what is stored then. `updatedAt` moves
   * to `at`, or just past what it was; a change that changes nothing leaves it. `change` is pure and
   * cannot change key, collection or stamps; one that gives the card an id which another insight of
   * the collection has, in the trash or not, is not made. Undefined when there is no such insight;
   * refused for a read-only collection.
   */
  updateInsight(
    key: string,
    change: (insight: Insight) => Insight,
    at: string,
  ): Promise<Result<Insight | undefined, StorageFailure>>;
  /**
   * Stores the plan in one transaction, except what is no longer as the plan found it: an insight
   * that was edited or trashed since, and a card whose key or id another insight of its collection
   * has by now, in the trash or not. Returns those insights, as they are and stay. One that the plan
   * takes out of the trash comes with the clips that went there together with it.
   */
  importInsights(plan: ImportPlan): Promise<Result<Insight[], StorageFailure>>;
  /** Puts insights and their clips into the trash; those already there stay as they are. */
  trashInsights(keys: readonly string[], at: string): Promise<Result<void, StorageFailure>>;
  /** Brings insights back, with the clips that went into the trash together with them. */
  restoreInsights(keys: readonly string[]): Promise<Result<void, StorageFailure>>;
  saveLink(link: Link): Promise<Result<void, StorageFailure>>;
  /** Stores an edited link; false when it was removed since, and stays so. */
  updateLink(link: Link): Promise<Result<boolean, StorageFailure>>;
  removeLink(id: string): Promise<Result<void, StorageFailure>>;
  /** Stores that an insight is not related to a source, in place of what was stored for the two. */
  dismiss(dismissal: Dismissal): Promise<Result<void, StorageFailure>>;
  undismiss(id: string): Promise<Result<void, StorageFailure>>;

  /** In the trash or not: `deletedAt` tells. */
  getInsight(key: string): Promise<Insight | undefined>;
  /** Insights outside the trash, in no particular order. */
  allInsights(): Promise<Insight[]>;
  trashedInsights(): Promise<Insight[]>;
  /** Clips outside the trash. */
  allClips(): Promise<Clip[]>;
  /**
   * Clips in the trash whose insight is not there, the last one trashed first. The clips of a
   * trashed insight come back with it, or are listed once it is back.
   */
  trashedClips(): Promise<Clip[]>;
  /** The clips that went into the trash with these insights and come back with them, oldest first. */
  clipsTrashedWith(insights: readonly Insight[]): Promise<Clip[]>;
  /** In the trash or not: `deletedAt` tells. */
  getClip(id: string): Promise<Clip | undefined>;
  /** Clips outside the trash, oldest first. */
  clipsOfInsights(keys: readonly string[]): Promise<Clip[]>;
  /** Clips outside the trash, oldest first. */
  clipsOfSource(sourceKey: string): Promise<Clip[]>;
  allSources(): Promise<Source[]>;
  allLinks(): Promise<Link[]>;
  allDismissals(): Promise<Dismissal[]>;
}

/** What a page gave rise to. */
export interface SourceNotes {
  readonly insights: readonly Insight[];
  readonly clips: readonly Clip[];
}

/**
 * What surfacing reads: a few records by key, never the whole library. Nothing that lies in the
 * trash is given out; no order unless one is named; a key or id that nothing has is passed over.
 * Where there is no database yet every answer is empty. Reads reject when it cannot be read at all.
 */
export interface SurfaceReader {
  insightsOf(keys: readonly string[]): Promise<Insight[]>;
  /** Insights of all collections that bear one of these card ids; the empty id is nobody's. */
  insightsWithIds(cardIds: readonly string[]): Promise<Insight[]>;
  /** Insights whose card names one of these cards, as `namedIds` reads it. */
  insightsNaming(cardIds: readonly string[]): Promise<Insight[]>;
  /** Contradictions and patterns of all collections that name one of these cards, each once. */
  documentsNaming(cardIds: readonly string[]): Promise<CodexDocument[]>;
  /**
   * The clips of a source, oldest first, with their insights and those whose card has its address, in one
   * look-up.
   */
  notesOfSource(sourceKey: string): Promise<SourceNotes>;
  /** Oldest first. */
  clipsOfInsights(keys: readonly string[]): Promise<Clip[]>;
  /** The links a person drew from or to one of these insights, each once. */
  linksOf(keys: readonly string[]): Promise<Link[]>;
  dismissals(): Promise<Dismissal[]>;
  /** Whether there is no insight, those in the trash aside. */
  libraryIsEmpty(): Promise<boolean>;
}

/** An insight whose indexed text may differ from what the stored index says of it. */
export interface StaleMark {
  readonly key: string;
  /** The number of the last write that touched it. */
  readonly revision: number;
}

/** An insight outside the trash, and its clips outside the trash, oldest first. */
export interface NotedInsight {
  readonly insight: Insight;
  readonly clips: readonly Clip[];
}

/**
 * Where the match index is kept between pages. It is derived data: losing it costs time only, and
 * its writes neither wait for the disk nor count as changes of the notes. The marks are written by
 * the note store in the transaction that makes them true, so that at every moment
 *
 *     stored index, with each marked insight taken out and put in again as it is now = the truth
 *
 * which is also how to use it: `loadIndex`, then `stale`, then `documentsOf` the marked keys. When
 * `stale` tells another generation than the index at hand, somebody has stored a newer one and its
 * marks are gone: load again. Reads reject when the database cannot be read at all.
 */
export interface IndexStore {
  /**
   * The stored index and which in the row it is. Undefined when there is none: then all insights
   * are marked. One that cannot be read any more is dropped as `resetIndex` does.
   */
  loadIndex(): Promise<{ readonly generation: number; readonly saved: SavedIndex } | undefined>;
  /** The marks, one a key and in the order of keys, and which index they go with; 0 is none. */
  stale(): Promise<{ readonly generation: number; readonly marks: StaleMark[] }>;
  /**
   * The documents of these insights; one that is in the trash or nowhere is left out, and so to be
   * taken out of the index. Thousands of keys are fine, best neighbours in the order of keys.
   */
  documentsOf(keys: readonly string[]): Promise<NotedInsight[]>;
  /**
   * Stores the index in place of the generation it was loaded from (0 for none), takes away the
   * marks that it has applied, unless the insight was touched again since, and returns its own
   * generation. Undefined, and nothing written, when the stored index is another one by now, when a
   * newer build has the database, or when the disk is full.
   */
  saveIndex(
    saved: SavedIndex,
    basedOn: number,
    applied: readonly StaleMark[],
  ): Promise<number | undefined>;
  /**
   * Drops the stored index and marks every insight: for one in another format. Rejects, with nothing
   * done, when a newer build has the database.
   */
  resetIndex(): Promise<void>;
}

/** Hands a finished file to the person. */
export interface FileSaver {
  save(name: string, content: string | Uint8Array, type: string): void;
  copy(text: string): Promise<boolean>;
}
