import { expect, test } from 'vitest';
import { aClip, anId, anInsight } from '../../test/support/builders';
import { withRemoved } from './on-this-page-rows';

const one = anInsight({ key: anId(1) });
const two = anInsight({ key: anId(2) });
const older = aClip({ id: anId(11), insightKey: one.key, capturedAt: '2026-03-02T10:00:00.000Z' });
const newer = aClip({ id: anId(12), insightKey: one.key, capturedAt: '2026-03-02T11:00:00.000Z' });
const other = aClip({ id: anId(13), insightKey: two.key });

const shape = (groups: ReturnType<typeof withRemoved>) =>
  groups.map(({ insight, rows }) => [insight.key, ...rows.map((r) => [r.clip.id, r.removed])]);

test('a clip taken back keeps its place among the others', () => {
  const left = [{ insight: one, clips: [older] }];
  const rows = withRemoved(left, [{ clip: newer, insight: one, index: 0 }], undefined);
  expect(shape(rows)).toEqual([[one.key, [newer.id, true], [older.id, false]]]);
});

test('clips of the same moment keep their places, whichever is taken back', () => {
  const same = aClip({ id: anId(10), insightKey: one.key, capturedAt: older.capturedAt });
  const both = withRemoved([{ insight: one, clips: [older, same] }], [], undefined);
  expect(shape(both)).toEqual([[one.key, [older.id, false], [same.id, false]]]);
  const taken = { clip: older, insight: one, index: 0 };
  const left = withRemoved([{ insight: one, clips: [same] }], [taken], undefined);
  expect(shape(left)).toEqual([[one.key, [older.id, true], [same.id, false]]]);
});

test('a group that went with its last clip stays where it was', () => {
  const left = [{ insight: two, clips: [other] }];
  const rows = withRemoved(left, [{ clip: newer, insight: one, index: 0 }], undefined);
  expect(shape(rows)).toEqual([
    [one.key, [newer.id, true]],
    [two.key, [other.id, false]],
  ]);
});

test('a clip taken back but still listed is shown once, as taken back', () => {
  const stale = [{ insight: one, clips: [newer] }];
  const rows = withRemoved(stale, [{ clip: newer, insight: one, index: 0 }], undefined);
  expect(shape(rows)).toEqual([[one.key, [newer.id, true]]]);
});

test('the clip just saved has its own card, and its group goes when nothing else is in it', () => {
  const groups = [
    { insight: one, clips: [newer] },
    { insight: two, clips: [] },
  ];
  expect(shape(withRemoved(groups, [], newer.id))).toEqual([[two.key]]);
});
