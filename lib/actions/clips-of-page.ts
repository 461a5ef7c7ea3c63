import type { PageClip } from '../core/insight/companion';
import type { SourceNotes } from './ports';

/**
 * The clips of a page as they are painted into it, oldest first; moments of audio and clips of a page as a
 * whole have no words to paint.
 */
export function clipsOfPage({ clips, insights }: SourceNotes): PageClip[] {
  const titles = new Map(insights.map(({ key, card }) => [key, card.title || card.sections.claim]));
  return clips
    .filter(({ quote }) => quote !== '')
    .map(({ id, target, quote, note, role, insightKey }) => ({
      id,
      selector: target.selector,
      quote,
      note,
      role,
      insight: (titles.get(insightKey) ?? '').slice(0, 300),
    }));
}
