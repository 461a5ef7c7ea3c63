import { expect, it, vi } from 'vitest';
import { anInsight, aSnapshot, passagesOf } from '../../test/support/builders';
import { createMemoryIndex } from '../../test/support/memory-index';
import { testPorts } from '../../test/support/ports';
import { matchPageOf } from '../core/match/match-document';
import { countMatches } from './count-matches';
import { dismissMatch } from './dismiss-match';
import { createIndexKeeper } from './index-keeper';
import { surfacePage } from './surface-page';

const touched = aSnapshot({
  url: 'https://other.example/report',
  passages: passagesOf(
    'People who reach their first result within one session come back, and those who do not reach a first result in the first session rarely come back at all.',
  ),
});

const untouched = aSnapshot({
  url: 'https://other.example/tides',
  passages: passagesOf('The harbour master reads the tide tables aloud before breakfast.'),
});

async function library() {
  const ports = testPorts();
  await ports.store.importInsights({ added: [anInsight()], updated: [] });
  const notes = createMemoryIndex(ports.store);
  const index = await createIndexKeeper(notes).current();
  return { ports, notes, index };
}

it('counts what the popup would show, for a page of its own and for another', async () => {
  const { notes, index } = await library();
  expect(await countMatches(notes, index, matchPageOf(touched), [])).toBe(1);
  const own = matchPageOf(aSnapshot());
  const { insights } = await notes.notesOfSource(own.sourceKey);
  expect(await countMatches(notes, index, own, insights)).toBe(1);
});

it('looks nothing up for a page that touches nothing', async () => {
  const { notes, index } = await library();
  const asked = [vi.spyOn(notes, 'dismissals'), vi.spyOn(notes, 'notesOfSource')];
  expect(await countMatches(notes, index, matchPageOf(untouched), [])).toBe(0);
  for (const ask of asked) expect(ask).not.toHaveBeenCalled();
});

it('leaves out what was called not related', async () => {
  const { ports, notes, index } = await library();
  const [found] = (await surfacePage(notes, index, matchPageOf(touched))).related;
  if (!found) expect.unreachable();
  await dismissMatch(ports, touched, found.match);
  expect(await countMatches(notes, index, matchPageOf(touched), [])).toBe(0);
});
