/** What to do about one insight and its file. */
import { cardFileName } from '../codex/card-id';
import { mergeCards } from '../codex/merge-card';
import { readCard } from '../codex/read-card';
import type { Conflict, FolderFile } from './folder-file';
import type { FolderStep, FolderView, SeenFile } from './folder-plan';
import type { Insight } from './insight';
import { nextStamp } from './next-stamp';
import { outOfTrash } from './out-of-trash';
import { takeText } from './take-text';

export interface Pair {
  readonly insight: Insight;
  /** The file's text is a card, or nothing where writing it was cut short. */
  readonly file: SeenFile;
  /** What is known of this insight's file, perhaps under the path it had before. */
  readonly record: FolderFile | undefined;
  readonly pending: Conflict | undefined;
  /** Files that a rename which was cut short has written already, by path. */
  readonly ours: ReadonlyMap<string, string>;
  /** Gives a path that no file has, as near to this one as can be. */
  readonly freePath: (path: string) => string;
}

/** At most one step: nothing when both say what they said. */
export function planPair(pair: Pair, view: FolderView): FolderStep[] {
  const { insight, file, record } = pair;
  const step = insight.deletedAt === undefined ? planLive(pair, view) : planTrashed(pair, view);
  const moved = record !== undefined && record.path !== file.path;
  if (!moved) return step ? [step] : [];
  const forget = [record.path, ...(step?.forget ?? [])].filter((path) => path !== step?.path);
  const base = record.base;
  const follows: FolderStep = { change: 'moved', ...bookkeeping(pair), base, forget };
  return [step ? { base, ...step, change: step.change ?? 'moved', forget } : follows];
}

function bookkeeping({ insight, file }: Pair) {
  return { path: file.path, id: insight.card.id, insightKey: insight.key };
}

function planLive(pair: Pair, view: FolderView): FolderStep | undefined {
  const { insight, file, record, pending } = pair;
  const theirs = file.text;
  const base = baseOf(pair);
  const mine = view.textOf(insight);
  const known = bookkeeping(pair);
  const settled = pending && { settled: true as const };

  if (mine === theirs) {
    const agreed = record?.base === theirs && record.writing === undefined;
    return agreed && !pending ? undefined : { ...known, base: theirs, ...settled };
  }
  if (theirs === base) return writeMine(pair, mine, settled);
  if (mine === base) return { ...take(pair, theirs, view), change: 'updated', ...settled };

  const merged = mergeCards({ base, mine, theirs });
  if (merged.conflicts.length > 0) {
    if (pending?.theirs === theirs && pending.path === file.path) return undefined;
    const { key: insightKey } = insight;
    const conflict = { insightKey, path: file.path, base: base ?? '', theirs, at: view.at };
    return { change: 'conflict', ...known, base: base ?? '', conflict };
  }
  if (merged.text === theirs) {
    return { ...take(pair, theirs, view), change: 'updated', ...settled };
  }
  if (merged.text === mine) return writeMine(pair, mine, settled);
  // The insight takes in what the file says first: from then on this is an edit made here alone.
  const taken = take(pair, merged.text, view);
  const written = fileAs(pair, merged.text, taken.id);
  return { ...taken, change: 'merged', base: theirs, ...written, ...settled };
}

function baseOf({ file, record, insight }: Pair): string | undefined {
  if (record === undefined) return insight.original;
  if (record.writing === file.text || isCutShort(file, record)) return file.text;
  return record.base === '' ? undefined : record.base;
}

/** Whether the file was made to be written, and nothing was written into it any more. */
export function isCutShort({ text }: SeenFile, { writing }: FolderFile): boolean {
  return text === '' && writing !== undefined;
}

function take(pair: Pair, text: string, view: FolderView) {
  const { insight, gone } = takeText(view.partsOf(pair.insight), text, view.at);
  return {
    ...bookkeeping(pair),
    id: insight.card.id,
    insight: { before: pair.insight, after: insight },
    ...(gone.clips.length + gone.links.length > 0 && { gone }),
    base: text,
  };
}

/** The file gets the insight's text. */
function writeMine(
  pair: Pair,
  text: string,
  settled: { readonly settled: true } | undefined,
): FolderStep {
  const written = fileAs(pair, text, pair.insight.card.id);
  const change = written.moveToTrash ? 'renamed' : 'written';
  return { change, ...bookkeeping(pair), ...written, ...settled };
}

/** The file with another text; where the card has another id now, a file of another name. */
function fileAs(
  { file, freePath, ours }: Pair,
  text: string,
  id: string,
): Pick<FolderStep, 'path' | 'write' | 'moveToTrash' | 'forget'> {
  const expected = file.text;
  const next = renamedPath(file, id);
  if (next === undefined) return { path: file.path, write: { expected, text } };
  const begun = ours.get(next);
  return {
    path: begun === undefined ? freePath(next) : next,
    write: { ...(begun !== undefined && { expected: begun }), text },
    moveToTrash: { path: file.path, expected },
    forget: [file.path],
  };
}

/** Undefined where the file is called as it should, or was never called after its card. */
function renamedPath({ path, text }: SeenFile, id: string): string | undefined {
  const cut = path.lastIndexOf('/') + 1;
  const name = path.slice(cut);
  const wanted = cardFileName({ id, title: '' });
  if (name === wanted) return undefined;
  const read = readCard(text);
  const changed = read.ok && read.value.id !== id;
  return changed && name === cardFileName({ id: read.value.id, title: '' })
    ? path.slice(0, cut) + wanted
    : undefined;
}

/** An insight in the trash takes its file along, unless that says something new. */
function planTrashed(pair: Pair, view: FolderView): FolderStep {
  const { insight, file, record, pending } = pair;
  const known = bookkeeping(pair);
  const { path, text } = file;
  if (record && [baseOf(pair), pending?.theirs].includes(text)) {
    return {
      change: 'file-trashed',
      ...known,
      moveToTrash: { path, expected: text },
      forget: [path],
      settled: true,
    };
  }
  const updatedAt = nextStamp(insight.updatedAt, view.at);
  // Back as it was, with its clips: what the file says is then taken in, or merged, as ever.
  const after: Insight = { ...outOfTrash(insight), status: 'ready', updatedAt };
  return { change: 'insight-restored', ...known, insight: { before: insight, after }, again: true };
}
