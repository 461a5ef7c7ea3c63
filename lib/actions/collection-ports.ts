/** What the actions on loaded codexes need from the world outside. */
import type { CodexDocument } from '../core/codex/codex-document';
import type { Collection, CollectionFile } from '../core/insight/collection';
import type { Clip } from '../core/insight/clip';
import type { Insight } from '../core/insight/insight';
import type { Link } from '../core/insight/link';
import type { CollectionPart } from '../core/insight/plan-collection';
import type { Result } from '../core/result';
import type { StorageFailure } from './ports';

/** Everything that is stored of one collection. */
export interface WholeCollection {
  readonly collection: Collection;
  readonly files: readonly CollectionFile[];
  readonly insights: readonly Insight[];
  readonly documents: readonly CodexDocument[];
  /** The person's own clips that were given to its insights. */
  readonly clips: readonly Clip[];
}

/** An insight of one's own, and the link from it to the one it was made of. */
export interface Copy {
  readonly insight: Insight;
  readonly link: Link;
}

/**
 * The loaded codexes. Every write is strictly durable before its promise resolves, and making it
 * again changes nothing more. Reads reject when the database cannot be read at all.
 */
export interface CollectionStore {
  getCollection(id: string): Promise<Collection | undefined>;
  allCollections(): Promise<Collection[]>;
  /** The rows of the collection's files, in no particular order. */
  filesOf(id: string): Promise<CollectionFile[]>;
  /** What is stored under these keys; a key that nothing has is passed over. */
  insightsAt(keys: readonly string[]): Promise<Insight[]>;
  documentsAt(keys: readonly string[]): Promise<CodexDocument[]>;
  /** Stores a new collection, or a known one as it is now. */
  saveCollection(collection: Collection): Promise<Result<void, StorageFailure>>;
  /**
   * Changes the collection as it is stored at that moment. Undefined, and nothing written, when there
   * is no such collection.
   */
  updateCollection(
    id: string,
    change: (collection: Collection) => Collection,
  ): Promise<Result<Collection | undefined, StorageFailure>>;
  /**
   * Stores a part of a load in one transaction. A card that is gone but has clips of the person's own
   * stays: the clips would be lost with it. False, and nothing written, when the collection has
   * been removed since.
   */
  storePart(id: string, part: CollectionPart): Promise<Result<boolean, StorageFailure>>;
  /**
   * Deletes the collection with its insights, documents and files in one transaction, and returns
   * what was deleted; undefined when there is no such collection. Links that a person drew to its
   * insights stay, and count again once the insights are back; clips given to its insights go to the
   * trash, and can be restored from there once they are.
   */
  removeCollection(
    id: string,
    at: string,
  ): Promise<Result<WholeCollection | undefined, StorageFailure>>;
  /** Stores again what `removeCollection` returned, unless the collection is there again. */
  restoreCollection(whole: WholeCollection): Promise<Result<void, StorageFailure>>;
  /**
   * Stores copies and their links in one transaction. False, and nothing written, when an insight of
   * one's own bears one of the ids by now, in the trash or not.
   */
  saveCopies(copies: readonly Copy[]): Promise<Result<boolean, StorageFailure>>;
  /** Puts copies into the trash and takes their links away, in one transaction. */
  removeCopies(copies: readonly Copy[], at: string): Promise<Result<void, StorageFailure>>;
}

/** Why a file did not come from a host. */
export type FetchFailure =
  /** The person has not allowed the host, or has taken the permission back. */
  | { readonly kind: 'not-allowed' }
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'timed-out' }
  /** The host is overloaded or asks to come back later. */
  | { readonly kind: 'busy'; readonly status: number; readonly waitSeconds?: number | undefined }
  | { readonly kind: 'refused'; readonly status: number }
  /** The address leads on to another one, maybe of another host: nobody went there. */
  | { readonly kind: 'forwarded' }
  | { readonly kind: 'web-page' }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'not-text' }
  | { readonly kind: 'cancelled' };

export type Fetched =
  /** The server says that it is still what it was. */
  | { readonly kind: 'unchanged' }
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly tag?: string | undefined;
      readonly modified?: string | undefined;
    };

export interface FetchOptions {
  readonly signal: AbortSignal;
  /** In bytes. */
  readonly most: number;
  /** A web page will do too: transcripts are also written as such. */
  readonly orWebPage?: boolean | undefined;
  /** What the server said of the file when it was read last. */
  readonly tag?: string | undefined;
  readonly modified?: string | undefined;
  /** Told how many bytes there are by then, each time some more have come. */
  readonly onProgress?: ((bytes: number) => void) | undefined;
}

/** Fetches text from hosts that the person has allowed, one host at a time. */
export interface HostFetcher {
  /**
   * Asks the person to allow the host of this address; true at once where they have. Only in direct
   * answer to a press, before anything is awaited.
   */
  allow(address: string): Promise<boolean>;
  /** Gives the permission for the host back. */
  giveUp(address: string): Promise<void>;
  /** One request, without cookies; follows no redirect. Does not throw for what a network can do. */
  fetchText(address: string, options: FetchOptions): Promise<Result<Fetched, FetchFailure>>;
}

/** Resolves after this many milliseconds, or as soon as the signal is aborted. */
export interface Wait {
  (milliseconds: number, signal: AbortSignal): Promise<void>;
}
