import type { Clip } from '../core/insight/clip';
import type { MatchIndex } from '../core/match/match-index';
import { matchPage } from '../core/match/match-page';
import type { BestMatch } from './matcher-port';
import type { SurfaceReader } from './ports';

/**
 * Far lower than for surfacing: a person who has just clipped is asking, a wrong line is quickly read
 * past, and a quote gives the engine fewer words than a page. Measured on the public codex, one of
 * three lines is a card its author related to the quote's at 99 of 100 quotes where any threshold finds
 * one, and 10 of 100 paragraphs about something else are offered a line.
 */
const threshold = 0.03;

/**
 * At most three insights that the clip may be evidence for or against, the closest first, found by
 * its quote and the paragraph it stood in; never the insight it belongs to. An insight without a
 * title goes by its claim, or by the quote it was started with.
 */
export async function bestMatches(
  reader: SurfaceReader,
  index: MatchIndex,
  clip: Clip,
): Promise<BestMatch[]> {
  const passages = passagesOf(clip);
  if (passages.length === 0) return [];
  const keys = matchPage(index, { passages }, { limit: 4, threshold })
    .map(({ key }) => key)
    .filter((key) => key !== clip.insightKey)
    .slice(0, 3);
  const [insights, clips] = await Promise.all([
    reader.insightsOf(keys),
    reader.clipsOfInsights(keys),
  ]);
  const clipsOf = Map.groupBy(clips, ({ insightKey }) => insightKey);
  const byKey = new Map(insights.map((insight) => [insight.key, insight]));
  return keys.flatMap((key) => {
    const card = byKey.get(key)?.card;
    const quote = clipsOf.get(key)?.find((each) => each.quote !== '')?.quote ?? '';
    const title = card?.title.trim() || card?.sections.claim.trim() || quote;
    return title === '' ? [] : [{ key, title }];
  });
}

/** The paragraph, and the quote where the paragraph does not hold it. */
function passagesOf({ quote, paragraph = '' }: Clip) {
  const texts = paragraph.includes(quote) ? [paragraph] : [quote, paragraph];
  let end = 0;
  return texts
    .filter((text) => text.trim() !== '')
    .map((text) => {
      const start = end;
      end = start + text.length;
      return { text, start, end };
    });
}
