import type { Clip } from '../core/insight/clip';
import { buildIndex } from '../core/match/match-index';
import { matchDocument } from '../core/match/match-document';
import { matchPage } from '../core/match/match-page';
import { sourceKey } from '../core/source/canonical-url';
import type { NoteStore } from './ports';

export interface BestMatch {
  readonly key: string;
  readonly title: string;
}

/**
 * Far lower than for surfacing: a person who has just clipped is asking, a wrong line is quickly read
 * past, and a quote gives the engine fewer words than a page. Measured on the public codex, one of
 * three lines is a card its author related to the quote's at two thirds of the quotes where any
 * threshold finds one, and 8 of 100 paragraphs about something else are offered a line.
 */
const threshold = 0.01;

/**
 * At most three insights that the clip may be evidence for or against, the closest first, found by
 * its quote and the paragraph it stood in; never the insight it belongs to. An insight without a
 * title goes by its claim, or by the quote it was started with.
 */
export async function bestMatches(store: NoteStore, clip: Clip): Promise<BestMatch[]> {
  const passages = passagesOf(clip);
  if (passages.length === 0) return [];
  const [insights, clips] = await Promise.all([store.allInsights(), store.allClips()]);
  const clipsOf = Map.groupBy(clips, ({ insightKey }) => insightKey);
  const others = insights.filter(({ key }) => key !== clip.insightKey);
  const index = buildIndex(
    others.map((insight) =>
      matchDocument(insight, clipsOf.get(insight.key) ?? [], (url) => sourceKey(url)),
    ),
  );
  const byKey = new Map(others.map((insight) => [insight.key, insight]));
  return matchPage(index, { passages }, { limit: 3, threshold }).flatMap(({ key }) => {
    const card = byKey.get(key)?.card;
    const quote = clipsOf.get(key)?.find((each) => each.quote !== '')?.quote ?? '';
    const title = card?.title || card?.sections.claim || quote;
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
