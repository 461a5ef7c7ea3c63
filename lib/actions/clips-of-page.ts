import type { PageClip } from '../core/insight/companion';
import { sourceKey } from '../core/source/canonical-url';
import type { NoteStore } from './ports';

/**
 * The clips of the page at an address, oldest first, as they are painted into it; moments of audio and
 * clips of a page as a whole have no words to paint. `canonical` is what the page itself says it is.
 */
export async function clipsOfPage(
  store: Pick<NoteStore, 'clipsOfSource' | 'getInsight'>,
  url: string,
  canonical?: string,
): Promise<PageClip[]> {
  const key = sourceKey(url, canonical);
  if (key === undefined) return [];
  const clips = (await store.clipsOfSource(key)).filter(({ quote }) => quote !== '');
  const titles = new Map<string, string>();
  for (const insightKey of new Set(clips.map((clip) => clip.insightKey))) {
    const insight = await store.getInsight(insightKey);
    titles.set(insightKey, insight?.card.title || (insight?.card.sections.claim ?? ''));
  }
  return clips.map(({ id, target, quote, note, role, insightKey }) => ({
    id,
    selector: target.selector,
    quote,
    note,
    role,
    insight: (titles.get(insightKey) ?? '').slice(0, 300),
  }));
}
