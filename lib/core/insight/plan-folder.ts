/** What bringing a folder and the library together takes, before anything is written. */
import type { Card } from '../codex/card';
import { cardFileName } from '../codex/card-id';
import { readCard } from '../codex/read-card';
import {
  vanishedLimits,
  type FolderPlan,
  type FolderStep,
  type FolderView,
  type SeenFile,
} from './folder-plan';
import { ownCollection, type Insight } from './insight';
import { isMeantAsCard } from '../codex/is-meant-as-card';
import { lineOfId, type BrokenFile } from './plan-import';
import { isCutShort, planPair } from './plan-pair';

/**
 * Pairs files and insights, and says for each what follows from what both said when they last
 * agreed. Yields after each card, so that whoever runs it can pause there; what comes in the end is
 * the plan. Nothing is planned for what both left alone. A file that cannot be read as a card is
 * named and left alone, and so is its insight. Of two files with one id, the one that is known
 * counts, then the one that lies less deep.
 */
export function* planFolder(view: FolderView): Generator<undefined, FolderPlan> {
  const steps: FolderStep[] = [];
  const pairing = yield* pairUp(view);
  const { files, broken, unclaimed, ours } = pairing;

  const missing = view.records.filter(({ path, insightKey, base }) => {
    const insight = pairing.own.get(insightKey);
    const gone = !view.present.has(path) && !pairing.fileOf.has(insightKey);
    return gone && base !== '' && insight !== undefined && insight.deletedAt === undefined;
  });
  const of = view.records.filter(({ insightKey }) => pairing.own.has(insightKey)).length;
  const many = missing.length > vanishedLimits.cards && missing.length > vanishedLimits.part * of;
  const empty = missing.length > 0 && pairing.fileOf.size + unclaimed.length === 0;
  if (view.onVanished === 'ask' && (many || empty)) {
    return { steps: [], broken, vanished: { gone: missing.length, of } };
  }

  const freePath = pathsFree(view.present);
  const conflicts = new Map(view.conflicts.map((each) => [each.insightKey, each]));
  const recordOf = new Map(view.records.map((record) => [record.insightKey, record]));
  for (const record of view.records) {
    if (pairing.fileOf.get(record.insightKey)?.path === record.path) {
      recordOf.set(record.insightKey, record);
    }
  }
  for (const [key, file] of pairing.fileOf) {
    const insight = pairing.own.get(key);
    if (!insight || files.get(file.path)?.fault) continue;
    const record = recordOf.get(key);
    const pending = conflicts.get(key);
    steps.push(...planPair({ insight, file, record, pending, ours, freePath }, view));
    yield;
  }
  for (const { file, card } of unclaimed) {
    steps.push(addInsight(file, card, view));
    yield;
  }
  const folder = usualFolder([...pairing.fileOf.values(), ...unclaimed.map(({ file }) => file)]);
  for (const insight of pairing.own.values()) {
    if (pairing.fileOf.has(insight.key) || pairing.withheld.has(insight.key)) continue;
    const record = recordOf.get(insight.key);
    if (record && view.present.has(record.path)) continue;
    const step = planWithoutFile(insight, record, folder, freePath, view);
    if (step) steps.push(step);
    yield;
  }
  for (const record of view.records) {
    const { path, insightKey } = record;
    const paired = pairing.fileOf.has(insightKey) && recordOf.get(insightKey) !== record;
    const isOver = paired || !pairing.own.has(insightKey);
    if (isOver && !view.present.has(path)) steps.push({ path, id: '', insightKey, forget: [path] });
  }
  return { steps, broken };
}

interface ReadFile extends SeenFile {
  /** Undefined for what is no card, or was not looked at. */
  readonly card?: Card;
  /** It cannot come in. */
  readonly fault?: true;
}

interface Pairing {
  /** One's own insights by key. */
  readonly own: ReadonlyMap<string, Insight>;
  readonly files: ReadonlyMap<string, ReadFile>;
  readonly fileOf: ReadonlyMap<string, SeenFile>;
  /** Cards that no insight is. */
  readonly unclaimed: readonly { readonly file: SeenFile; readonly card: Card }[];
  /** Insights of which a file is there that cannot be read: they wait. */
  readonly withheld: ReadonlySet<string>;
  /** What a rename that was cut short has written already, by path. */
  readonly ours: ReadonlyMap<string, string>;
  readonly broken: BrokenFile[];
}

