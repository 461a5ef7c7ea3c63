import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { alignConditions } from '../../lib/core/codex/align-conditions';
import { anId, anInsight } from '../../test/support/builders';
import { evidence, links } from '../../test/support/library-parts';
import { expectAccessible, render } from '../../test/support/render';
import { CompareView, type ComparedInsight } from './compare-view';

const side = (n: number, title: string, prose = ''): ComparedInsight => ({
  insight: anInsight({ key: anId(n), card: { title } }),
  title,
  href: `#/insight/${n}`,
  clips: n === 1 ? [evidence] : [],
  prose,
});
const nothing = () => undefined;

function show(onContradiction: (() => void) | undefined = nothing): void {
  const conditions = alignConditions(
    { holdsWhen: ['the team is small and new'], failsWhen: ['nobody asks'], prose: '' },
    { holdsWhen: ['it is free'], failsWhen: ['the team is small and tired'], prose: '' },
  );
  render(
    <main>
      <h1>Library</h1>
      <CompareView
        left={side(1, `${'Averylongword'.repeat(12)} פגישה`)}
        right={side(2, 'The second', 'Some prose.')}
        conditions={conditions}
        links={links.slice(0, 1)}
        hrefOfCard={nothing}
        listHref="#/"
        swapHref="#/compare/2/1"
        onLink={nothing}
        onContradiction={onContradiction}
      />
    </main>,
  );
}

test('conditions are paired with the words that differ marked, the others stand alone', async () => {
  show();
  const conditions = page.getByRole('region', { name: 'Conditions' });
  await expect.element(conditions.getByText('One holds, the other fails')).toBeVisible();
  const marks = [...document.querySelectorAll('mark')].map(({ textContent }) => textContent);
  expect(marks).toEqual(['new', 'tired']);
  for (const words of ['nobody asks', 'it is free', 'Some prose.']) {
    await expect.element(conditions.getByText(words)).toBeVisible();
  }
  await expectAccessible();
});

test('at 320 pixels the sides stand below each other', async () => {
  await page.viewport(320, 640);
  show();
  await expect.element(page.getByRole('heading', { name: 'Compare' })).toBeVisible();
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
  await page.viewport(1100, 900);
});
