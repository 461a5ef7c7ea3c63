import type { Card } from '../core/codex/card';
import { projectCard, type CardProjection } from '../core/codex/project-card';
import type { QuoteForm } from '../core/codex/quote-form';
import { ownCollection, type Insight } from '../core/insight/insight';
import { outOfTrash } from '../core/insight/out-of-trash';
import type { NoteStore } from './ports';

/** What projecting any insight needs, read at one moment. */
export interface Projection {
  /** The card as it leaves: with the insight's clips and links written in. */
  readonly project: (insight: Insight) => Card;
  /** Of all collections, those in the trash last. */
  readonly insights: readonly Insight[];
  /** What that card is made of. */
  readonly partsOf: (insight: Insight) => CardProjection;
  /** The ids that cards of one's own bear, in the trash or not. */
  readonly takenIds: ReadonlySet<string>;
}

/**
 * Reads clips, sources and links, so that cards can be projected without asking the store again; clips
 * are attributed in the form given, or plainly.
 */
export async function loadProjection(store: NoteStore, form?: QuoteForm): Promise<Projection> {
  const [insights, trashed, clips, sources, links] = await Promise.all([
    store.allInsights(),
    store.trashedInsights(),
    store.allClips(),
    store.allSources(),
    store.allLinks(),
  ]);
  // An insight comes out of the trash with the clips that went there with it.
  const along = await store.clipsTrashedWith(trashed);
  const clipsOf = Map.groupBy([...clips, ...along.map(outOfTrash)], ({ insightKey }) => insightKey);
  const sourceOf = new Map(sources.map((source) => [source.key, source]));
  const linksOf = Map.groupBy(
    links.flatMap((link) => [
      { end: link.from, link },
      ...(link.to === link.from ? [] : [{ end: link.to, link }]),
    ]),
    ({ end }) => end,
  );
  const idOfKey = new Map(insights.map(({ key, card }) => [key, card.id]));
  const own = [...insights, ...trashed].filter(({ collection }) => collection === ownCollection);
  const partsOf = (insight: Insight): CardProjection => ({
    insight,
    clips: clipsOf.get(insight.key) ?? [],
    sources: sourceOf,
    links: (linksOf.get(insight.key) ?? []).map(({ link }) => link),
    idOf: (key) => idOfKey.get(key),
    form,
  });
  return {
    takenIds: new Set(own.map(({ card }) => card.id).filter((id) => id !== '')),
    insights: [...insights, ...trashed],
    project: (insight) => projectCard(partsOf(insight)),
    partsOf,
  };
}
