import type { CodexDocument } from '../core/codex/codex-document';
import { collectLinks } from '../core/codex/collect-links';
import { documentLinks, documentSides, withDocumentLinks } from '../core/codex/document-links';
import { namedIds } from '../core/codex/named-ids';
import { analysePage } from '../core/match/analyse-page';
import type { SourcePage } from '../core/match/match';
import type { MatchIndex } from '../core/match/match-index';
import { softenedBy } from '../core/match/soften';
import {
  candidateKeys,
  rankInsights,
  surface,
  surfaceFirst,
  type SurfaceInput,
} from '../core/match/surface';
import type { Surfacing } from '../core/match/surfacing';
import { sourceKey } from '../core/source/canonical-url';
import type { Insight } from '../core/insight/insight';
import type { SurfaceReader } from './ports';

/**
 * What of all collections the page touches, and what argues against it. Links count whether a person
 * drew them or a card's own text names them. Reads the few insights that come into question and those
 * their links lead to, however large the library is. `onFirst` is given what comes first (surfaceFirst)
 * as soon as it is known.
 */
export async function surfacePage(
  reader: SurfaceReader,
  current: MatchIndex | Promise<MatchIndex>,
  page: SourcePage,
  onFirst?: (first: Surfacing) => void,
): Promise<Surfacing> {
  const { sourceKey: key } = page;
  const asked = Promise.all([current, reader.dismissals(), reader.notesOfSource(key)]);
  // While the database looks: a long page takes longer to read than the notes do.
  analysePage(page);
  const [index, dismissals, here] = await asked;
  const dismissed = dismissals.filter((each) => each.sourceKey === key);
  const input: SurfaceInput = {
    index,
    page,
    here: here.insights.map((insight) => insight.key),
    dismissed: new Set(dismissed.map(({ insightKey }) => insightKey)),
    softened: softenedBy(dismissals),
  };
  const ranked = rankInsights(input);
  const keys = candidateKeys(input, ranked);
  const [candidates, clips, drawn] = await Promise.all([
    reader.insightsOf(keys),
    reader.clipsOfInsights(keys),
    reader.linksOf(keys),
  ]);
  const texts = { insights: candidates, clips, sourceKeyOf: (url: string) => sourceKey(url) };
  const ends = drawn.flatMap(({ from, to }) => [from, to]);
  const around = Promise.all([
    contradictionsOf(reader, candidates),
    linkedTo(reader, candidates, ends),
  ]);
  // While the database looks.
  const first = onFirst && surfaceFirst(input, ranked, texts);
  if (first) onFirst(first);
  const [contradictions, linked] = await around;
  const sides = contradictions.flatMap(documentSides).flat();
  const opposed = sides.length > 0 ? await reader.insightsWithIds([...new Set(sides)]) : [];
  const found = [...candidates, ...linked, ...opposed];
  const insights = [...new Map(found.map((insight) => [insight.key, insight])).values()];
  const links = collectLinks(insights, drawn);
  const linksOf = documentLinks(contradictions, insights);
  // The other ends as well: a link is taken from the end it starts from.
  for (const { key: end } of insights) {
    links.set(end, withDocumentLinks(links.get(end) ?? [], linksOf(end)));
  }
  return surface(input, ranked, { ...texts, insights, links }, first);
}

/** The contradictions with positions that name one of these insights; prose alone opposes nobody. */
async function contradictionsOf(
  reader: SurfaceReader,
  insights: readonly Insight[],
): Promise<CodexDocument[]> {
  const ids = insights.map(({ card }) => card.id).filter((id) => id !== '');
  const documents = await reader.documentsNaming([...new Set(ids)]);
  return documents.filter((document) => documentSides(document).length > 1);
}

/** The insights with these keys, those whose cards these insights name and those whose cards name them. */
async function linkedTo(
  reader: SurfaceReader,
  insights: readonly Insight[],
  keys: readonly string[],
): Promise<Insight[]> {
  const named = insights.flatMap(({ card }) => namedIds(card));
  const ownIds = insights.map(({ card }) => card.id).filter((id) => id !== '');
  const found = await Promise.all([
    reader.insightsOf([...new Set(keys)]),
    reader.insightsWithIds([...new Set(named)]),
    reader.insightsNaming([...new Set(ownIds)]),
  ]);
  return found.flat();
}
