/**
 * The database as React sees it: each hook renders anew when what it read is changed, by whichever
 * page or worker of the extension. Undefined means that the first read is not back yet.
 */
import { useLiveQuery } from 'dexie-react-hooks';
import type { CodexDocument } from '../core/codex/codex-document';
import type { Clip } from '../core/insight/clip';
import type { Collection } from '../core/insight/collection';
import type { Conflict } from '../core/insight/folder-file';
import type { Insight } from '../core/insight/insight';
import type { KeptFile } from '../core/insight/kept-file';
import type { Link } from '../core/insight/link';
import type { Source } from '../core/source/source';
import { openDatabase, type ChosenFolder } from './database';
import { documentsInTrash, liveDocuments } from './document-queries';
import {
  clipsInTrash,
  clipsTrashedWith,
  insightsAndTrash,
  insightsInTrash,
  liveClips,
  liveClipsOfSource,
  liveInsights,
  type InsightsAndTrash,
} from './queries';

/** Insights outside the trash, in no particular order. */
export function useInsights(): Insight[] | undefined {
  return useLiveQuery(() => liveInsights(openDatabase()), []);
}

/** Insights outside the trash and in it, read at once: a library of thousands is read whole. */
export function useInsightsAndTrash(): InsightsAndTrash | undefined {
  return useLiveQuery(() => insightsAndTrash(openDatabase()), []);
}

/** Insights in the trash, the last one trashed first. */
export function useTrash(): Insight[] | undefined {
  return useLiveQuery(() => insightsInTrash(openDatabase()), []);
}

/** Clips in the trash whose insight is not there, the last one trashed first. */
export function useTrashedClips(): Clip[] | undefined {
  return useLiveQuery(() => clipsInTrash(openDatabase()), []);
}

/** The clips that went into the trash with these insights, oldest first. */
export function useClipsTrashedWith(insights: readonly Insight[]): Clip[] | undefined {
  return useLiveQuery(() => clipsTrashedWith(openDatabase(), insights), [insights]);
}

/** One insight, in the trash or not; null when there is none of that key. */
export function useInsight(key: string): Insight | null | undefined {
  return useLiveQuery(async () => (await openDatabase().insights.get(key)) ?? null, [key]);
}

/** Clips outside the trash, oldest first. */
export function useClips(): Clip[] | undefined {
  return useLiveQuery(() => liveClips(openDatabase()), []);
}

/** Clips of this source outside the trash, oldest first. */
export function useClipsOfSource(sourceKey: string): Clip[] | undefined {
  return useLiveQuery(() => liveClipsOfSource(openDatabase(), sourceKey), [sourceKey]);
}

/** The links a person drew, in no particular order; those that cards name are not among them. */
export function useLinks(): Link[] | undefined {
  return useLiveQuery(() => openDatabase().links.toArray(), []);
}

export function useSources(): Source[] | undefined {
  return useLiveQuery(() => openDatabase().sources.toArray(), []);
}

/** Files that wait to be mended, in no particular order. */
export function useKeptFiles(): KeptFile[] | undefined {
  return useLiveQuery(() => openDatabase().brokenFiles.toArray(), []);
}

/** One kept file; null when there is none of that key. */
export function useKeptFile(key: string): KeptFile | null | undefined {
  return useLiveQuery(async () => (await openDatabase().brokenFiles.get(key)) ?? null, [key]);
}

/** The codexes that were loaded, in no particular order. */
export function useCollections(): Collection[] | undefined {
  return useLiveQuery(() => openDatabase().collections.toArray(), []);
}

/** Contradictions and patterns of all collections outside the trash, in no particular order. */
export function useDocuments(): CodexDocument[] | undefined {
  return useLiveQuery(() => liveDocuments(openDatabase()), []);
}

/** Contradictions and patterns in the trash, the last one trashed first. */
export function useTrashedDocuments(): CodexDocument[] | undefined {
  return useLiveQuery(() => documentsInTrash(openDatabase()), []);
}

/** The folder that the person keeps their cards in; null when there is none. */
export function useChosenFolder(): ChosenFolder | null | undefined {
  return useLiveQuery(async () => (await openDatabase().folder.get('own')) ?? null, []);
}

/** The cards that were changed here and in the folder in two ways, in no particular order. */
export function useConflicts(): Conflict[] | undefined {
  return useLiveQuery(() => openDatabase().conflicts.toArray(), []);
}
