import { useMemo, useState } from 'react';
import { collectLinks, type LinkView } from '@/lib/core/codex/collect-links';
import type { Clip } from '@/lib/core/insight/clip';
import { listInsight, type ListedInsight } from '@/lib/core/insight/filter-insights';
import { ownCollection, type Insight } from '@/lib/core/insight/insight';
import type { Link } from '@/lib/core/insight/link';
import type { Source } from '@/lib/core/source/source';
import { useClips, useInsights, useLinks, useSources } from '@/lib/storage/hooks';

/** The person's own library as it stands in the database, with what is often asked of it. */
export interface LibraryData {
  readonly insights: readonly Insight[];
  readonly insightOf: ReadonlyMap<string, Insight>;
  /** Keys by card id. */
  readonly keyOf: ReadonlyMap<string, string>;
  readonly listed: readonly ListedInsight[];
  readonly clipsOf: ReadonlyMap<string, readonly Clip[]>;
  readonly sourceOf: ReadonlyMap<string, Source>;
  readonly links: readonly Link[];
  readonly quoteOf: (key: string) => string | undefined;
  /** The insight's links, drawn or named by cards, from its end. */
  readonly linksOf: (key: string) => readonly LinkView[];
}

/** Undefined until the first look into the database is back. */
export function useLibrary(): LibraryData | undefined {
  const all = useInsights();
  const clips = useClips();
  const links = useLinks();
  const sources = useSources();
  const [prepare] = useState(createPreparation);

  const clipsOf = useMemo(() => Map.groupBy(clips ?? [], (clip) => clip.insightKey), [clips]);
  const insights = useMemo(
    () => all?.filter(({ collection }) => collection === ownCollection),
    [all],
  );
  const byKey = useMemo(
    () => ({
      insightOf: new Map(insights?.map((insight) => [insight.key, insight])),
      keyOf: new Map(
        insights?.filter(({ card }) => card.id !== '').map(({ key, card }) => [card.id, key]),
      ),
      sourceOf: new Map(sources?.map((source) => [source.key, source])),
    }),
    [insights, sources],
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
    if (!insights || !clips || !links || !sources) return undefined;
    const quoteOf = (key: string) => clipsOf.get(key)?.find(({ quote }) => quote !== '')?.quote;
    let collected: ReadonlyMap<string, readonly LinkView[]> | undefined;
    const linksOf = (key: string) => {
      collected ??= collectLinks(insights, links);
      return collected.get(key) ?? [];
    };
    return { insights, listed, clipsOf, links, quoteOf, linksOf, ...byKey };
  }, [insights, clips, links, sources, listed, clipsOf, byKey]);
}

/** Folding 10,000 cards takes most of a second, so only those that changed are folded again. */
function createPreparation() {
  const known = new Map<string, { readonly stamp: string; readonly words: string }>();
  return (insight: Insight, quotes: readonly string[]): ListedInsight => {
    const stamp = [insight.updatedAt, ...quotes].join(' ');
    const before = known.get(insight.key);
    if (before?.stamp === stamp) return { insight, words: before.words };
    const fresh = listInsight(insight, quotes);
    known.set(insight.key, { stamp, words: fresh.words });
    return fresh;
  };
}
