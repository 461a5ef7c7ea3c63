import type { Clip } from '../insight/clip';
import type { Insight } from '../insight/insight';
import type { PageSnapshot } from '../source/snapshot';
import { counterEvidence, type OpposingLink } from './counter-evidence';
import type { CounterEvidence } from './match';
import { matchDocument, matchPageOf } from './match-document';
import { buildIndex, type MatchIndex } from './match-index';
import { matchPage } from './match-page';
import type { OnThisPage, SurfacedCounterEvidence, Surfacing } from './surfacing';

/** The most related insights that are shown. */
const relatedLimit = 8;

export interface SurfaceInput {
  readonly snapshot: PageSnapshot;
  /** The page's own source key. */
  readonly sourceKey: string | undefined;
  /** All collections; what lies in the trash is left out here. */
  readonly insights: readonly Insight[];
  readonly clips: readonly Clip[];
  /** Stored and derived links alike. */
  readonly links: readonly OpposingLink[];
  /** The source key of an address, as it is for pages. */
  readonly sourceKeyOf: (url: string) => string | undefined;
  /** An index of these very insights, where one is at hand; else one is built. */
  readonly index?: MatchIndex;
  /** Keys of insights that the person called not related to this source. */
  readonly dismissed?: ReadonlySet<string>;
}

function newestFirst(a: Clip, b: Clip): number {
  if (a.capturedAt !== b.capturedAt) return a.capturedAt < b.capturedAt ? 1 : -1;
  return a.id < b.id ? 1 : -1;
}

function clipsByInsight(clips: readonly Clip[]): Map<string, Clip[]> {
  const byInsight = new Map<string, Clip[]>();
  for (const clip of clips) {
    if (clip.deletedAt !== undefined) continue;
    const kept = byInsight.get(clip.insightKey);
    if (kept) kept.push(clip);
    else byInsight.set(clip.insightKey, [clip]);
  }
  return byInsight;
}

function join(
  counter: CounterEvidence,
  insights: ReadonlyMap<string, Insight>,
): SurfacedCounterEvidence[] {
  const insight = insights.get(counter.key);
  if (!insight) return [];
  if (counter.kind !== 'contradicting') return [{ counter, insight }];
  const other = insights.get(counter.otherKey);
  return other ? [{ counter, insight, other }] : [];
}

/**
 * A fails-when condition that the page meets may also be what the page challenges the card with: it
 * is shown once, as the challenge, which a person can do something about.
 */
function saidOnce(counter: readonly CounterEvidence[]): CounterEvidence[] {
  const challenges = counter.filter((each) => each.kind === 'may-challenge');
  return counter.filter(
    (each) =>
      each.kind !== 'recorded' ||
      each.field !== 'conditions' ||
      !challenges.some(({ key, text }) => key === each.key && text === each.text),
  );
}

/**
 * What to show for a page: insights that this very source gave rise to (newest change first), related
 * ones by score, and what argues against either. An insight stands in one of the first two lists only.
 */
export function surface(input: SurfaceInput): Surfacing {
  const { snapshot, sourceKey, links, sourceKeyOf, dismissed } = input;
  const insights = input.insights.filter(({ deletedAt }) => deletedAt === undefined);
  const byKey = new Map(insights.map((insight) => [insight.key, insight]));
  const clips = clipsByInsight(input.clips);
  const documents = new Map(
    insights.map((insight) => [
      insight.key,
      matchDocument(insight, clips.get(insight.key) ?? [], sourceKeyOf),
    ]),
  );
  const index = input.index ?? buildIndex([...documents.values()]);
  const page = matchPageOf(snapshot, sourceKey);

  const onThisPage: OnThisPage[] = insights
    .filter(
      ({ key }) => sourceKey !== undefined && documents.get(key)?.sourceKeys.includes(sourceKey),
    )
    .sort((a, b) => (a.updatedAt === b.updatedAt ? 0 : a.updatedAt < b.updatedAt ? 1 : -1))
    .map((insight) => ({
      insight,
      clips: (clips.get(insight.key) ?? [])
        .filter((clip) => clip.sourceKey === sourceKey)
        .sort(newestFirst),
    }));

  const here = new Set(onThisPage.map(({ insight }) => insight.key));
  const related = matchPage(index, page, {
    limit: relatedLimit + here.size + (dismissed?.size ?? 0),
  })
    .flatMap((match) => {
      const insight = byKey.get(match.key);
      const isShown = insight && !here.has(match.key) && dismissed?.has(match.key) !== true;
      return isShown ? [{ insight, match }] : [];
    })
    .slice(0, relatedLimit);

  const matches = [...here, ...related.map(({ match }) => match.key)].map((key) => ({ key }));
  const counter = counterEvidence({ index, page, matches, documents, links });
  return {
    onThisPage,
    related,
    counterEvidence: saidOnce(counter).flatMap((found) => join(found, byKey)),
  };
}
