/** What bringing a folder and the library together takes: the words the planner speaks in. */
import type { CardProjection } from '../codex/project-card';
import type { Conflict, FolderFile } from './folder-file';
import type { Insight } from './insight';
import type { BrokenFile } from './plan-import';

/** What happened to one card, as a person is told. */
export type FolderChange =
  /** A new file came in. */
  | 'added'
  /** The file was edited, the insight follows. */
  | 'updated'
  /** Both were edited, both have all of it now. */
  | 'merged'
  /** The insight was edited, the file follows. */
  | 'written'
  /** The insight had no file yet. */
  | 'created'
  /** The file has another path. */
  | 'moved'
  /** The card has another id, so its file got another name. */
  | 'renamed'
  /** The insight was deleted, its file went to the trash folder. */
  | 'file-trashed'
  /** The file was deleted, its insight went to the trash. */
  | 'insight-trashed'
  /** The file was deleted and the insight edited: the file is there again. */
  | 'file-restored'
  /** The insight was deleted and the file edited: the insight is there again. */
  | 'insight-restored'
  /** Both changed the same words: a person has to choose. */
  | 'conflict';

/**
 * One card's part of the plan. What it does to the database happens at once or not at all; what it
 * does to files happens only while they say what the plan saw.
 */
export interface FolderStep {
  /** Undefined for what nobody needs to hear of. */
  readonly change?: FolderChange;
  readonly path: string;
  readonly id: string;
  readonly insightKey: string;
  /** `before` is undefined for a new insight. */
  readonly insight?: { readonly before?: Insight; readonly after: Insight };
  /** Clips and links that the file's text did away with. */
  readonly gone?: { readonly clips: readonly string[]; readonly links: readonly string[] };
  readonly trash?: Insight;
  /** What both say as far as the database goes; a `write` then moves it on to its own text. */
  readonly base?: string;
  readonly forget?: readonly string[];
  readonly conflict?: Conflict;
  /** The insight has no conflict any more. */
  readonly settled?: true;
  /** `expected` is what the file says; undefined where there must be none. */
  readonly write?: { readonly expected?: string; readonly text: string };
  /** There is more to do for this card, which shows once this is done. */
  readonly again?: true;
  /** After the write. */
  readonly moveToTrash?: { readonly path: string; readonly expected: string };
}

export interface SeenFile {
  readonly path: string;
  readonly text: string;
}

/** How to take that a great part of the cards is not in the folder any more. */
export type VanishedAnswer = 'ask' | 'trash' | 'write';

export interface FolderView {
  /** The Markdown files that could be read. */
  readonly files: readonly SeenFile[];
  /** Paths of all files there are, also those that could not be read. */
  readonly present: ReadonlySet<string>;
  readonly records: readonly FolderFile[];
  readonly conflicts: readonly Conflict[];
  /** One's own, those in the trash too. */
  readonly insights: readonly Insight[];
  /** The text an insight leaves as. */
  readonly textOf: (insight: Insight) => string;
  readonly partsOf: (insight: Insight) => CardProjection;
  /** The present instant, ISO 8601. */
  readonly at: string;
  readonly newId: () => string;
  readonly onVanished: VanishedAnswer;
}

export interface FolderPlan {
  readonly steps: readonly FolderStep[];
  /** Files that are meant as cards and cannot come in, with line and reason; they are left alone. */
  readonly broken: readonly BrokenFile[];
  /** Set, with no steps, where so many cards are gone that a person should say what to do. */
  readonly vanished?: { readonly gone: number; readonly of: number };
}

/** From here on a loss is taken for a switched branch or a disk that is not there. */
export const vanishedLimits = { cards: 20, part: 0.05 } as const;
