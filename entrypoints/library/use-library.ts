import { useMemo, useState } from 'react';
import type { CodexDocument } from '@/lib/core/codex/codex-document';
import { collectLinks, type LinkView } from '@/lib/core/codex/collect-links';
import { documentLinks, withDocumentLinks } from '@/lib/core/codex/document-links';
import type { Clip } from '@/lib/core/insight/clip';
import { listInsight, type ListedInsight } from '@/lib/core/insight/filter-insights';
import type { Collection } from '@/lib/core/insight/collection';
import { ownCollection, type Insight } from '@/lib/core/insight/insight';
import type { Link } from '@/lib/core/insight/link';
import type { Source } from '@/lib/core/source/source';
import {
  useClips,
  useCollections,
  useDocuments,
  useInsightsAndTrash,
  useLinks,
  useSources,
} from '@/lib/storage/hooks';

/** The library as it stands in the database, all collections, with what is often asked of it. */
export interface LibraryData {
  /** Of every collection. */
  readonly insights: readonly Insight[];
  /** The last one trashed first. */
  readonly trash: readonly Insight[];
  /** One's own. */
  readonly own: readonly Insight[];
  /** The codexes that were loaded, by id. */
  readonly collectionOf: ReadonlyMap<string, Collection>;
  readonly insightOf: ReadonlyMap<string, Insight>;
  /** Keys by card id; one's own card stands before one of a loaded codex. */
  readonly keyOf: ReadonlyMap<string, string>;
  readonly listed: readonly ListedInsight[];
  readonly clipsOf: ReadonlyMap<string, readonly Clip[]>;
  readonly sourceOf: ReadonlyMap<string, Source>;
  readonly links: readonly Link[];
  /** Contradictions and patterns of every collection. */
  readonly documents: readonly CodexDocument[];
  readonly quoteOf: (key: string) => string | undefined;
  /** The insight's links, drawn or named by cards and documents, from its end. */
  readonly linksOf: (key: string) => readonly LinkView[];
}

/** Undefined until the first look into the database is back. */
export function useLibrary(): LibraryData | undefined {
  const all = useInsightsAndTrash();
  const insights = all?.live;
  const collections = useCollections();
  const clips = useClips();
  const links = useLinks();
  const sources = useSources();
  const documents = useDocuments();
  const [prepare] = useState(createPreparation);

  const clipsOf = useMemo(() => Map.groupBy(clips ?? [], (clip) => clip.insightKey), [clips]);
  const own = useMemo(
    () => insights?.filter(({ collection }) => collection === ownCollection),
    [insights],
  );
  const byKey = useMemo(
    () => ({
      insightOf: new Map(insights?.map((insight) => [insight.key, insight])),
      keyOf: new Map(
        [...(insights ?? []), ...(own ?? [])]
          .filter(({ card }) => card.id !== '')
          .map(({ key, card }) => [card.id, key]),
      ),
      collectionOf: new Map(collections?.map((collection) => [collection.id, collection])),
      sourceOf: new Map(sources?.map((source) => [source.key, source])),
    }),
    [insights, own, sources, collections],
  );
  const listed = useMemo(
    () =>
      (insights ?? []).map((insight) =>
        prepare(
          insight,
          (clipsOf.get(insight.key) ?? []).map(({ quote }) => quote),
        ),
      ),
    [insights, clipsOf, prepare],
  );

  return useMemo(() => {
    if (!all || !insights || !own || !clips || !links) return undefined;
    if (!sources || !collections || !documents) return undefined;
    const quoteOf = (key: string) => clipsOf.get(key)?.find(({ quote }) => quote !== '')?.quote;
    let collected: ReadonlyMap<string, readonly LinkView[]> | undefined;
    let fromDocuments: ReturnType<typeof documentLinks> | undefined;
    const linksOf = (key: string) => {
      collected ??= collectLinks(insights, links);
      fromDocuments ??= documentLinks(documents, insights);
      return withDocumentLinks(collected.get(key) ?? [], fromDocuments(key));
    };
    return {
      insights,
      trash: all.trashed,
      own,
      listed,
      clipsOf,
      links,
      documents,
      quoteOf,
      linksOf,
      ...byKey,
    };
  }, [all, insights, own, clips, links, sources, collections, documents, listed, clipsOf, byKey]);
}

/** Only the words of insights that changed are folded again, and only once they are looked through. */
function createPreparation() {
  const known = new Map<string, { readonly stamp: string; readonly listed: ListedInsight }>();
  return (insight: Insight, quotes: readonly string[]): ListedInsight => {
    const stamp = [insight.updatedAt, ...quotes].join(' ');
    const before = known.get(insight.key);
    if (before?.stamp === stamp) {
      return {
        insight,
        get words() {
          return before.listed.words;
        },
      };
    }
    const listed = listInsight(insight, quotes);
    known.set(insight.key, { stamp, listed });
    return listed;
  };
}
