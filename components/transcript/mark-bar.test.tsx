import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { expectAccessible, render } from '../../test/support/render';
import { MarkBar } from './mark-bar';

function show(mark: string | undefined, since?: number): string[] {
  const asked: string[] = [];
  render(
    <main>
      <h1>Page</h1>
      <MarkBar
        mark={mark}
        since={since}
        onMark={() => asked.push('mark')}
        onClip={() => asked.push('clip')}
        onRemove={() => asked.push('remove')}
      />
    </main>,
  );
  return asked;
}

const clip = page.getByRole('button', { name: 'Clip since the mark' });

test.each([
  [0, 'Marked at 00:01:40'],
  [1, 'Marked at 00:01:40, 1 s ago'],
  [59, 'Marked at 00:01:40, 59 s ago'],
  [125, 'Marked at 00:01:40, 2 min 5 s ago'],
  [-12, 'Marked at 00:01:40, 12 s ahead'],
  [undefined, 'Marked at 00:01:40'],
])('%s seconds since the mark', async (since, text) => {
  show('00:01:40', since);
  await expect.element(page.getByText(text, { exact: true })).toBeVisible();
});

test('marks, then clips, by the keyboard', async () => {
  const asked = show('00:01:40', 3);
  const mark = page.getByRole('button', { name: 'Mark this moment' });
  await expect.element(mark).toBeVisible();
  await userEvent.tab();
  await expect.element(mark).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await userEvent.tab();
  await expect.element(clip).toHaveFocus();
  await userEvent.keyboard(' ');
  expect(asked).toEqual(['mark', 'clip']);
  await expectAccessible();
});

test('removes the mark, and the focus is where the next one is set', async () => {
  const asked = show('00:01:40', 3);
  await page.getByRole('button', { name: 'Remove the mark' }).click();
  expect(asked).toEqual(['remove']);
  await expect.element(page.getByRole('button', { name: 'Mark this moment' })).toHaveFocus();
});

test('without a mark there is nothing to clip from', async () => {
  const asked = show(undefined);
  await expect.element(clip).toHaveAttribute('aria-disabled', 'true');
  await clip.click({ force: true });
  expect(asked).toEqual([]);
  await expect.element(clip).toHaveFocus();
  await expect
    .element(page.getByRole('button', { name: 'Remove the mark' }))
    .not.toBeInTheDocument();
});
