import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { expectAccessible, render } from '../../test/support/render';
import { ClosestClaims, type ShownClosest } from './closest-claims';

const own: ShownClosest = {
  key: 'one',
  title: 'The first session decides whether a person stays',
  claim: 'People who reach their first result within one session come back.',
  operator: 'Mira Oyelaran',
  terms: ['session', 'first'],
  sameOperator: true,
  sameSource: true,
  href: '#/insight/one',
};
const codex: ShownClosest = {
  ...own,
  key: 'two',
  title: 'ההפעלה הראשונה מכריעה',
  sameOperator: false,
  sameSource: false,
  collection: 'A public codex',
  href: '#/insight/two',
};

test.each([1280, 320])('at %i pixels: accessible, no wider than the page', async (width) => {
  await page.viewport(width, 700);
  render(
    <main>
      <h1>Library</h1>
      <h2>Draft</h2>
      <ClosestClaims closest={[own, codex]} onTake={() => undefined} />
    </main>,
  );
  await expect.element(page.getByRole('list')).toBeVisible();
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
  await expectAccessible();
});

test('says why each is close, and takes one as evidence or links it where it is read-only', async () => {
  const taken: string[] = [];
  render(<ClosestClaims closest={[own, codex]} onTake={(key) => taken.push(key)} />);
  await expect.element(page.getByText('same operator')).toBeVisible();
  await expect.element(page.getByText('in A public codex')).toBeVisible();
  const marked = [...document.querySelectorAll('mark')].map((mark) => mark.textContent);
  expect(marked).toContain('session');
  await userEvent.click(page.getByRole('button', { name: /^Make this draft evidence.*Alt\+1$/ }));
  await userEvent.click(page.getByRole('button', { name: /^Link as duplicate.*Alt\+2$/ }));
  expect(taken).toEqual(['one', 'two']);
  await expect.element(page.getByRole('status')).toHaveTextContent('2 insights claim nearly this.');
});

test('is nothing where nothing is close', async () => {
  const host = render(<ClosestClaims closest={[]} onTake={() => undefined} />);
  await expect.poll(() => host.textContent).toBe('');
  expect(host.querySelector('section')).toBeNull();
});
