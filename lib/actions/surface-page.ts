import { collectLinks } from '../core/codex/collect-links';
import type { OpposingLink } from '../core/match/counter-evidence';
import { surface } from '../core/match/surface';
import type { Surfacing } from '../core/match/surfacing';
import { sourceKey } from '../core/source/canonical-url';
import { pageKey } from '../core/source/page-key';
import type { PageSnapshot } from '../core/source/snapshot';
import type { NoteStore } from './ports';

/**
 * What of all collections the page touches, and what argues against it. Links count whether a person
 * drew them or a card's own text names them.
 */
export async function surfacePage(store: NoteStore, snapshot: PageSnapshot): Promise<Surfacing> {
  const [insights, clips, drawn] = await Promise.all([
    store.allInsights(),
    store.allClips(),
    store.allLinks(),
  ]);
  // Every link is seen from both of its ends; the one it starts from is enough here.
  const links: OpposingLink[] = [...collectLinks(insights, drawn)].flatMap(([from, views]) =>
    views.flatMap(({ key: to, direction, type, why }) =>
      to === undefined || direction === 'to' ? [] : [{ from, to, type, why }],
    ),
  );
  return surface({
    snapshot,
    sourceKey: pageKey(snapshot),
    insights,
    clips,
    links,
    sourceKeyOf: (url) => sourceKey(url),
  });
}
