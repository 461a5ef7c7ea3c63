import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { aClip, anId, anInsight } from '../../test/support/builders';
import { expectAccessible, render } from '../../test/support/render';
import { TrashView, type Trashed } from './trash-view';

const deletedAt = '2026-03-05T10:00:00.000Z';
const insight = anInsight({ key: anId(7), deletedAt, card: { title: 'Deleted whole' } });
const clip = aClip({ deletedAt, quote: 'Nobody missed the old chart.' });
const moment = aClip({ id: anId(102), deletedAt, quote: '', note: '' });
const draft = anInsight({
  key: anId(8),
  status: 'draft',
  deletedAt,
  card: { title: '', sections: { claim: '' } },
});

function show(insights = [insight], clips = [clip, moment]): Trashed[] {
  const restored: Trashed[] = [];
  render(
    <main>
      <h1>Library</h1>
      <TrashView
        insights={insights}
        clips={clips}
        quoteOf={(key) => (key === draft.key ? clip.quote : undefined)}
        insightTitleOf={(key) =>
          key === clip.insightKey ? 'The first session decides' : undefined
        }
        onRestore={(trashed) => restored.push(trashed)}
      />
    </main>,
  );
  return restored;
}

test('a clip deleted from a living insight is listed with where it belongs, and restored', async () => {
  const restored = show();
  const row = page.getByRole('listitem').filter({ hasText: 'Nobody missed the old chart.' });
  await expect.element(row.getByText('The first session decides')).toBeVisible();
  await userEvent.click(
    page.getByRole('button', { name: 'Restore Nobody missed the old chart.', exact: true }),
  );
  await userEvent.click(page.getByRole('button', { name: 'Restore Deleted whole', exact: true }));
  expect(restored).toEqual([
    { insights: [], clips: [clip.id], documents: [] },
    { insights: [insight.key], clips: [], documents: [] },
  ]);
});

test('a draft without title and claim goes by the quote it was started with', async () => {
  const restored = show([draft], []);
  await userEvent.click(
    page.getByRole('button', { name: 'Restore Nobody missed the old chart.', exact: true }),
  );
  expect(restored).toEqual([{ insights: [draft.key], clips: [], documents: [] }]);
});

test('all of it comes back with one press', async () => {
  const restored = show();
  await userEvent.click(page.getByRole('button', { name: 'Restore all', exact: true }));
  expect(restored).toEqual([
    { insights: [insight.key], clips: [clip.id, moment.id], documents: [] },
  ]);
});

test('with clips alone in it the trash is not called empty', async () => {
  show([], [clip]);
  await expect.element(page.getByText('Nobody missed the old chart.')).toBeVisible();
  expect(page.getByText('The trash is empty').elements()).toEqual([]);
  await expectAccessible();
});

test('with neither it is', async () => {
  show([], []);
  await expect.element(page.getByText('The trash is empty')).toBeVisible();
});
