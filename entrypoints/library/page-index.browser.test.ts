import { expect, test } from 'vitest';
import type { Clip } from '@/lib/core/insight/clip';
import type { Insight } from '@/lib/core/insight/insight';
import { aClip, anInsight } from '../../test/support/builders';
import { createPageIndex, type PageIndex } from './page-index';

const titled = (key: string, title: string, updatedAt = '2026-03-02T10:00:00.000Z') =>
  anInsight({ key, updatedAt, card: { title, domain: [] } });

const follow = (index: PageIndex, insights: readonly Insight[], clips: readonly Clip[] = []) =>
  new Promise<void>((resolve) => {
    index.follow(
      insights,
      Map.groupBy(clips, ({ insightKey }) => insightKey),
      resolve,
    );
  });
const keys = (index: PageIndex, query: string) => index.search(query).hits.map(({ key }) => key);

test('follows what is added, changed, clipped and removed', async () => {
  const index = createPageIndex();
  const many = Array.from({ length: 50 }, (_, n) => titled(`n${n}`, `Harbour ${n}`));
  await follow(index, many);
  expect(keys(index, 'title:harbour ')).toHaveLength(50);

  const changed = titled('n1', 'Lantern', '2026-03-02T10:00:01.000Z');
  const rest = many.slice(2);
  await follow(index, [changed, ...rest]);
  expect(keys(index, 'lantern')).toEqual(['n1']);
  expect(keys(index, 'title:harbour ')).toHaveLength(48);

  await follow(index, [changed], [aClip({ insightKey: 'n1', quote: 'A quote about meadows.' })]);
  expect(keys(index, 'evidence:meadow')).toEqual(['n1']);
  expect(keys(index, '')).toEqual(['n1']);
});

test('facets and tags follow too', async () => {
  const index = createPageIndex();
  const draft = anInsight({ key: 'a', status: 'draft', card: { domain: ['pricing'] } });
  await follow(index, [draft]);
  expect(keys(index, 'status:draft tag:pric')).toEqual(['a']);
  await follow(index, [{ ...draft, status: 'ready' }]);
  expect(keys(index, 'status:draft')).toEqual([]);
});

test('what is given up half-way is gone on with', async () => {
  const index = createPageIndex();
  const many = Array.from({ length: 200 }, (_, n) => titled(`n${n}`, `Harbour ${n}`));
  let calls = 0;
  const giveUp = index.follow(many, new Map(), () => (calls += 1));
  giveUp();
  await follow(index, many);
  expect(keys(index, 'harbour')).toHaveLength(200);
  expect(calls).toBe(0);
});
