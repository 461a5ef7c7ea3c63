import { useState } from 'react';
import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { anInsight } from '../../test/support/builders';
import { pressComposing } from '../../test/support/composing';
import { manyInsights, noFacets } from '../../test/support/library-parts';
import { expectAccessible, render } from '../../test/support/render';
import { InsightList } from './insight-list';
import type { RowMatch } from './insight-row';
import { KeyHelp } from './key-help';
import { ListControls } from './list-controls';
import { SearchNote } from './search-note';

const nothing = () => undefined;
const many = manyInsights(500);
const odd = [
  anInsight({ key: 'a', card: { title: 'The first session decides' } }),
  anInsight({ key: 'b', card: { title: 'הפגישה הראשונה מכריעה' } }),
  anInsight({ key: 'c', status: 'draft', card: { title: '', sections: { claim: 'Sessions.' } } }),
];
const matches: Readonly<Record<string, RowMatch>> = {
  a: { words: ['session', 'first session'], claim: `${'Long before. '.repeat(30)}Two sessions.` },
  b: { words: ['הפגישה'], claim: 'טענה'.repeat(200) },
  c: { words: ['session'], claim: 'Sessions.' },
};

beforeEach(() => page.viewport(900, 700));

const marks = () => [...document.querySelectorAll('mark')].map(({ textContent }) => textContent);

for (const width of [900, 320]) {
  test(`what a search met is marked in title and claim, at ${width} pixels`, async () => {
    await page.viewport(width, 700);
    render(
      <main style={{ display: 'flex', height: 600, maxWidth: 420 }}>
        <InsightList
          insights={odd}
          selected={new Set()}
          hrefOf={(key) => `#/insight/${key}`}
          quoteOf={nothing}
          matchOf={(key) => matches[key]}
          onSelect={nothing}
          onEscape={nothing}
        />
      </main>,
    );
    await expect
      .element(page.getByRole('link', { name: 'The first session decides', exact: true }))
      .toBeVisible();
    // A draft known by its claim shows it once.
    expect(marks()).toEqual(['first session', 'sessions', 'הפגישה', 'Sessions']);
    expect(document.querySelector('li p')?.textContent).toBe('… Two sessions.');
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
    await expectAccessible();
  });
}

function Searched() {
  const [query, setQuery] = useState('');
  return (
    <main style={{ display: 'grid', gridTemplateRows: 'auto 1fr', height: 600, width: 420 }}>
      <input aria-label="Search" value={query} onChange={(event) => setQuery(event.target.value)} />
      <InsightList
        insights={many}
        selected={new Set()}
        hrefOf={(key) => `#/insight/${key}`}
        quoteOf={nothing}
        query={query}
        onSelect={nothing}
        onEscape={nothing}
      />
    </main>
  );
}

test('another search begins at the top, and so does the keyboard', async () => {
  render(<Searched />);
  const row = (name: string) => page.getByRole('link', { name, exact: true });
  await userEvent.click(row('Insight number 1'));
  await userEvent.keyboard('{End}');
  await expect.element(row('Insight number 500')).toHaveFocus();
  await userEvent.fill(page.getByRole('textbox', { name: 'Search' }), 'in');
  await expect.element(row('Insight number 1')).toBeInViewport();
  await expect.element(row('Insight number 1')).toHaveAttribute('tabindex', '0');
});

test('what is searched for in Hebrew stands from right to left', async () => {
  render(
    <ListControls
      filter={{ query: 'הפגישה "הראשונה"' }}
      order="title"
      facets={noFacets}
      onFilter={nothing}
      onOrder={nothing}
      onEnterList={nothing}
    />,
  );
  await expect.element(page.getByRole('searchbox')).toHaveStyle({ direction: 'rtl' });
});

test('Enter goes on to the list, but not one that takes what an input method offers', async () => {
  let entered = 0;
  render(
    <ListControls
      filter={{ query: '第一' }}
      order="title"
      facets={noFacets}
      onFilter={nothing}
      onOrder={nothing}
      onEnterList={() => (entered += 1)}
    />,
  );
  const search = page.getByRole('searchbox');
  await userEvent.click(search);
  for (const key of ['Enter', 'ArrowDown']) pressComposing(search.element(), key);
  expect(entered).toBe(0);
  await userEvent.keyboard('{Enter}');
  expect(entered).toBe(1);
});

test('while a search ranks, the order says so and cannot be changed', async () => {
  render(
    <ListControls
      filter={{ query: 'first' }}
      order="title"
      ranked
      facets={noFacets}
      onFilter={nothing}
      onOrder={nothing}
      onEnterList={nothing}
    />,
  );
  const order = page.getByRole('combobox', { name: 'Order' });
  await expect.element(order).toHaveDisplayValue('Best match first');
  await expect.element(order).toBeDisabled();
});

test('says, also to a screen reader, what was searched for in place of what was typed', async () => {
  render(
    <main>
      <h1>Library</h1>
      <SearchNote
        answer={{
          asksNothing: false,
          mended: [
            { typed: 'pricng', words: ['pricing', 'price'] },
            { typed: 'chrun', words: ['churn'] },
          ],
          missing: ['zebra', 'qwerty'],
        }}
      />
    </main>,
  );
  const close = 'No exact match; showing close ones: pricing, price, churn';
  const rest = 'Nothing fits “zebra”, “qwerty”; showing what fits most of the rest.';
  await expect.element(page.getByRole('status')).toHaveTextContent(`${close} ${rest}`);
  await expectAccessible();
});

test('says that what was typed holds nothing to search for', async () => {
  render(<SearchNote answer={{ asksNothing: true, mended: [], missing: [] }} />);
  await expect
    .element(page.getByRole('status'))
    .toHaveTextContent(
      'Nothing in this can be searched for: signs, emoji and very common words are passed over.',
    );
});

test('says nothing where the search found what was typed', async () => {
  render(<SearchNote answer={{ asksNothing: false, mended: [], missing: [] }} />);
  await expect.element(page.getByRole('status')).toHaveTextContent('');
});

test('the help lists what the search understands, at 320 pixels too', async () => {
  await page.viewport(320, 500);
  render(
    <main>
      <h1>Library</h1>
      <KeyHelp open singleKeys onSingleKeys={nothing} onClose={nothing} />
    </main>,
  );
  await expect.element(page.getByRole('dialog')).toBeVisible();
  await expect.element(page.getByText('counter:', { exact: true })).toBeInTheDocument();
  const dialog = page.getByRole('dialog').element();
  expect(dialog.scrollWidth).toBeLessThanOrEqual(dialog.clientWidth);
  page.getByRole('button', { name: 'Close' }).element().scrollIntoView();
  await expect.element(page.getByRole('button', { name: 'Close' })).toBeInViewport();
  await expectAccessible();
});
