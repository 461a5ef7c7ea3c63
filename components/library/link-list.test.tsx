import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { pressComposing } from '../../test/support/composing';
import { links } from '../../test/support/library-parts';
import { expectAccessible, render } from '../../test/support/render';
import { InsightPicker, type PickedInsight } from './insight-picker';
import { LinkForm } from './link-form';
import { LinkList } from './link-list';
import type { LinkEdit, ShownLink } from './shown';

const [drawn] = links;
const imported: ShownLink = {
  key: 'imported',
  type: 'related',
  direction: 'out',
  title: 'Small wins add up',
  href: '#/insight/wins',
  compareHref: '#/compare/a/b',
  collection: 'A public codex',
  why: '',
  origins: ['Listed in related'],
  documents: [{ key: 'd', kind: 'contradiction', title: 'Wins or leaps', href: '#/documents/d' }],
  fixed: 'Said by a card of A public codex, which is never changed.',
};

function show() {
  const edits: [string, LinkEdit][] = [];
  const removed: string[] = [];
  render(
    <main>
      <h1>Library</h1>
      <LinkList
        links={drawn ? [drawn, imported] : []}
        onEdit={async (key, edit) => {
          edits.push([key, edit]);
          return edit.why !== 'refused';
        }}
        onRemove={(key) => removed.push(key)}
      />
    </main>,
  );
  return { edits, removed };
}

test('a link shows whose it is, who says it, and why it cannot be removed', async () => {
  show();
  const row = page.getByRole('listitem').filter({ hasText: 'Small wins add up' }).first();
  for (const words of ['A public codex', 'Listed in related', imported.fixed ?? '']) {
    await expect.element(row.getByText(words, { exact: true })).toBeVisible();
  }
  await expect.element(row.getByRole('link', { name: 'Wins or leaps' })).toBeVisible();
  await expect.element(row.getByRole('button')).not.toBeInTheDocument();
  await expectAccessible();
});

test('Escape that leaves an input method does not give the words up', async () => {
  show();
  await userEvent.click(page.getByRole('button', { name: /^Edit the link/ }));
  const why = page.getByRole('textbox', { name: 'Why' });
  await userEvent.fill(why, '別の話');
  pressComposing(why.element(), 'Escape');
  await expect.element(why).toHaveValue('別の話');
});

test('Enter that takes what an input method offers picks no insight', async () => {
  const picks: (PickedInsight | undefined)[] = [];
  const one = { key: 'one', title: '第一印象', operator: '' };
  render(
    <InsightPicker
      label="Other"
      picked={undefined}
      find={() => [one]}
      onPick={(each) => picks.push(each)}
    />,
  );
  const field = page.getByRole('combobox', { name: 'Other' });
  await userEvent.fill(field, '第');
  pressComposing(field.element(), 'Enter');
  expect(picks).toEqual([undefined]);
  await userEvent.keyboard('{Enter}');
  expect(picks).toEqual([undefined, one]);
});

test('the button that draws a link keeps the keyboard, and draws no second one', async () => {
  const added: string[] = [];
  const one = { key: 'one', title: 'Small wins add up', operator: '' };
  const onAdd = async (type: string, key: string) => {
    added.push(`${type} ${key}`);
    return true;
  };
  render(<LinkForm find={() => [one]} onAdd={onAdd} />);
  await userEvent.fill(page.getByRole('combobox', { name: 'Other insight' }), 'small');
  await userEvent.keyboard('{Enter}{Tab}{Tab}');
  const add = page.getByRole('button', { name: 'Add link' });
  await expect.element(add).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await expect.element(add).toBeDisabled();
  await expect.element(add).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  expect(added).toEqual(['related one']);
});

test('type, direction and why are edited with the keyboard, and the focus comes back', async () => {
  const { edits } = show();
  const edit = page.getByRole('button', { name: /^Edit the link/ });
  await userEvent.click(edit);
  const why = page.getByRole('textbox', { name: 'Why' });
  await expect.element(why).toHaveFocus();
  await userEvent.keyboard('{Escape}');
  await expect.element(edit).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await userEvent.selectOptions(page.getByRole('combobox'), 'Is limited by');
  await userEvent.fill(why, ' Other trade ');
  await expectAccessible();
  await userEvent.keyboard('{Enter}');
  expect(edits).toEqual([[drawn?.key, { type: 'limits', direction: 'in', why: 'Other trade' }]]);
  await expect.element(edit).toHaveFocus();
});

test('a link that could not be stored stays in its form', async () => {
  const one = { key: 'one', title: 'Small wins add up', operator: '' };
  render(<LinkForm find={() => [one]} onAdd={async () => false} />);
  const other = page.getByRole('combobox', { name: 'Other insight' });
  await userEvent.fill(other, 'small');
  await userEvent.keyboard('{Enter}');
  const why = page.getByRole('textbox', { name: 'Why' });
  await userEvent.fill(why, 'They say so themselves.');
  await userEvent.click(page.getByRole('button', { name: 'Add link' }));
  await expect.element(why).toHaveValue('They say so themselves.');
  await expect.element(other).toHaveValue(one.title);
});

test('an edit of a link that could not be stored stays in its form', async () => {
  const { edits } = show();
  await userEvent.click(page.getByRole('button', { name: /^Edit the link/ }));
  const why = page.getByRole('textbox', { name: 'Why' });
  await userEvent.fill(why, 'refused');
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => edits).toHaveLength(1);
  await expect.element(why).toHaveValue('refused');
  await userEvent.fill(why, 'taken');
  await userEvent.keyboard('{Enter}');
  await expect.element(why).not.toBeInTheDocument();
});