function* pairUp(view: FolderView): Generator<undefined, Pairing> {
  const own = new Map(
    view.insights
      .filter(({ collection }) => collection === ownCollection)
      .map((insight) => [insight.key, insight]),
  );
  const keyOfId = new Map<string, string>();
  for (const { key, card, deletedAt } of own.values()) {
    if (card.id !== '' && (deletedAt === undefined || !keyOfId.has(card.id))) {
      keyOfId.set(card.id, key);
    }
  }
  const files = new Map<string, ReadFile>();
  const fileOf = new Map<string, SeenFile>();
  const withheld = new Set<string>();
  const ours = new Map<string, string>();
  const broken: BrokenFile[] = [];
  const recordAt = new Map(view.records.map((record) => [record.path, record]));
  const ordered = view.files.toSorted(
    (a, b) => depth(a.path) - depth(b.path) || (a.path < b.path ? -1 : 1),
  );

  const strangers: SeenFile[] = [];
  for (const file of ordered) {
    const record = recordAt.get(file.path);
    const insight = record && own.get(record.insightKey);
    // What is known of it is only that it was about to be written.
    const isBegun = record?.base === '';
    if (!record || !insight || isBegun || fileOf.has(insight.key)) {
      strangers.push(file);
      continue;
    }
    fileOf.set(insight.key, file);
    if (record.base === file.text || isCutShort(file, record)) continue;
    const seen = readFile(file, broken);
    const bearer = seen.card && keyOfId.get(seen.card.id);
    const taken = bearer !== undefined && bearer !== insight.key;
    // An id that a file gives its card is that card's from here on.
    if (seen.card && bearer === undefined) keyOfId.set(seen.card.id, insight.key);
    if (taken) broken.push(duplicate(file, fileOf.get(bearer)?.path ?? ''));
    files.set(file.path, taken || !seen.card ? { ...seen, fault: true } : seen);
    yield;
  }

  const unclaimed: { file: SeenFile; card: Card }[] = [];
  const firstOf = new Map<string, string>();
  for (const file of strangers) {
    const record = recordAt.get(file.path);
    if (record && isCutShort(file, record) && own.has(record.insightKey)) {
      if (fileOf.has(record.insightKey)) ours.set(file.path, file.text);
      else fileOf.set(record.insightKey, file);
      continue;
    }
    const seen = readFile(file, broken);
    yield;
    if (!seen.card) {
      if (record) withheld.add(record.insightKey);
      continue;
    }
    const { id } = seen.card;
    const key = keyOfId.get(id);
    const first = key === undefined ? firstOf.get(id) : fileOf.get(key)?.path;
    if (first !== undefined) {
      if (record?.writing === file.text) ours.set(file.path, file.text);
      else broken.push(duplicate(file, first));
    } else if (key === undefined) {
      firstOf.set(id, file.path);
      unclaimed.push({ file, card: seen.card });
    } else fileOf.set(key, file);
  }
  return { own, files, fileOf, unclaimed, withheld, ours, broken };
}

function depth(path: string): number {
  return path.split('/').length;
}

function readFile(file: SeenFile, broken: BrokenFile[]): ReadFile {
  const read = readCard(file.text);
  const { path, text } = file;
  if (!read.ok) {
    if (isMeantAsCard(path, text)) broken.push({ path, ...read.error });
    return file;
  }
  if (text.length <= 2_000_000) return { ...file, card: read.value };
  broken.push({ path, line: 1, reason: 'too-long', detail: `${text.length} characters` });
  return file;
}

function duplicate({ path, text }: SeenFile, first: string): BrokenFile {
  return { path, line: lineOfId(text), reason: 'duplicate-id', detail: first };
}

function addInsight({ path, text }: SeenFile, card: Card, view: FolderView): FolderStep {
  const insightKey = view.newId();
  const after: Insight = {
    key: insightKey,
    collection: ownCollection,
    status: 'ready',
    card,
    original: text,
    createdAt: view.at,
    updatedAt: view.at,
  };
  return { change: 'added', path, id: card.id, insightKey, insight: { after }, base: text };
}

/** An insight whose file is not there: never written yet, or deleted. */
function planWithoutFile(
  insight: Insight,
  record: FolderView['records'][number] | undefined,
  folder: string,
  freePath: (path: string) => string,
  view: FolderView,
): FolderStep | undefined {
  const { key: insightKey, card } = insight;
  if (insight.deletedAt !== undefined) {
    const { path } = record ?? { path: '' };
    return record && { path, id: card.id, insightKey, forget: [path], settled: true };
  }
  if (insight.status !== 'ready' || card.id === '') return undefined;
  const text = view.textOf(insight);
  if (record === undefined) {
    const path = freePath(folder + cardFileName(card));
    return { change: 'created', path, id: card.id, insightKey, write: { text } };
  }
  const { path, base } = record;
  const known = { path, id: card.id, insightKey };
  const conflicted = view.conflicts.some((each) => each.insightKey === insightKey);
  if (base === text && !conflicted && view.onVanished !== 'write') {
    return { change: 'insight-trashed', ...known, trash: insight, forget: [path] };
  }
  const change = base === '' ? 'created' : 'file-restored';
  return { change, ...known, write: { text }, settled: true };
}

/** The folder that most cards are in, with its slash; the top for an empty one. */
function usualFolder(files: readonly SeenFile[]): string {
  const counts = new Map<string, number>();
  for (const { path } of files) {
    const folder = path.slice(0, path.lastIndexOf('/') + 1);
    counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '';
}

/** Case alone tells no files apart; a path that was given out is free no longer. */
function pathsFree(present: ReadonlySet<string>): (path: string) => string {
  const used = new Set([...present].map((path) => path.toLowerCase()));
  return (path) => {
    for (let n = 1; ; n += 1) {
      const next = n === 1 ? path : path.replace(/\.md$/, `-${n}.md`);
      if (used.has(next.toLowerCase())) continue;
      used.add(next.toLowerCase());
      return next;
    }
  };
}
