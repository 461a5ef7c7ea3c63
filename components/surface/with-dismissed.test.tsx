import { expect, test } from 'vitest';
import { anId } from '../../test/support/builders';
import { nothingSurfaced } from '../../test/support/surface-api';
import { severalRelated } from '../../test/support/surfaced';
import { withDismissed, type Dismissed } from './with-dismissed';

const taken = (index: number, id: string | undefined = anId(301)): Dismissed => {
  const item = severalRelated[index];
  if (!item) throw new Error(`there is no match ${index}`);
  return { item, index, counter: [], id };
};

const titles = (related: typeof severalRelated, ...dismissed: Dismissed[]) =>
  withDismissed({ ...nothingSurfaced, related }, dismissed).related.map(
    (row) => (row.dismissed ? '- ' : '') + row.insight.card.title,
  );

test('a line stands in the place of its match, before and after a new surfacing', () => {
  expect(titles(severalRelated, taken(1))).toEqual(['One', '- Two', 'Three']);
  expect(titles(severalRelated.toSpliced(1, 1), taken(1))).toEqual(['One', '- Two', 'Three']);
});

test('a line whose place the list no longer reaches comes last', () => {
  expect(titles([], taken(2))).toEqual(['- Three']);
  expect(titles([], taken(2), taken(0))).toEqual(['- One', '- Three']);
});

test('a match that is found again stands where it is found', () => {
  const back = { ...taken(0), id: undefined };
  expect(titles(severalRelated.toReversed(), back)).toEqual(['Three', 'Two', 'One']);
});

test('an insight that belongs to this page by now has no line', () => {
  const { insight } = taken(1).item;
  const surfacing = { ...nothingSurfaced, onThisPage: [{ insight, clips: [] }] };
  expect(withDismissed(surfacing, [taken(1)]).related).toEqual([]);
});
