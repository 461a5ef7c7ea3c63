import type { LinkView } from '../codex/collect-links';
import { idResolver } from '../codex/id-resolver';
import { titledText } from '../codex/lists';
import type { Clip } from '../insight/clip';
import type { Insight } from '../insight/insight';
import { counterEvidence, type OpposingLink } from './counter-evidence';
import { explain } from './explain';
import type { CounterEvidence, MatchDocument, MatchPage, RankedMatch, Reason } from './match';
import { matchDocument } from './match-document';
import type { MatchIndex } from './match-index';
import { matchPage } from './match-page';
import type { Softened } from './read-page';
import type { OnThisPage, RelatedInsight, SurfacedCounterEvidence, Surfacing } from './surfacing';

/** The most related insights that are shown, and how many of them come first. */
const relatedLimit = 8;
const firstLimit = 2;

/** The page, the library and what the person said of both: what matches depend on. */
export interface SurfaceInput {
  readonly index: MatchIndex;
  readonly page: MatchPage;
  /** The insights that this very source gave rise to, by key. */
  readonly here: readonly string[];
  /** Keys of insights that the person called not related to this source. */
  readonly dismissed: ReadonlySet<string>;
  readonly softened: Softened;
}

/** The records that the keys of `candidateKeys` and their links lead to; more does no harm. */
export interface SurfaceRecords {
  readonly insights: readonly Insight[];
  /** Clips outside the trash. */
  readonly clips: readonly Clip[];
  /** Every link of these insights, by insight. */
  readonly links: ReadonlyMap<string, readonly LinkView[]>;
  /** The source key of an address, as it is for pages. */
  readonly sourceKeyOf: (url: string) => string | undefined;
}

/**
 * The insights a page touches that come into question, likeliest first. What was called not related takes
 * insights away and never brings one up: the others are held against the closest, which may then be less
 * close.
 */
export function rankInsights(input: SurfaceInput): RankedMatch[] {
  const { index, page, here, dismissed, softened } = input;
  // Some of the closest may turn out not to be quotable.
  const limit = 2 * relatedLimit + here.length + dismissed.size;
  const all = matchPage(index, page, { limit });
  const before = new Set(all.map(({ key }) => key));
  // Last, since the reasons rest on this reading of the page, and only one is kept.
  const ranked = softened.size === 0 ? all : matchPage(index, page, { limit, softened });
  return ranked.filter(({ key }) => before.has(key) && !dismissed.has(key));
}

/** The keys of the insights that `surface` asks for: those of this source, and the closest. */
export function candidateKeys(input: SurfaceInput, ranked: readonly RankedMatch[]): string[] {
  return [...new Set([...input.here, ...ranked.map(({ key }) => key)])];
}

function newestFirst(a: Clip, b: Clip): number {
  if (a.capturedAt !== b.capturedAt) return a.capturedAt < b.capturedAt ? 1 : -1;
  return a.id < b.id ? 1 : -1;
}

