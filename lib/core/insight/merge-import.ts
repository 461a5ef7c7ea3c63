import { mergeImported } from '../codex/merge-card';
import { projectCard, type CardProjection } from '../codex/project-card';
import { writeCard } from '../codex/write-card';
import type { Insight } from './insight';
import { takeText } from './take-text';

/**
 * The insight with what a file says merged in, part by part: what either side changed since the card
 * last came in is kept, and the file is what it last came in with from now on. Undefined where both
 * changed the same words, or where the file lacks words of a clip or link of the insight: those are a
 * person's to decide. The file must be a card.
 */
export function mergeImport(parts: CardProjection, text: string, at: string): Insight | undefined {
  const { original } = parts.insight;
  const mine = writeCard(projectCard(parts), original);
  const merged = mergeImported(mine, original, text);
  if (merged.conflicts.length > 0) return undefined;
  const { insight, gone } = takeText(parts, merged.text, at);
  return gone.clips.length + gone.links.length > 0 ? undefined : { ...insight, original: text };
}
