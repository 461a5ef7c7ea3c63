/** What reading some files of a loaded codex would change, before anything is stored. */
import { codexDocumentSchema, type CodexDocument } from '../codex/codex-document';
import { readDocument } from '../codex/read-document';
import type { CollectionFile, FileFault } from './collection';
import type { Insight } from './insight';
import { nextStamp } from './next-stamp';
import { planImport } from './plan-import';

export interface StampedFile {
  readonly path: string;
  readonly text: string;
  readonly stamp: string;
}

/** A file that could not even be read. */
export interface UnreadFile {
  readonly path: string;
  readonly fault: FileFault;
}

/** What is to be stored, and deleted, together. */
export interface CollectionPart {
  readonly insights: readonly Insight[];
  readonly documents: readonly CodexDocument[];
  readonly files: readonly CollectionFile[];
  /** Keys of insights and documents that no file of the codex says any more. */
  readonly gone: readonly string[];
  /** Keys of collection files. */
  readonly goneFiles: readonly string[];
}

/** In cards, contradictions and patterns. */
export interface CollectionTally {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  readonly unchanged: number;
}

export interface CollectionPlan {
  readonly part: CollectionPart;
  readonly tally: CollectionTally;
}

export interface CollectionInput {
  readonly files: readonly StampedFile[];
  readonly unread?: readonly UnreadFile[];
  readonly collection: string;
  /** What is stored of the collection's files, by path; brought up to date. */
  readonly rows: Map<string, CollectionFile>;
  /** The ids that files of this load have taken, and their paths; added to. */
  readonly seen: Map<string, string>;
  /** What is stored by key, of everything that these files may become. */
  readonly insightOf: ReadonlyMap<string, Insight>;
  readonly documentOf: ReadonlyMap<string, CodexDocument>;
  /** The codex's index names these files: each one that is no card is broken, not beside the point. */
  readonly isNamed: boolean;
  /** The present instant, ISO 8601. */
  readonly at: string;
}

/**
 * Cards become insights, `con_` and `pat_` files documents, each under `<collection>/<id>`; what is
 * stored already in the same words is left as it is. A file that cannot be read is a row with its
 * fault, and what it was before it broke goes: nothing comes in half. Of two files with one id the
 * first counts.
 */
export function planCollection(input: CollectionInput): CollectionPlan {
  const { files, collection, rows, seen, insightOf, documentOf, at } = input;
  const fileOf = new Map(files.map((file) => [file.path, file]));
  const tally = { added: 0, changed: 0, removed: 0, unchanged: 0 };
  const insights: Insight[] = [];
  const documents: CodexDocument[] = [];
  const fresh: CollectionFile[] = [];

  const row = (path: string, outcome: Pick<CollectionFile, 'became' | 'fault'>): void => {
    // Whoever had the id may be gone by the next load; what was not fetched is to be asked for again.
    const again = outcome.fault?.reason === 'duplicate-id' || !fileOf.has(path);
    const stamp = again ? '' : (fileOf.get(path)?.stamp ?? '');
    fresh.push({ key: `${collection}/${path}`, collection, path, stamp, ...outcome });
  };
  /** Whether the record is to be written; counts it either way. */
  const isNews = (before: string | undefined, text: string | undefined): boolean => {
    const what = before === undefined ? 'added' : before === text ? 'unchanged' : 'changed';
    tally[what] += 1;
    return what !== 'unchanged';
  };

  // As if nothing were there: these cards are edited nowhere, so that no edit of them can be lost.
  const newId = () => '';
  const plan = planImport({ files, existing: [], collection, at, newId, seen });
  for (const insight of plan.added) {
    const before = insightOf.get(insight.key);
    row(seen.get(insight.card.id) ?? '', { became: insight.key });
    if (!isNews(before && (before.original ?? ''), insight.original)) continue;
    insights.push(before ? { ...insight, ...stampsAfter(before, at) } : insight);
  }
  for (const { path, line, reason, detail } of plan.broken) {
    row(path, { fault: { line, reason, detail } });
  }
  for (const path of plan.skipped) {
    const text = fileOf.get(path)?.text ?? '';
    const read = readDocument(text);
    if (!read.ok) {
      const isMeant = input.isNamed || /(?:^|[\\/])(?:con|pat)_[^\\/]*$/i.test(path);
      if (isMeant) row(path, { fault: read.error });
      continue;
    }
    const { id } = read.value;
    const key = `${collection}/${id}`;
    const first = seen.get(id);
    if (first !== undefined || !codexDocumentSchema.shape.key.safeParse(key).success) {
      const reason = first === undefined ? 'too-long' : 'duplicate-id';
      row(path, { fault: { line: 1, reason, detail: first ?? 'id' } });
      continue;
    }
    seen.set(id, path);
    const before = documentOf.get(key);
    row(path, { became: key });
    if (!isNews(before?.text, text)) continue;
    const stamps = before ? stampsAfter(before, at) : { createdAt: at, updatedAt: at };
    documents.push({ ...read.value, key, collection, ...stamps });
  }
  for (const { path, fault } of input.unread ?? []) {
    // What could not be fetched this time stays as it was.
    const known = rows.get(path);
    row(path, { fault, ...(known?.became !== undefined && { became: known.became }) });
  }

  const gone = replace(rows, fresh, []);
  tally.removed += gone.length;
  return { part: { insights, documents, files: fresh, gone, goneFiles: [] }, tally };
}

/** What leaves the collection because the codex has no such file any more: all but the listed paths. */
export function planDeparture(
  rows: Map<string, CollectionFile>,
  listed: ReadonlySet<string>,
): CollectionPlan {
  const left = [...rows.values()].filter(({ path }) => !listed.has(path));
  const gone = replace(rows, [], left);
  const part = {
    insights: [],
    documents: [],
    files: [],
    gone,
    goneFiles: left.map(({ key }) => key),
  };
  return { part, tally: { added: 0, changed: 0, removed: gone.length, unchanged: 0 } };
}

/** Puts rows in place of others; returns the keys of what no row has become any more. */
function replace(
  rows: Map<string, CollectionFile>,
  fresh: readonly CollectionFile[],
  left: readonly CollectionFile[],
): string[] {
  const freed = new Set<string>();
  for (const { path, became } of [...fresh, ...left]) {
    const before = rows.get(path)?.became;
    if (before !== undefined && (before !== became || left.length > 0)) freed.add(before);
  }
  for (const each of fresh) rows.set(each.path, each);
  for (const { path } of left) rows.delete(path);
  if (freed.size === 0) return [];
  for (const { became } of rows.values()) freed.delete(became ?? '');
  return [...freed];
}

function stampsAfter(
  before: { readonly createdAt: string; readonly updatedAt: string },
  at: string,
): { createdAt: string; updatedAt: string } {
  return { createdAt: before.createdAt, updatedAt: nextStamp(before.updatedAt, at) };
}
