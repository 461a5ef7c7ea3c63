import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { expectAccessible, render } from '../test/support/render';
import { SourceLine } from './source-line';

test('names who, where and when, and leads to the source', async () => {
  render(
    <main>
      <SourceLine
        operator="Mira Oyelaran"
        title="On first sessions"
        date="2026-01"
        href="https://essays.tidewater.example/a"
      />
    </main>,
  );
  const link = page.getByRole('link', { name: 'On first sessions' });
  await expect.element(link).toHaveAttribute('href', 'https://essays.tidewater.example/a');
  await expect.element(link).toHaveAttribute('rel', 'noopener noreferrer');
  await expectAccessible();
});

test('the host stands in for a title, and an unknown date is left out', async () => {
  const host = render(<SourceLine date="unknown" href="https://essays.tidewater.example/a" />);
  await expect.element(page.getByRole('link')).toHaveTextContent('essays.tidewater.example');
  expect(host.textContent).toBe('essays.tidewater.example');
});

test.each(['javascript:alert(1)', 'data:text/html,x', 'file:///etc/hosts', 'not an address'])(
  'an address that is not http(s) is no link: %s',
  async (href) => {
    render(<SourceLine title="A title" href={href} />);
    await expect.element(page.getByText('A title')).toBeVisible();
    expect(page.getByRole('link').elements()).toEqual([]);
  },
);
