/**
 * What the popup and the side panel need from the world. Injected, so that the components hold no
 * storage and no browser API; `lib/surface.ts` fulfils it, tests fake it.
 */
import type { WordChange } from '@/lib/core/annotation/changed-words';
import type { PageSelection, PageSnapshot, Passage } from '@/lib/core/source/snapshot';
import type { Clip, ClipRole } from '@/lib/core/insight/clip';
import type { Match } from '@/lib/core/match/match';
import type { Surfacing, SurfacingWatch } from '@/lib/core/match/surfacing';
import type { Result } from '@/lib/core/result';

/** One look at the page of a tab. */
export interface PageInView {
  readonly tabId: number;
  readonly snapshot: PageSnapshot;
}

/** Everything that a person can meet here and that has a next step; each kind has its sentence. */
export interface SurfaceFailure {
  readonly kind:
    | 'page-not-readable'
    | 'not-a-page'
    | 'page-not-granted'
    | 'page-answer-invalid'
    | 'nothing-selected'
    | 'selection-elsewhere'
    | 'nothing-playing'
    | 'advert-playing'
    | 'player-elsewhere'
    | 'not-on-page'
    | 'insight-gone'
    | 'clip-gone'
    | 'storage-full'
    | 'storage-failed'
    | 'newer-database'
    | 'read-only-collection';
  /** For a report of the problem; shown small, never instead of the sentence. */
  readonly detail?: string | undefined;
}

/** What to clip. */
export type Clipping =
  | { readonly kind: 'selection' }
  /** Typed or pasted words; `at` where they were found in the page. */
  | { readonly kind: 'typed'; readonly quote: string; readonly at?: PageSelection | undefined }
  | { readonly kind: 'passage'; readonly passage: Passage }
  | { readonly kind: 'page' }
  | { readonly kind: 'recent' };

/** Where a clip belongs. */
export interface Belonging {
  readonly insightKey: string;
  readonly role: ClipRole;
}

/** A clip that is on disk. */
export interface SavedClip {
  readonly clip: Clip;
  /** The insight that the clip started, when it did. */
  readonly draftKey?: string | undefined;
  /** It was there already, with the same words from the same place: nothing was added. */
  readonly again?: boolean | undefined;
}

/** An insight that a clip may belong to. */
export interface Candidate {
  readonly key: string;
  readonly title: string;
}

export interface ClipTime {
  /** `hh:mm:ss`. */
  readonly text: string;
  /** An address that starts there, where the host's form is known. */
  readonly href?: string | undefined;
}

/** Where a clip stands on its page by now; `parts` tell edited words, old and new. */
export interface ClipPlaceState {
  readonly state: 'found' | 'changed' | 'missing';
  readonly parts?: readonly WordChange[];
}

export interface SurfaceApi {
  readonly place: 'popup' | 'side-panel';
  /** Reads the page of the tab in view. */
  readPage(): Promise<Result<PageInView, SurfaceFailure>>;
  /** What the page touches. */
  surface(snapshot: PageSnapshot, watch?: SurfacingWatch): Promise<Surfacing>;
  /** What the loaded codexes are called, by id. */
  collectionNames(): Promise<ReadonlyMap<string, string>>;
  /** Whether the person has no insight at all yet. */
  libraryIsEmpty(): Promise<boolean>;
  /** At most three insights, the closest first, that a clip may belong to. */
  bestFor(clip: Clip): Promise<readonly Candidate[]>;
  clip(
    page: PageInView,
    what: Clipping,
    into?: Belonging,
  ): Promise<Result<SavedClip, SurfaceFailure>>;
  /** What was typed as a quote on the page of that address, and neither clipped nor cancelled. */
  quoteDraft(url: string): string;
  /** Keeps it, at once; nothing is kept of an empty one. */
  keepQuoteDraft(url: string, words: string): void;
  undoClip(clipId: string): Promise<Result<void, SurfaceFailure>>;
  redoClip(clipId: string): Promise<Result<void, SurfaceFailure>>;
  /**
   * Keeps a note that is being typed where the window's end cannot take it, until it is stored;
   * `stored` is the note that it is to replace.
   */
  keepNote(clipId: string, note: string, stored: string): void;
  setNote(clipId: string, note: string, stored: string): Promise<Result<void, SurfaceFailure>>;
  moveClip(clipId: string, to: Belonging): Promise<Result<void, SurfaceFailure>>;
  /**
   * Remembers that the insight is not related to the page in view: it is not surfaced on this page
   * again, and the terms that its match rested on count for a little less on every page. This never
   * leaves the device. The value is the dismissal's id.
   */
  dismiss(
    page: PageInView,
    insightKey: string,
    match: Match,
  ): Promise<Result<string, SurfaceFailure>>;
  /** Forgets a dismissal, and what it took from its terms; one that is gone already is no failure. */
  undismiss(id: string): Promise<Result<void, SurfaceFailure>>;
  /** Where the words stand in the page, if they do. */
  locate(tabId: number, quote: string): Promise<Result<PageSelection | undefined, SurfaceFailure>>;
  /** Scrolls to the passage and paints it; false when the page no longer holds it. */
  showOnPage(tabId: number, passage: Passage): Promise<Result<boolean, SurfaceFailure>>;
  /** Where the clip stands on the page as it is now. */
  clipPlace(page: PageInView, clip: Clip): Promise<Result<ClipPlaceState, SurfaceFailure>>;
  /** Scrolls to the clip and paints it; false when it is not on the page any more. */
  showClip(tabId: number, clip: Clip): Promise<Result<boolean, SurfaceFailure>>;
  /** Attaches the clip to what is selected in the page now. */
  reattach(page: PageInView, clip: Clip): Promise<Result<ClipPlaceState, SurfaceFailure>>;
  clipTime(clip: Clip): ClipTime | undefined;
  openLibrary(): Promise<void>;
  /** Opens the settings at the part about the site of an address. */
  openSiteSettings(url: string): Promise<void>;
  openInsight(key: string): Promise<void>;
  /** False where the browser opens the panel from its own menu only. */
  openSidePanel(): Promise<boolean>;
  /** Calls back after each change to clips, insights or links; returns how to stop. */
  onDataChange(changed: () => void): () => void;
  /**
   * Calls back when another tab comes into view, with its id, and without one when the tab in view has
   * loaded something, such as another page or a frame of this one; returns how to stop.
   */
  onTabChange(changed: (tabId?: number) => void): () => void;
}
