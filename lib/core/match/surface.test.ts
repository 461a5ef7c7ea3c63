import { expect, test } from 'vitest';
import { aClip, anId } from '../../../test/support/builders';
import { sampleInsights, samplePage } from '../../../test/support/match-sample';
import type { PageSnapshot } from '../source/snapshot';
import { surface, type SurfaceInput } from './surface';

const insights = sampleInsights();
const snapshotOf = (host: string): PageSnapshot => {
  const { passages } = samplePage(host);
  const text = passages.map((passage) => passage.text).join('\n');
  return { url: `https://${host}/`, metadata: {}, text, passages: [...passages] };
};
const input = (host: string, parts: Partial<SurfaceInput> = {}): SurfaceInput => ({
  snapshot: snapshotOf(host),
  sourceKey: `https://${host}/`,
  insights,
  clips: [],
  links: [],
  sourceKeyOf: (url) => url,
  ...parts,
});
const decision = 'ins_write-the-decision-before-the-meeting';
const apart = 'ins_a-team-that-starts-remote-writes-better';

test('related insights with reasons, best first', () => {
  const { onThisPage, related } = surface(input('slowdesk.example'));
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
  const found = surface(input('slowdesk.example', { clips }));
  expect(found.onThisPage.map(({ insight }) => insight.key)).toEqual([decision]);
  expect(found.onThisPage[0]?.clips.map(({ id }) => id)).toEqual([anId(2), anId(1)]);
  expect(found.related.map(({ insight }) => insight.key)).not.toContain(decision);
  expect(found.counterEvidence.map(({ insight }) => insight.key)).toContain(decision);
});

test('the source of a card counts as this page', () => {
  const first = insights[0]!;
  const { sourceUrl } = first.card;
  const found = surface(input('saltandember.example', { sourceKey: sourceUrl }));
  expect(found.onThisPage.map(({ insight }) => insight.key)).toContain(first.key);
  expect(found.related).toEqual([]);
});

test('what was dismissed or lies in the trash is not shown', () => {
  const deletedAt = '2026-03-04T10:00:00.000Z';
  const trashed = insights.map((each) => (each.key === apart ? { ...each, deletedAt } : each));
  const dismissed = new Set([decision]);
  const { related } = surface(input('slowdesk.example', { insights: trashed, dismissed }));
  const keys = related.map(({ insight }) => insight.key);
  expect(keys).not.toContain(apart);
  expect(keys).not.toContain(decision);
});

test('a contradicting insight comes with both ends; one that is gone is left out', () => {
  const links = [
    { from: apart, to: decision, type: 'contradicts', why: 'x' },
    { from: 'gone', to: decision, type: 'limits', why: 'y' },
  ];
  const { counterEvidence } = surface(input('slowdesk.example', { links }));
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
  expect(surface(input('saltandember.example'))).toEqual({
    onThisPage: [],
    related: [],
    counterEvidence: [],
  });
});
