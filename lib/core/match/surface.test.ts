import { expect, test } from 'vitest';
import { aClip, anId } from '../../../test/support/builders';
import { sampleInsights, samplePage } from '../../../test/support/match-sample';
import type { LinkView } from '../codex/collect-links';
import type { Clip } from '../insight/clip';
import type { Insight } from '../insight/insight';
import type { OpposingLink } from './counter-evidence';
import { matchDocument } from './match-document';
import { buildIndex } from './match-index';
import type { Dismissal } from './dismissal';
import { dismissedTerms } from './dismissal-terms';
import { readPage, type Softened } from './read-page';
import { softenedBy } from './soften';
import { candidateKeys, rankInsights, surface, type SurfaceInput } from './surface';

const insights = sampleInsights();

interface Parts {
  readonly sourceKey?: string;
  readonly insights?: readonly Insight[];
  readonly clips?: readonly Clip[];
  readonly links?: readonly OpposingLink[];
  readonly dismissed?: ReadonlySet<string>;
  readonly softened?: Softened;
}

/** Everything put together as the action does it. */
function surfaced(host: string, parts: Parts = {}) {
  const sourceKey = parts.sourceKey ?? `https://${host}/`;
  const live = (parts.insights ?? insights).filter(({ deletedAt }) => deletedAt === undefined);
  const clips = (parts.clips ?? []).filter(({ deletedAt }) => deletedAt === undefined);
  const documents = live.map((insight) => matchDocument(insight, clips, (url) => url));
  const input: SurfaceInput = {
    index: buildIndex(documents),
    page: { ...samplePage(host), sourceKey },
    here: documents.filter((each) => each.sourceKeys.includes(sourceKey)).map(({ key }) => key),
    dismissed: parts.dismissed ?? new Set(),
    softened: parts.softened ?? new Map(),
  };
  const ranked = rankInsights(input);
  const keys = candidateKeys(input, ranked);
  const links = new Map<string, LinkView[]>();
  const add = (key: string, view: LinkView) => links.set(key, [...(links.get(key) ?? []), view]);
  for (const { from, to, type, why } of parts.links ?? []) {
    const rest = { type: type as LinkView['type'], why, origin: 'person' } as const;
    add(from, { key: to, direction: 'from', ...rest });
    add(to, { key: from, direction: 'to', ...rest });
  }
  const ends = new Set([...keys, ...(parts.links ?? []).flatMap(({ from, to }) => [from, to])]);
  return surface(input, ranked, {
    insights: live.filter(({ key }) => ends.has(key)),
    clips,
    links,
    sourceKeyOf: (url) => url,
  });
}
const decision = 'ins_write-the-decision-before-the-meeting';
const apart = 'ins_a-team-that-starts-remote-writes-better';

test('reasons rest on the reading that the ranking made', () => {
  const input: SurfaceInput = {
    index: buildIndex(insights.map((insight) => matchDocument(insight, [], (url) => url))),
    page: samplePage('slowdesk.example'),
    here: [],
    dismissed: new Set(),
    softened: softenedBy([]),
  };
  const ranked = rankInsights(input);
  const reading = readPage(input.index, input.page);
  const records = { insights, clips: [], links: new Map(), sourceKeyOf: (url: string) => url };
  expect(surface(input, ranked, records).related).not.toEqual([]);
  expect(readPage(input.index, input.page)).toBe(reading);
});

test('related insights with reasons, best first', () => {
  const { onThisPage, related } = surfaced('slowdesk.example');
  expect(onThisPage).toEqual([]);
  expect(related.map(({ insight }) => insight.key).slice(0, 2)).toEqual([decision, apart]);
  for (const { match } of related) expect(match.reasons[0]?.kind).toBe('passage');
});

test('an insight clipped here is on this page and not related, with its clips newest first', () => {
  const sourceKey = 'https://slowdesk.example/';
  const clip = (n: number, capturedAt: string, parts = {}) =>
    aClip({ id: anId(n), insightKey: decision, sourceKey, capturedAt, ...parts });
  const clips = [
    clip(1, '2026-03-01T10:00:00.000Z'),
    clip(2, '2026-03-03T10:00:00.000Z'),
    clip(3, '2026-03-02T10:00:00.000Z', { deletedAt: '2026-03-04T10:00:00.000Z' }),
    clip(4, '2026-03-02T10:00:00.000Z', { sourceKey: 'https://other.example/' }),
  ];
  const found = surfaced('slowdesk.example', { clips });
  expect(found.onThisPage.map(({ insight }) => insight.key)).toEqual([decision]);
  expect(found.onThisPage[0]?.clips.map(({ id }) => id)).toEqual([anId(2), anId(1)]);
  expect(found.related.map(({ insight }) => insight.key)).not.toContain(decision);
  expect(found.counterEvidence.map(({ insight }) => insight.key)).toContain(decision);
});

test('the source of a card counts as this page', () => {
  const first = insights[0]!;
  const { sourceUrl } = first.card;
  const found = surfaced('saltandember.example', { sourceKey: sourceUrl });
  expect(found.onThisPage.map(({ insight }) => insight.key)).toContain(first.key);
  expect(found.related).toEqual([]);
});

test('what was dismissed or lies in the trash is not shown', () => {
  const deletedAt = '2026-03-04T10:00:00.000Z';
  const trashed = insights.map((each) => (each.key === apart ? { ...each, deletedAt } : each));
  const dismissed = new Set([decision]);
  const { related } = surfaced('slowdesk.example', { insights: trashed, dismissed });
  const keys = related.map(({ insight }) => insight.key);
  expect(keys).not.toContain(apart);
  expect(keys).not.toContain(decision);
});

test('what is called not related brings up nothing that was not there', () => {
  // With words of the page in it, an insight is so close that the others are held against it.
  const quote = samplePage('slowdesk.example').passages[5]?.text ?? '';
  const clips = [aClip({ quote, role: 'counter-evidence', insightKey: decision, sourceKey: 'x' })];
  const before = surfaced('slowdesk.example', { clips }).related;
  const keys = before.map(({ insight }) => insight.key);
  expect(keys).toEqual([decision, apart]);
  for (const { insight, match } of before) {
    const softened = softenedBy([{ terms: dismissedTerms(match) } as Dismissal]);
    const dismissed = new Set([insight.key]);
    const left = surfaced('slowdesk.example', { clips, dismissed, softened }).related;
    expect(left.map((each) => each.insight.key)).toEqual(keys.filter((key) => key !== insight.key));
  }
});

test('a contradicting insight comes with both ends; one that is gone is left out', () => {
  const links = [
    { from: apart, to: decision, type: 'contradicts', why: 'x' },
    { from: 'gone', to: decision, type: 'limits', why: 'y' },
  ];
  const { counterEvidence } = surfaced('slowdesk.example', { links });
  expect(counterEvidence[0]).toMatchObject({
    counter: { kind: 'contradicting', key: decision, otherKey: apart },
    insight: { key: decision },
    other: { key: apart },
  });
  expect(counterEvidence.map(({ counter }) => counter.kind).slice(0, 3)).toEqual([
    'contradicting',
    'may-challenge',
    'recorded',
  ]);
});

test('an unrelated page is quiet', () => {
  expect(surfaced('saltandember.example')).toEqual({
    onThisPage: [],
    related: [],
    counterEvidence: [],
  });
});
