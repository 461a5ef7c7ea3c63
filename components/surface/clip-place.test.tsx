import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { aClip, aSnapshot } from '../../test/support/builders';
import { render } from '../../test/support/render';
import { fakeSurface } from '../../test/support/surface-api';
import ClipPlace from './clip-place';
import type { ClipPlaceState, SurfaceFailure } from './surface-api';

const inView = { tabId: 7, snapshot: aSnapshot() };

async function show(clipPlace: ClipPlaceState, failure?: SurfaceFailure) {
  const fake = fakeSurface({ clipPlace });
  render(<ClipPlace api={fake.api} page={inView} clip={aClip()} />);
  await expect.element(page.getByRole('button').first()).toBeInTheDocument();
  fake.failure = failure;
  return fake;
}

test('a clip in its place is shown on the page', async () => {
  const fake = await show({ state: 'found' });
  await page.getByRole('button', { name: 'Show on page' }).click();
  expect(fake.calls.at(-1)?.[0]).toBe('showClip');
  await expect.element(page.getByText(/These words have changed/)).not.toBeInTheDocument();
});

test('edited words are told apart, old and new', async () => {
  await show({
    state: 'changed',
    parts: [
      { kind: 'same', text: 'two ' },
      { kind: 'old', text: 'ledgers' },
      { kind: 'new', text: 'books' },
    ],
  });
  await expect.element(page.getByRole('deletion')).toHaveTextContent('ledgers');
  await expect.element(page.getByRole('insertion')).toHaveTextContent('books');
});

test('a missing clip can be attached to what is selected', async () => {
  const fake = await show({ state: 'missing' });
  await expect.element(page.getByText(/no longer on the page/)).toBeInTheDocument();
  await page.getByRole('button', { name: 'Attach to what is selected' }).click();
  expect(fake.calls.at(-1)?.[0]).toBe('reattach');
  await expect
    .element(page.getByText('Attached. Where it was before is kept.'))
    .toBeInTheDocument();
});

test('says what to do first when nothing is selected', async () => {
  await show({ state: 'missing' }, { kind: 'nothing-selected' });
  await page.getByRole('button', { name: 'Attach to what is selected' }).click();
  await expect.element(page.getByText(/Select the words in the page first/)).toBeInTheDocument();
});

test.each([
  ['absent', 1],
  ['exact', 0],
  ['normalised', 0],
] as const)(
  'a clip whose words were %s on the page says so only where they were not',
  async (verified, count) => {
    const fake = fakeSurface({ clipPlace: { state: 'missing' } });
    render(<ClipPlace api={fake.api} page={inView} clip={aClip({ origin: 'typed', verified })} />);
    await expect.element(page.getByText(/no longer on the page/)).toBeInTheDocument();
    expect(page.getByText('Not on the page when it was clipped').elements()).toHaveLength(count);
  },
);

test('what is heard is not asked of the page', async () => {
  const fake = fakeSurface({ clipPlace: { state: 'missing' } });
  const clip = aClip({ origin: 'transcript', verified: 'absent' });
  render(<ClipPlace api={fake.api} page={inView} clip={clip} />);
  await expect.element(page.getByText(/no longer on the page/)).toBeInTheDocument();
  expect(page.getByText('Not on the page when it was clipped').elements()).toEqual([]);
});
