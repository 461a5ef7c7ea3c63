/** What importing Markdown files would do, before anything is stored. */
import type { Card } from '../codex/card';
import type { CardFault, CardFaultReason } from '../codex/card-fault';
import { isMeantAsCard } from '../codex/is-meant-as-card';
import { readCard } from '../codex/read-card';
import { writeCard } from '../codex/write-card';
import { insightSchema, ownCollection, type Insight } from './insight';
import { nextStamp } from './next-stamp';

export interface ImportFile {
  readonly path: string;
  readonly text: string;
}

export interface PlannerInput {
  /**
   * Every insight, those in the trash too, the last one trashed before the others; those of other
   * collections are left out.
   */
  readonly existing: readonly Insight[];
  readonly collection: string;
  /** The present instant, ISO 8601. */
  readonly at: string;
  readonly newId: () => string;
  /** For an import planned in slices: the ids so far and the paths they came from; added to. */
  readonly seen?: Map<string, string>;
}

export interface ImportInput extends PlannerInput {
  readonly files: readonly ImportFile[];
}

export interface BrokenFile {
  readonly path: string;
  /** Counted from 1. */
  readonly line: number;
  readonly reason: CardFaultReason | 'duplicate-id';
  readonly detail: string;
}

/** A file that says something else than an insight which was edited here. */
export interface ImportConflict {
  readonly path: string;
  readonly key: string;
  readonly id: string;
}

/** What an insight becomes, and what it was when that was planned. */
export interface ImportUpdate {
  readonly before: Insight;
  readonly after: Insight;
}

export interface PlannedImport {
  readonly added: Insight[];
  readonly updated: ImportUpdate[];
  /** Insights that come out of the trash, with what the file says. */
  readonly restored: ImportUpdate[];
  /**
   * Insights that the file says word for word, and that from now on bear it as their original, so
   * that a later change made to the file is not taken for an edit made here. Unchanged otherwise.
   */
  readonly refreshed: ImportUpdate[];
  /** How many files change nothing. */
  readonly unchanged: number;
  readonly broken: BrokenFile[];
  readonly conflicts: ImportConflict[];
  /** The paths of files that are no cards and claim not to be: indexes, notes, patterns. */
  readonly skipped: string[];
}

/** Sorts files one after another. */
export interface ImportPlanner {
  add(file: ImportFile): void;
  /** What the files so far would do. */
  plan(): PlannedImport;
}

/**
 * Sorts the files: new cards, cards that changed since they came in, cards that did not, and broken
 * ones with their line. The same files again change nothing; an insight edited here is never
 * overwritten, unless it lies in the trash; of two files with one id the first counts.
 */
export function planImport({ files, ...input }: ImportInput): PlannedImport {
  const planner = importPlanner(input);
  for (const file of files) planner.add(file);
  return planner.plan();
}

/** As `planImport`, for whoever hands the files over one by one. */
export function importPlanner({
  existing,
  collection,
  at,
  newId,
  seen = new Map<string, string>(),
}: PlannerInput): ImportPlanner {
  const known = new Map<string, Insight>();
  for (const each of existing) {
    const first = each.deletedAt === undefined || !known.has(each.card.id);
    if (each.collection === collection && first) known.set(each.card.id, each);
  }
  const plan: Omit<PlannedImport, 'unchanged'> = {
    added: [],
    updated: [],
    restored: [],
    refreshed: [],
    broken: [],
    conflicts: [],
    skipped: [],
  };
  let unchanged = 0;

  function add({ path, text }: ImportFile): void {
    const read = readCard(text);
    if (!read.ok) {
      if (isMeantAsCard(path, text)) plan.broken.push({ path, ...read.error });
      else plan.skipped.push(path);
      return;
    }
    const card = read.value;
    const codexKey = collection === ownCollection ? undefined : `${collection}/${card.id}`;
    const excess = findExcess(text, codexKey);
    if (excess !== undefined) {
      plan.broken.push({ path, reason: 'too-long', ...excess });
      return;
    }
    const first = seen.get(card.id);
    if (first !== undefined) {
      const fault: Pick<CardFault, 'line' | 'detail'> = { line: lineOfId(text), detail: first };
      plan.broken.push({ path, reason: 'duplicate-id', ...fault });
      return;
    }
    seen.set(card.id, path);

    const current = known.get(card.id);
    if (current === undefined) {
      const key = codexKey ?? newId();
      const stamps = { createdAt: at, updatedAt: at };
      plan.added.push({ key, collection, status: 'ready', card, original: text, ...stamps });
    } else meet(current, { path, text }, card);
  }

  /** What a file does to the insight that has its card's id. */
  function meet(current: Insight, { path, text }: ImportFile, card: Card): void {
    const { deletedAt, ...live } = current;
    const updatedAt = nextStamp(current.updatedAt, at);
    const after: Insight = { ...live, status: 'ready', card, original: text, updatedAt };
    if (deletedAt !== undefined) plan.restored.push({ before: current, after });
    else if (current.original === text) unchanged += 1;
    else {
      const written = writeCard(current.card, current.original);
      if (written === text) {
        unchanged += 1;
        plan.refreshed.push({ before: current, after: { ...current, original: text } });
      } else if (written === current.original) plan.updated.push({ before: current, after });
      else plan.conflicts.push({ path, key: current.key, id: card.id });
    }
  }

  return { add, plan: () => ({ ...plan, unchanged }) };
}

/** What of an insight is too long to be stored although the card itself is not. */
function findExcess(
  text: string,
  codexKey: string | undefined,
): Pick<CardFault, 'line' | 'detail'> | undefined {
  const fields = insightSchema.shape;
  if (!fields.original.safeParse(text).success) {
    return { line: 1, detail: `${text.length} characters` };
  }
  const fits = codexKey === undefined || fields.key.safeParse(codexKey).success;
  return fits ? undefined : { line: lineOfId(text), detail: 'id' };
}

/** The line that gives a file's id, counted from 1; 0 where none does. */
export function lineOfId(text: string): number {
  return text.split('\n').findIndex((line) => /^["']?id["']?[ \t]*:/.test(line)) + 1;
}