function join(counter: CounterEvidence, { insights, keyOf }: ByKey): SurfacedCounterEvidence[] {
  const isLink = counter.kind === 'contradicting';
  const insight = insights.get(counter.key);
  const other = isLink ? insights.get(counter.otherKey) : undefined;
  if (!insight || (isLink && !other)) return [];
  const titleOf = (id: string) => insights.get(keyOf(id, insight.collection) ?? '')?.card.title;
  const titled = titledText((isLink ? counter.why : counter.text) ?? '', titleOf);
  return [{ counter, insight, other, titled }];
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

/** Every link once, from the end it starts from. */
function opposingLinks(links: SurfaceRecords['links']): OpposingLink[] {
  return [...links].flatMap(([from, views]) =>
    views.flatMap(({ key: to, direction, type, why, documents }) =>
      to === undefined || direction === 'to'
        ? []
        : [{ from, to, type, why, document: documents?.[0]?.title }],
    ),
  );
}

/** That an insight is linked to others that the page touches. */
function linkReasons(
  key: string,
  touched: ReadonlySet<string>,
  links: SurfaceRecords['links'],
): Reason[] {
  const reasons = new Map<string, Reason>();
  for (const { key: other, type } of links.get(key) ?? []) {
    if (other === undefined || other === key || !touched.has(other)) continue;
    if (!reasons.has(other)) reasons.set(other, { kind: 'linked', key: other, type });
  }
  return [...reasons.values()];
}

/** The records by key, and the insights as the engine reads them. */
function byKey({ insights: all, clips, sourceKeyOf }: Omit<SurfaceRecords, 'links'>) {
  const insights = new Map(all.map((insight) => [insight.key, insight]));
  const clipsOf = Map.groupBy(clips, ({ insightKey }) => insightKey);
  const documents = new Map<string, MatchDocument>();
  for (const insight of insights.values()) {
    const own = clipsOf.get(insight.key) ?? [];
    documents.set(insight.key, matchDocument(insight, own, sourceKeyOf));
  }
  return { insights, clipsOf, documents, keyOf: idResolver(all) };
}

type ByKey = ReturnType<typeof byKey>;

function onPage({ here, page: { sourceKey } }: SurfaceInput, { insights, clipsOf }: ByKey) {
  return [...new Set(here)]
    .flatMap((key) => insights.get(key) ?? [])
    .sort((a, b) => (a.updatedAt === b.updatedAt ? 0 : a.updatedAt < b.updatedAt ? 1 : -1))
    .map((insight): OnThisPage => ({
      insight,
      clips: (clipsOf.get(insight.key) ?? [])
        .filter((clip) => clip.sourceKey === sourceKey)
        .sort(newestFirst),
    }));
}

/** The closest that can be quoted, with the reasons that lie in the texts; `known` are not read again. */
function relatedTo(
  { index, page, here, softened }: SurfaceInput,
  ranked: readonly RankedMatch[],
  { insights, documents }: ByKey,
  most: number,
  known: readonly RelatedInsight[] = [],
): RelatedInsight[] {
  const passedOver = new Set([...here, ...known.map(({ insight }) => insight.key)]);
  const related = [...known];
  for (const match of ranked) {
    if (related.length >= most) break;
    const insight = insights.get(match.key);
    const document = documents.get(match.key);
    if (!insight || !document || passedOver.has(match.key)) continue;
    const reasons = explain(index, page, document, softened);
    if (reasons.length > 0) related.push({ insight, match: { ...match, reasons } });
  }
  return related;
}

/**
 * What `surface` will begin with, before links are read: a person need not wait for the rest. Undefined
 * where there is nothing to begin with.
 */
export function surfaceFirst(
  input: SurfaceInput,
  ranked: readonly RankedMatch[],
  records: Omit<SurfaceRecords, 'links'>,
): Surfacing | undefined {
  const found = byKey(records);
  const onThisPage = onPage(input, found);
  const related = relatedTo(input, ranked, found, firstLimit);
  if (onThisPage.length + related.length === 0) return undefined;
  return { onThisPage, related, counterEvidence: [] };
}

/**
 * What to show for a page: insights that this very source gave rise to (newest change first), related
 * ones by score, and what argues against either. An insight stands in one of the first two lists only.
 * `first` is what `surfaceFirst` gave for the same, if it was asked.
 */
export function surface(
  input: SurfaceInput,
  ranked: readonly RankedMatch[],
  records: SurfaceRecords,
  first?: Surfacing,
): Surfacing {
  const { index, page, softened } = input;
  const { links } = records;
  const found = byKey(records);
  const { documents } = found;
  const onThisPage = onPage(input, found);
  const here = onThisPage.map(({ insight }) => insight.key);
  const explained = relatedTo(input, ranked, found, relatedLimit, first?.related);
  const touched = new Set([...here, ...explained.map(({ match }) => match.key)]);
  const related = explained.map(({ insight, match }) => {
    const reasons = [...match.reasons, ...linkReasons(match.key, touched, links)];
    return { insight, match: { ...match, reasons } };
  });

  const counter = counterEvidence({
    index,
    page,
    matches: [...touched].map((key) => ({ key })),
    documents,
    links: opposingLinks(links),
    softened,
  });
  return {
    onThisPage,
    related,
    counterEvidence: saidOnce(counter).flatMap((each) => join(each, found)),
  };
}
