import { expect, test } from 'vitest';
import { aSnapshot } from '../../test/support/builders';
import { err, ok, type Result } from '../core/result';
import type { PageSnapshot } from '../core/source/snapshot';
import { markMoment } from './mark-moment';
import type { PageFailure } from './ports';

async function mark(page: Result<PageSnapshot, PageFailure>) {
  const set: unknown[][] = [];
  const ports = {
    pages: { readPage: () => Promise.resolve(page) },
    marks: {
      set: (...call: unknown[]) => {
        set.push(call);
        return Promise.resolve();
      },
    },
  };
  return { marked: await markMoment(ports, 7), set };
}

const player = { kind: 'audio', currentTime: 100.5, playing: true } as const;

test('marks where the player is, under the source of the page', async () => {
  const snapshot = aSnapshot({ url: 'https://longwave.example/12', playback: player });
  const { marked, set } = await mark(ok(snapshot));
  expect(marked).toEqual(ok(100.5));
  expect(set).toEqual([[7, 'https://longwave.example/12', 100.5]]);
});

test.each([
  ['nothing was started', aSnapshot({}), 'nothing-playing'],
  [
    'the player stands in a frame of another site',
    aSnapshot({ playersElsewhere: ['player.example'] }),
    'player-elsewhere',
  ],
  ['an advert plays', aSnapshot({ playback: { ...player, advert: true } }), 'advert-playing'],
])('marks nothing where %s, and says so', async (_name, snapshot, kind) => {
  const { marked, set } = await mark(ok(snapshot));
  expect(marked).toEqual(err({ kind }));
  expect(set).toEqual([]);
});

test('a page that cannot be read is told as that', async () => {
  expect((await mark(err({ kind: 'page-not-granted' }))).marked).toEqual(
    err({ kind: 'page-not-granted' }),
  );
});
