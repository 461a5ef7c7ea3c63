/** Keeps the text of a source with the insights that were made of it. */
import { cuesMarkdown, passagesMarkdown, writeArchive } from '../core/codex/write-archive';
import { ownCollection, type Insight } from '../core/insight/insight';
import { err, ok, type Result } from '../core/result';
import type { Archive } from '../core/source/archive';
import { pageKey } from '../core/source/page-key';
import type { PageSnapshot } from '../core/source/snapshot';
import type { Transcript } from '../core/transcript/transcript';
import type { Clock, NoteStore, StorageFailure } from './ports';
import type { EpisodeStore } from './transcript-ports';

export interface ArchivePorts {
  readonly store: NoteStore;
  readonly transcripts: Pick<EpisodeStore, 'saveArchive' | 'archivesAt'>;
  readonly clock: Clock;
}

export type ArchiveFailure =
  /** No insight of one's own has a clip of this source, so that nothing would refer to the text. */
  | { readonly kind: 'no-insight' }
  /** The page has no text and no transcript is known. */
  | { readonly kind: 'no-text' }
  | StorageFailure;

export interface KeptArchive {
  readonly archive: Archive;
  /** How many insights refer to it by now. */
  readonly insights: number;
}

/**
 * Archives what is said in the page's episode, or else what stands on the page, and has each insight of
 * one's own that has a clip of it refer to the file, unless it refers to another one already. A
 * source is archived once: archived again, the file is as the source is by now.
 */
export async function keepArchive(
  { store, transcripts, clock }: ArchivePorts,
  snapshot: PageSnapshot,
  transcript: Transcript | undefined,
): Promise<Result<KeptArchive, ArchiveFailure>> {
  const sourceKey = pageKey(snapshot);
  const insights = await insightsOf(store, sourceKey);
  const [first] = insights;
  if (!first) return err({ kind: 'no-insight' });
  const body = transcript ? cuesMarkdown(transcript.cues) : passagesMarkdown(snapshot.passages);
  if (body === '') return err({ kind: 'no-text' });

  const refs = insights.map(({ card }) => card.rawRef).filter((path) => path !== '');
  const stored = await transcripts.archivesAt([...new Set(refs)]);
  const known = stored.find((archive) => archive.sourceKey === sourceKey);
  const written = writeArchive(first.card, body);
  const saved = await saveUnder(known?.path ?? written.path, {
    transcripts,
    archive: { sourceKey, text: written.text, keptAt: clock.now() },
  });
  if (!saved.ok) return saved;
  const archive = saved.value;
  const { path } = archive;
  let referring = 0;
  for (const { key } of insights) {
    const change = (insight: Insight): Insight =>
      insight.card.rawRef === ''
        ? { ...insight, card: { ...insight.card, rawRef: path } }
        : insight;
    const updated = await store.updateInsight(key, change, clock.now());
    if (!updated.ok) return updated;
    if (updated.value?.card.rawRef === path) referring += 1;
  }
  return ok({ archive, insights: referring });
}

/** One's own insights outside the trash with a clip of the source, the oldest clip first. */
async function insightsOf(store: NoteStore, sourceKey: string): Promise<Insight[]> {
  const clips = await store.clipsOfSource(sourceKey);
  const keys = [...new Set(clips.map(({ insightKey }) => insightKey))];
  const found = await Promise.all(keys.map((key) => store.getInsight(key)));
  return found.filter(
    (insight) =>
      insight !== undefined &&
      insight.collection === ownCollection &&
      insight.deletedAt === undefined,
  ) as Insight[];
}

/** Saves the text under the path, with `-2`, `-3` … before its ending while another source has it. */
async function saveUnder(
  wanted: string,
  {
    transcripts,
    archive,
  }: { transcripts: ArchivePorts['transcripts']; archive: Omit<Archive, 'path'> },
): Promise<Result<Archive, StorageFailure>> {
  for (let n = 1; ; n += 1) {
    const path = n === 1 ? wanted : wanted.replace(/\.md$/, `-${n}.md`);
    const saved = await transcripts.saveArchive({ ...archive, path });
    if (!saved.ok) return saved;
    if (saved.value) return ok({ ...archive, path });
  }
}
