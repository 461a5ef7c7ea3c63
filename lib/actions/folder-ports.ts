/** What keeping a folder of cards needs from the world outside. */
import type { Conflict, FolderFile } from '../core/insight/folder-file';
import type { Insight } from '../core/insight/insight';
import type { Link } from '../core/insight/link';
import type { Result } from '../core/result';
import type { StorageFailure } from './ports';

/** Why nothing could be done with the folder; what was done before stays done. */
export type FolderFailure =
  /** The person has to give access (again). */
  | { readonly kind: 'no-access' }
  /** The folder was renamed, moved or deleted, or its disk is not there. */
  | { readonly kind: 'folder-gone' }
  | { readonly kind: 'folder-full' }
  /** The operating system would not; `detail` is what it said. */
  | { readonly kind: 'folder-failed'; readonly path: string; readonly detail: string };

/** Granted, to be asked for by a click, or refused. */
export type FolderAccess = 'granted' | 'prompt' | 'denied';

export interface FolderEntry {
  /** From the folder's top, parted by slashes. */
  readonly path: string;
  /** Bytes; negative, like the time, while the file is being replaced by another program. */
  readonly size: number;
  /** Milliseconds since 1970. */
  readonly modified: number;
}

export interface FolderText extends FolderEntry {
  /** Undefined where the bytes are not UTF-8. A byte order mark is part of it. */
  readonly text: string | undefined;
}

/** What a write did: nothing, when the file does not say any more what the caller has seen. */
export type FolderWrite = FolderEntry | 'changed';

/** The folder that a person keeps their cards in. */
export interface Folder {
  readonly name: string;
  /** Whether it may be read and written, without asking. */
  access(): Promise<FolderAccess>;
  /** Asks the person; only in answer to a click. */
  askAccess(): Promise<FolderAccess>;
  /**
   * The Markdown files and the `INDEX.json` in it and in the folders within, in no particular order;
   * names that begin with a dot, the trash folder among them, are passed over.
   */
  list(): Promise<Result<FolderEntry[], FolderFailure>>;
  /** Undefined when there is no such file. */
  read(path: string): Promise<Result<FolderText | undefined, FolderFailure>>;
  /**
   * Writes all of the file or nothing, and reads it back. Only while it says `expected`, undefined
   * for a file that is not there yet; one that says `text` already counts as written. Folders on the
   * way are made.
   */
  write(
    path: string,
    expected: string | undefined,
    text: string,
  ): Promise<Result<FolderWrite, FolderFailure>>;
  /**
   * Moves the file to the trash folder at the top, beside what lies there, while it says `expected`.
   * One that is not there any more counts as moved.
   */
  moveToTrash(path: string, expected: string): Promise<Result<'moved' | 'changed', FolderFailure>>;
}

/** A card's part of an agreement, stored at once or, where the insight has changed since, not. */
export interface Agreement {
  readonly insightKey: string;
  /** `before` is undefined for a new insight, which no other card of one's own may share its id with. */
  readonly insight?: { readonly before?: Insight | undefined; readonly after: Insight } | undefined;
  /** Clips that go to the trash and links that go, with the words they stood for. */
  readonly gone?:
    { readonly clips: readonly string[]; readonly links: readonly string[] } | undefined;
  /** Clips that come out of the trash again, and links that are drawn again. */
  readonly back?:
    { readonly clips: readonly string[]; readonly links: readonly Link[] } | undefined;
  readonly trash?: Insight | undefined;
  readonly record?: FolderFile | undefined;
  /** Paths that are known no longer. */
  readonly forget?: readonly string[] | undefined;
  readonly conflict?: Conflict | undefined;
  /** The insight has no conflict any more. */
  readonly settled?: boolean | undefined;
}

/** What the library knows of the folder. Every write is as durable as those of the notes. */
export interface FolderStore {
  files(): Promise<FolderFile[]>;
  conflicts(): Promise<Conflict[]>;
  /**
   * Stores all agreements in one transaction, except those of insights that are not any more as
   * `before` or `trash` has them: their keys come back. Making it again changes nothing more.
   */
  agree(agreements: readonly Agreement[], at: string): Promise<Result<string[], StorageFailure>>;
  /** Forgets the folder's files and conflicts; the notes stay. */
  forgetFolder(): Promise<Result<void, StorageFailure>>;
}
