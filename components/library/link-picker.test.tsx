import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { useState } from 'react';
import { pressComposing } from '../../test/support/composing';
import { expectAccessible, render } from '../../test/support/render';
import { LinkPicker, type LinkCandidate } from './link-picker';

const candidates: readonly LinkCandidate[] = [
  { key: 'one', title: 'Buyers decide renewal', operator: 'Tobias Wennerqvist' },
  { key: 'two', title: 'Busy people churn', operator: 'Ines Varga', linked: 'Linked already' },
  { key: 'three', title: `${'Averylongword'.repeat(12)} פגישה`, operator: '' },
];

/** What was linked; the picker closes with it. */
function Host({ linked, closest }: { linked: string[]; closest?: readonly LinkCandidate[] }) {
  const [found, setFound] = useState(closest);
  const [open, setOpen] = useState(true);
  return (
    <main>
      <h1>Library</h1>
      <button type="button" onClick={() => setFound(candidates)}>
        arrive
      </button>
      {open ? (
        <LinkPicker
          title="First sessions"
          closest={found}
          find={(query) => candidates.filter(({ title }) => title.toLowerCase().includes(query))}
          onLink={(key, { type, direction }) => linked.push(`${key} ${type} ${direction}`)}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </main>
  );
}

function show(closest: readonly LinkCandidate[] | undefined = candidates): string[] {
  const linked: string[] = [];
  render(<Host linked={linked} {...(closest && { closest })} />);
  return linked;
}

const list = page.getByRole('listbox', { name: 'Closest insights' });

beforeEach(() => page.viewport(1100, 900));

test.each([
  ['{Enter}', 'one related out'],
  ['s', 'one supports out'],
  ['c', 'one contradicts out'],
  ['l', 'one limits out'],
  ['d', 'one duplicates out'],
  ['{Shift>}L{/Shift}', 'one limits in'],
  ['{ArrowDown}c', 'two contradicts out'],
  ['jjk{Enter}', 'two related out'],
])('%s links as %s, and closes', async (keys, link) => {
  const linked = show();
  await expect.element(list).toHaveFocus();
  await userEvent.keyboard(keys);
  expect(linked).toEqual([link]);
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
});

test('typing narrows, Enter links what is found, and the list is one key away', async () => {
  const linked = show();
  await expect.element(list).toHaveFocus();
  await userEvent.keyboard('/busy');
  await expect.poll(() => page.getByRole('option').elements().length).toBe(1);
  await userEvent.keyboard('{ArrowDown}{Shift>}S{/Shift}');
  expect(linked).toEqual(['two supports in']);
});

test('Enter that takes what an input method offers links nothing yet', async () => {
  const linked = show();
  const search = page.getByRole('searchbox');
  await userEvent.fill(search, 'busy');
  pressComposing(search.element(), 'Enter');
  expect(linked).toEqual([]);
  await userEvent.keyboard('{Enter}');
  expect(linked).toEqual(['two related out']);
});

test('a key pressed before the candidates are there links the first once they are', async () => {
  const linked: string[] = [];
  render(<Host linked={linked} />);
  await expect.element(page.getByText('Looking for the closest insights…')).toBeVisible();
  await userEvent.keyboard('c');
  expect(linked).toEqual([]);
  document.querySelector('button')?.click();
  await expect.poll(() => linked).toEqual(['one contradicts out']);
});

test('Esc leaves everything as it was', async () => {
  const linked = show();
  await expect.element(list).toHaveFocus();
  await userEvent.keyboard('{Escape}');
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  expect(linked).toEqual([]);
});

test('it is accessible, and at 320 pixels nothing is wider than the page', async () => {
  await page.viewport(320, 640);
  show();
  await expect.element(list).toHaveFocus();
  await expectAccessible();
  const dialog = document.querySelector('dialog');
  expect(dialog?.scrollWidth).toBeLessThanOrEqual(dialog?.clientWidth ?? 0);
});
