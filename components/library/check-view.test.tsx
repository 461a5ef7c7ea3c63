import { useState } from 'react';
import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { CheckedFinding } from '../../lib/core/codex/check-collection';
import { expectAccessible, render } from '../../test/support/render';
import type { RuleCount } from './check-counts';
import { CheckView, type CheckFilter, type CheckViewProps } from './check-view';

const many: readonly CheckedFinding[] = Array.from({ length: 10_000 }, (_, n) => ({
  key: `key-${n}`,
  finding: {
    rule: n === 0 ? 'mechanism_empty' : 'link_one_way',
    severity: n === 0 ? 'error' : 'warning',
    field: 'related',
    values: [`ins_${n}`],
    ...(n > 0 && { fix: { kind: 'add-related', id: `ins_${n}` } as const }),
  },
}));

const countsOf = (rows: readonly CheckedFinding[]): RuleCount[] => [
  { rule: 'mechanism_empty', level: 'error', name: 'No mechanism', count: 1 },
  { rule: 'link_one_way', level: 'warning', name: 'One way', count: rows.length - 1 },
];

beforeEach(() => page.viewport(1000, 700));

function Host(over: Partial<CheckViewProps> & { readonly all?: readonly CheckedFinding[] }) {
  const [filter, setFilter] = useState<CheckFilter>({});
  const [gone, setGone] = useState<readonly CheckedFinding[]>([]);
  const all = (over.all ?? many).filter((row) => !gone.includes(row));
  const rows = all.filter(
    ({ finding }) =>
      (filter.rule === undefined || finding.rule === filter.rule) &&
      (filter.level === undefined || finding.severity === filter.level),
  );
  return (
    <main style={{ display: 'flex', height: 680 }}>
      <CheckView
        collections={[{ id: 'own', name: 'My insights' }]}
        collection="own"
        readOnly={false}
        insights={all.length}
        checked
        progress={undefined}
        counts={countsOf(all)}
        filter={filter}
        rows={rows}
        show={({ key, finding }) => ({
          key,
          level: finding.severity,
          message: `Rule ${finding.rule} on ${finding.values[0]}`,
          title: `Insight ${key}`,
          href: `#/insight/${key}`,
          other: key === 'key-1' ? { title: 'אחר', href: '#/insight/other' } : undefined,
          canFix: finding.fix !== undefined,
        })}
        fixable={{ counts: countsOf(rows).slice(1), insights: rows.length }}
        importHref="#/import"
        onCollection={() => {}}
        onFilter={setFilter}
        onStop={() => {}}
        onStart={() => {}}
        onFix={(row) => setGone([...gone, row])}
        onFixAll={() => setGone([...gone, ...rows.filter(({ finding }) => finding.fix)])}
        {...over}
      />
    </main>
  );
}

const link = (name: string) => page.getByRole('link', { name, exact: true });

test('10,000 findings take a few rows of the document, and the keys move through all of them', async () => {
  render(<Host />);
  await expect.element(page.getByText('10,000 findings')).toBeVisible();
  const first = page.getByRole('listitem').filter({ hasText: 'Rule mechanism_empty' });
  await expect.element(first).toHaveAttribute('aria-setsize', '10000');
  expect(page.getByRole('listitem').elements().length).toBeLessThan(60);
  link('Insight key-0').element().focus();
  await userEvent.keyboard('j{ArrowDown}');
  await expect.element(link('Insight key-2')).toHaveFocus();
  await userEvent.tab();
  await expect
    .element(page.getByRole('button', { name: 'Fix: Rule link_one_way on ins_2' }))
    .toHaveFocus();
  await userEvent.keyboard('{End}');
  await expect.element(link('Insight key-9999')).toHaveFocus();
  await expectAccessible();
});

test('a fixed row gives the keyboard to the next, the last one to the heading', async () => {
  render(<Host all={many.slice(0, 3)} />);
  await page.getByRole('button', { name: /on ins_1$/ }).click();
  await expect.element(link('Insight key-2')).toHaveFocus();
  await userEvent.selectOptions(
    page.getByRole('combobox', { name: 'Rule', exact: true }),
    'link_one_way',
  );
  await page.getByRole('button', { name: /on ins_2$/ }).click();
  await expect.element(page.getByRole('heading', { name: 'Check' })).toHaveFocus();
});

test('a rule pressed narrows the list, pressed again widens it', async () => {
  render(<Host all={many.slice(0, 5)} />);
  const rule = page.getByRole('button', { name: 'No mechanism Needed 1' });
  await rule.click();
  await expect.element(page.getByText('1 finding', { exact: true })).toBeVisible();
  await expect.element(rule).toHaveAttribute('aria-pressed', 'true');
  await rule.click();
  await expect.element(page.getByText('5 findings')).toBeVisible();
});

test('all safe ones are fixed only after saying what that changes', async () => {
  render(<Host all={many.slice(0, 5)} />);
  const opener = page.getByRole('button', { name: 'Fix all safe ones (4)' });
  await opener.click();
  await expect.element(page.getByRole('button', { name: 'Fix them' })).toHaveFocus();
  await userEvent.keyboard('{Escape}');
  await expect.element(opener).toHaveFocus();
  await expect.element(page.getByText('5 findings')).toBeVisible();
  await userEvent.keyboard('{Enter}{Enter}');
  await expect.element(page.getByText('1 finding', { exact: true })).toBeVisible();
  await expect.element(page.getByRole('heading', { name: 'Check' })).toHaveFocus();
});

test.each<[Partial<CheckViewProps>, string | RegExp]>([
  [{ insights: 0 }, 'Nothing to check yet'],
  [{ checked: false, progress: 0.4 }, 'Checking 10,000 insights'],
  [{ checked: false }, 'The check was stopped'],
  [{ counts: [], rows: [] }, 'Every rule is met'],
  [{ rows: [] }, 'No finding fits'],
  [{ readOnly: true }, /^This codex was loaded to be read/],
])('%j says: %s', async (over, words) => {
  render(<Host {...over} />);
  await expect.element(page.getByText(words)).toBeVisible();
});

test('nothing has to be scrolled sideways at 320 px', async () => {
  await page.viewport(320, 700);
  render(<Host all={many.slice(0, 5)} />);
  await expect.element(link('Insight key-0')).toBeVisible();
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
  await expectAccessible();
});
