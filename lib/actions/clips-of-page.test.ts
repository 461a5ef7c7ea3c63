import { expect, test } from 'vitest';
import { aClip, anInsight } from '../../test/support/builders';
import { clipsOfPage } from './clips-of-page';
import type { Clip } from '../core/insight/clip';

/** A store that notes what it is asked. */
function noting(clips: readonly Clip[]) {
  const asked: string[] = [];
  return {
    asked,
    clipsOfSource(key: string) {
      asked.push(`clips of ${key}`);
      return Promise.resolve([...clips]);
    },
    getInsight(key: string) {
      asked.push(`insight ${key}`);
      return Promise.resolve(anInsight({ key }));
    },
  };
}

test('a page without clips costs one look-up', async () => {
  const store = noting([]);
  expect(await clipsOfPage(store, 'https://long.example/page?utm_source=x#part')).toEqual([]);
  expect(store.asked).toEqual(['clips of https://long.example/page']);
});

test('an address that is no page costs none', async () => {
  const store = noting([]);
  expect(await clipsOfPage(store, 'about:blank')).toEqual([]);
  expect(store.asked).toEqual([]);
});

test('five hundred clips of one insight cost one look-up more', async () => {
  const clips = Array.from({ length: 500 }, () => aClip());
  const store = noting(clips);
  expect(await clipsOfPage(store, 'https://long.example/page')).toHaveLength(500);
  expect(store.asked).toHaveLength(2);
});
