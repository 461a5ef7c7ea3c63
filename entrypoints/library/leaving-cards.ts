import { projectCard } from '@/lib/core/codex/project-card';
import type { CodexCard } from '@/lib/core/codex/prepare-codex';
import type { Insight } from '@/lib/core/insight/insight';
import type { Link } from '@/lib/core/insight/link';
import type { LibraryData } from './use-library';

/** The cards of these insights as they would leave: with clips and links written in. */
export function leavingCards(
  insights: readonly Insight[],
  { clipsOf, links, sourceOf, insightOf }: LibraryData,
): CodexCard[] {
  const linksOf = new Map<string, Link[]>();
  for (const link of links) {
    for (const key of [link.from, link.to]) linksOf.set(key, [...(linksOf.get(key) ?? []), link]);
  }
  return insights.map((insight) => {
    const { key, card } = insight;
    const clips = clipsOf.get(key) ?? [];
    const own = linksOf.get(key) ?? [];
    // Most cards of a large library have neither.
    if (clips.length === 0 && own.length === 0) return { key, card };
    const idOf = (other: string) => insightOf.get(other)?.card.id;
    return { key, card: projectCard({ insight, clips, sources: sourceOf, links: own, idOf }) };
  });
}
