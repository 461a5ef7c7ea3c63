import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { expectAccessible, render } from '../test/support/render';
import { QuoteFormSettings } from './library/quote-form-settings';
import { QuoteCheck } from './quote-check';

test.each([
  ['exact', 'Verbatim'],
  ['normalised', 'Verbatim but for spacing and punctuation'],
  ['absent', 'Not on the page when it was clipped'],
  [undefined, 'Not checked against the page'],
] as const)('says what is known of a quote: %s', async (verified, words) => {
  render(<QuoteCheck verified={verified} />);
  await expect.element(page.getByText(words, { exact: true })).toBeVisible();
  expect(page.getByRole('link').elements()).toHaveLength(0);
});

test('leads to the words, where an address does', async () => {
  const href = 'https://a.example/#:~:text=a';
  render(<QuoteCheck verified="exact" href={href} />);
  await expect
    .element(page.getByRole('link', { name: 'Open the page at these words' }))
    .toHaveAttribute('href', href);
});

test('what cards say of quotes is chosen one by one', async () => {
  const asked: unknown[] = [];
  render(
    <main>
      <h1>Settings</h1>
      <h2>Settings</h2>
      <QuoteFormSettings
        form={{ link: true, verified: false }}
        onChoose={(change) => asked.push(change)}
      />
    </main>,
  );
  const link = page.getByRole('checkbox', { name: 'Link the place to the very words' });
  await expect.element(link).toBeChecked();
  await link.click();
  await page.getByRole('checkbox', { name: 'Say whether the page had the words' }).click();
  expect(asked).toEqual([{ link: false }, { verified: true }]);
  await expectAccessible();
});
