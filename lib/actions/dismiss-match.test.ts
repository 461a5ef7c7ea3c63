import { expect, it } from 'vitest';
import { anInsight, aSnapshot, passagesOf } from '../../test/support/builders';
import { createMemoryIndex } from '../../test/support/memory-index';
import { testPorts } from '../../test/support/ports';
import { matchPageOf } from '../core/match/match-document';
import { pageKey } from '../core/source/page-key';
import { dismissMatch } from './dismiss-match';
import { createIndexKeeper } from './index-keeper';
import { surfacePage } from './surface-page';

/** A page that says much the same as the insight, under another address. */
const page = aSnapshot({
  url: 'https://other.example/report',
  passages: passagesOf(
    'Our cohort study followed newcomers for a year.',
    'People who reach their first result within one session come back, and those who do not reach a first result in the first session rarely come back at all.',
    'The first session decides whether a person stays.',
  ),
});

it('leaves the insight out on that page only, until it is taken back', async () => {
  const ports = testPorts();
  const claim = anInsight();
  await ports.store.importInsights({ added: [claim], updated: [] });
  const notes = createMemoryIndex(ports.store);
  const keeper = createIndexKeeper(notes);
  const related = async (snapshot: typeof page) =>
    (await surfacePage(notes, await keeper.current(), matchPageOf(snapshot))).related;

  const [shown] = await related(page);
  if (!shown) throw new Error('the page touches the insight');
  const dismissed = await dismissMatch(ports, page, shown.match);
  if (!dismissed.ok) throw new Error(dismissed.error.kind);

  const [stored] = await ports.store.allDismissals();
  expect(stored).toMatchObject({ insightKey: claim.key, sourceKey: pageKey(page) });
  expect(stored?.terms.length).toBeGreaterThan(0);
  expect(await related(page)).toEqual([]);
  const elsewhere = await related({ ...page, url: 'https://third.example/' });
  expect(elsewhere.map(({ insight }) => insight.key)).toEqual([claim.key]);
  expect(elsewhere[0]?.match.score).toBeLessThan(shown.match.score);

  await ports.store.undismiss(dismissed.value);
  expect(await related(page)).toEqual([shown]);
});
