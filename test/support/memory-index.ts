/**
 * What the surface reader and the index store promise, said once more over any note store, by reading
 * all of it: slow, plain, and the measure for the real ones.
 */
import type { IndexStore, NoteStore, StaleMark, SurfaceReader } from '../../lib/actions/ports.ts';
import type { CodexDocument } from '../../lib/core/codex/codex-document.ts';
import { namedIds } from '../../lib/core/codex/named-ids.ts';
import type { Insight } from '../../lib/core/insight/insight.ts';
import type { SavedIndex } from '../../lib/core/match/saved-index.ts';
import { sourceKey } from '../../lib/core/source/canonical-url.ts';

/** Looks at the store again with each question, so that the store may be written to meanwhile. */
export function createMemoryIndex(
  store: NoteStore,
  documents: readonly CodexDocument[] = [],
): SurfaceReader & IndexStore {
  /** By insight key: what was there when it was last looked at. */
  const seen = new Map<string, string>();
  const marks = new Map<string, StaleMark>();
  let revision = 0;
  let counted = 0;
  let stored: { generation: number; saved: SavedIndex } | undefined;

  const some = async (fits: (insight: Insight) => boolean) =>
    (await store.allInsights()).filter(fits);

  async function look(): Promise<void> {
    const clips = Map.groupBy(await store.allClips(), ({ insightKey }) => insightKey);
    for (const insight of [...(await store.allInsights()), ...(await store.trashedInsights())]) {
      const { key, card, deletedAt } = insight;
      const now = JSON.stringify([card, deletedAt !== undefined, clips.get(key)]);
      if (seen.get(key) === now) continue;
      seen.set(key, now);
      marks.set(key, { key, revision: (revision += 1) });
    }
  }

  return {
    insightsOf: (keys) => some(({ key }) => keys.includes(key)),
    insightsWithIds: (ids) => some(({ card }) => card.id !== '' && ids.includes(card.id)),
    insightsNaming: (ids) => some(({ card }) => namedIds(card).some((id) => ids.includes(id))),
    documentsNaming: async (ids) =>
      documents.filter(
        ({ names, deletedAt }) => deletedAt === undefined && names.some((id) => ids.includes(id)),
      ),
    async notesOfSource(source) {
      const clips = await store.clipsOfSource(source);
      const clipped = new Set(clips.map((clip) => clip.insightKey));
      const isOf = ({ key, card }: Insight) =>
        clipped.has(key) || sourceKey(card.sourceUrl) === source;
      return { insights: await some(isOf), clips };
    },
    clipsOfInsights: (keys) => store.clipsOfInsights(keys),
    linksOf: async (keys) =>
      (await store.allLinks()).filter(({ from, to }) => keys.includes(from) || keys.includes(to)),
    dismissals: () => store.allDismissals(),
    libraryIsEmpty: async () => (await store.allInsights()).length === 0,

    loadIndex: async () => structuredClone(stored),
    async stale() {
      await look();
      const inOrder = [...marks.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
      return { generation: stored?.generation ?? 0, marks: inOrder };
    },
    async documentsOf(keys) {
      const insights = await some(({ key }) => keys.includes(key));
      return await Promise.all(
        insights.map(async (insight) => ({
          insight,
          clips: await store.clipsOfInsights([insight.key]),
        })),
      );
    },
    async saveIndex(saved, basedOn, applied) {
      await look();
      if ((stored?.generation ?? 0) !== basedOn) return undefined;
      for (const mark of applied) {
        if (marks.get(mark.key)?.revision === mark.revision) marks.delete(mark.key);
      }
      counted += 1;
      stored = { generation: counted, saved: structuredClone(saved) };
      return counted;
    },
    async resetIndex() {
      stored = undefined;
      seen.clear();
      await look();
    },
  };
}
