import { useEffect, useState } from 'react';
import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Insight } from '../../lib/core/insight/insight';
import { anInsight } from '../../test/support/builders';
import { manyInsights } from '../../test/support/library-parts';
import { expectAccessible, render } from '../../test/support/render';
import { InsightList } from './insight-list';

const many = manyInsights(10_000);

beforeEach(() => page.viewport(900, 700));

interface HostProps {
  readonly insights?: readonly Insight[];
  readonly onEscape?: () => void;
  readonly onSelected?: (keys: readonly string[]) => void;
}

function Host({ insights = many, onEscape = () => {}, onSelected = () => {} }: HostProps) {
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  return (
    <main style={{ display: 'flex', height: 600, width: 420 }}>
      <InsightList
        insights={insights}
        selected={selected}
        hrefOf={(key) => `#/insight/${key}`}
        quoteOf={() => undefined}
        onSelect={(keys) => {
          setSelected(keys);
          onSelected([...keys]);
        }}
        onEscape={onEscape}
      />
    </main>
  );
}

const link = (name: string) => page.getByRole('link', { name, exact: true });

test('10,000 insights take a few rows of the document, each saying which of how many it is', async () => {
  render(<Host />);
  const first = page.getByRole('listitem').first();
  await expect.element(first).toHaveAttribute('aria-setsize', '10000');
  await expect.element(first).toHaveAttribute('aria-posinset', '1');
  expect(page.getByRole('listitem').elements().length).toBeLessThan(40);
});

test('the arrows, j and k, Home and End move through all of them', async () => {
  render(<Host />);
  await expect.element(link('Insight number 1')).toBeVisible();
  await userEvent.tab();
  await userEvent.tab();
  await expect.element(link('Insight number 1')).toHaveFocus();
  await userEvent.keyboard('j{ArrowDown}');
  await expect.element(link('Insight number 3')).toHaveFocus();
  await userEvent.keyboard('k');
  await expect.element(link('Insight number 2')).toHaveFocus();
  await userEvent.keyboard('{End}');
  await expect.element(link('Insight number 10000')).toHaveFocus();
  await expect.element(link('Insight number 10000')).toBeInViewport();
  await userEvent.keyboard('{ArrowDown}{Home}');
  await expect.element(link('Insight number 1')).toHaveFocus();
});

test('holding a key down through 60 rows keeps the focus in the list', async () => {
  render(<Host />);
  await userEvent.click(link('Insight number 1'));
  await userEvent.keyboard('{j>60/}');
  await expect.element(link('Insight number 61')).toHaveFocus();
});

test('x selects, Shift and x selects up to it, Esc asks to leave', async () => {
  const seen: (readonly string[])[] = [];
  let escapes = 0;
  render(<Host onSelected={(keys) => seen.push(keys)} onEscape={() => (escapes += 1)} />);
  await userEvent.click(link('Insight number 2'));
  await userEvent.keyboard('x');
  expect(seen.at(-1)).toEqual([many[1]!.key]);
  await userEvent.keyboard('jj{Shift>}X{/Shift}');
  expect(seen.at(-1)).toEqual([1, 2, 3].map((place) => many[place]!.key));
  await userEvent.keyboard('x');
  expect(seen.at(-1)).toHaveLength(2);
  await userEvent.keyboard('{Escape}');
  expect(escapes).toBe(1);
});

test('a range begins at the row that was selected, also after one has come in above it', async () => {
  const seen: (readonly string[])[] = [];
  let comeIn: (insights: readonly Insight[]) => void = () => {};
  function Live() {
    const [insights, setInsights] = useState<readonly Insight[]>(many.slice(1, 9));
    useEffect(() => {
      comeIn = setInsights;
    }, []);
    return <Host insights={insights} onSelected={(keys) => seen.push(keys)} />;
  }
  render(<Live />);
  await userEvent.click(link('Insight number 3'));
  await userEvent.keyboard('x');
  comeIn(many.slice(0, 9));
  await expect.element(link('Insight number 1')).toBeVisible();
  await userEvent.keyboard('jj{Shift>}X{/Shift}');
  expect(seen.at(-1)).toEqual([2, 3, 4].map((place) => many[place]!.key));
});

test('the box selects by pointer, the row opens', async () => {
  const seen: (readonly string[])[] = [];
  render(<Host onSelected={(keys) => seen.push(keys)} />);
  await userEvent.click(page.getByRole('checkbox', { name: 'Select Insight number 3' }));
  expect(seen.at(-1)).toEqual([many[2]!.key]);
  await userEvent.click(link('Insight number 4'));
  expect(location.hash).toBe(`#/insight/${many[3]!.key}`);
  location.hash = '';
});

test('long titles, text from right to left and drafts without a title fit and are accessible', async () => {
  const draft = { status: 'draft', key: 'c' } as const;
  const odd = [
    anInsight({
      key: 'a',
      card: { title: 'Unbreakable'.repeat(40), operator: 'Long '.repeat(60) },
    }),
    anInsight({ key: 'b', card: { title: 'הפגישה הראשונה מכריעה אם אדם נשאר' } }),
    anInsight({ ...draft, card: { title: '', operator: '', sections: { claim: '' } } }),
  ];
  render(<Host insights={odd} />);
  await expect.element(link('Untitled draft')).toBeVisible();
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(900);
  await expectAccessible();
});

test('a row can be pressed while the list still scrolls', async () => {
  render(<Host />);
  await expect.element(link('Insight number 1')).toBeVisible();
  const list = document.querySelector('main ul')!;
  const box = list.parentElement!.getBoundingClientRect();
  list.parentElement!.scrollBy(0, 30);
  await expect.poll(() => getComputedStyle(list).pointerEvents).toBe('none');
  const pressed = document.elementFromPoint(box.left + 60, box.top + 200);
  expect(pressed?.closest('li')).not.toBeNull();
});
