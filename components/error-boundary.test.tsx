import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { expectAccessible, render } from '../test/support/render';
import { ErrorBoundary } from './error-boundary';

function Broken(): never {
  throw new Error('a bug');
}

test('a bug leaves a sentence and a way on, and is reported', async () => {
  const reported: unknown[] = [];
  render(
    <main>
      <ErrorBoundary onError={(error) => reported.push(String(error))}>
        <Broken />
      </ErrorBoundary>
    </main>,
  );
  await expect.element(page.getByText(/safe on this device/u)).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Reload' })).toBeVisible();
  expect(reported).toEqual(['Error: a bug']);
  await expectAccessible();
});
