import { useState } from 'react';
import { beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Collection } from '../../lib/core/insight/collection';
import { anInsight } from '../../test/support/builders';
import { links } from '../../test/support/library-parts';
import { expectAccessible, render } from '../../test/support/render';
import { CollectionsView, type CollectionsViewProps } from './collections-view';
import { FaultyFiles } from './faulty-files';
import { InsightActions } from './insight-actions';
import { InsightView } from './insight-view';

const at = '2026-03-02T10:00:00.000Z';
const orchards: Collection = {
  id: 'orchards',
  name: `Orchards ${'Averylongword'.repeat(8)} מטעים`,
  origin: { kind: 'index', address: 'https://orchard.example/codex/INDEX.json' },
  createdAt: at,
  loadedAt: at,
  lastLoad: { at, isWhole: true, added: 3, changed: 2, removed: 1, unchanged: 620, broken: 1 },
};

const nothing = () => undefined;

function props(parts: Partial<CollectionsViewProps> = {}): CollectionsViewProps {
  return {
    own: 12,
    collections: [{ id: 'orchards', collection: orchards, cards: 625, documents: 1 }],
    starting: undefined,
    said: '',
    busy: false,
    renderBroken: () => (
      <FaultyFiles files={[{ path: 'ins_torn.md', line: 3, reason: 'A line that is none.' }]} />
    ),
    problemOf: nothing,
    onShowOwn: nothing,
    onAddress: nothing,
    onFiles: nothing,
    onDrop: nothing,
    onShow: nothing,
    onReload: nothing,
    onChoose: nothing,
    onCancel: nothing,
    onRename: nothing,
    onRemove: nothing,
    ...parts,
  };
}

const inMain = (parts: Partial<CollectionsViewProps> = {}) => (
  <main>
    <h1>Library</h1>
    <CollectionsView {...props(parts)} />
  </main>
);
const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });

beforeEach(() => page.viewport(900, 900));

test.each([320, 900])(
  'is accessible and fits at %d px, with a load, a problem and a question',
  async (width) => {
    await page.viewport(width, 900);
    render(
      inMain({
        starting: { name: 'builders', done: 30, total: 629 },
        busy: true,
        problem: 'There is no such file on codex.example.',
      }),
    );
    await userEvent.click(page.getByText('1 file stayed out'));
    await expect.element(page.getByText('ins_torn.md, line 3')).toBeVisible();
    await userEvent.click(page.getByRole('button', { name: /^Remove Orchards/ }));
    await expectAccessible();
    const { scrollWidth, clientWidth } = document.documentElement;
    expect(scrollWidth).toBeLessThanOrEqual(clientWidth);
  },
);

test('teaches what a public codex is while none is loaded', async () => {
  render(inMain({ collections: [] }));
  await expect.element(page.getByText('No codex loaded yet')).toBeVisible();
  await expectAccessible();
});

test('an address is loaded by Enter, and one load keeps others from starting', async () => {
  const onAddress = vi.fn();
  const onReload = vi.fn();
  const Loading = () => {
    const [busy, setBusy] = useState(false);
    onAddress.mockImplementation(() => setBusy(true));
    return inMain({ onAddress, onReload, busy });
  };
  render(<Loading />);
  await userEvent.fill(page.getByLabelText('Address of its INDEX.json'), 'codex.example');
  await userEvent.tab();
  await userEvent.keyboard('{Enter}');
  expect(onAddress).toHaveBeenCalledWith('codex.example');
  await expect.element(button('Load')).toHaveAttribute('aria-disabled', 'true');
  // The button under the finger keeps the keyboard.
  await expect.element(button('Load')).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await userEvent.click(button('Reload'), { force: true });
  expect([onAddress.mock.calls.length, onReload.mock.calls.length]).toEqual([1, 0]);
});

test('says how far a load has come, and cancels it', async () => {
  const onCancel = vi.fn();
  const progress = { name: 'Orchards', done: 1200, total: 10000 };
  render(
    inMain({
      busy: true,
      onCancel,
      collections: [{ id: 'orchards', collection: orchards, cards: 0, documents: 0, progress }],
    }),
  );
  await expect.element(page.getByText('Loading Orchards: 1,200 of 10,000 files')).toBeVisible();
  await expect.element(button('Load')).toHaveAttribute('aria-disabled', 'true');
  await userEvent.click(button('Cancel'));
  expect(onCancel).toHaveBeenCalledOnce();
});

test('offers to resume what was cut short, and to reload or check what was not', async () => {
  const onReload = vi.fn();
  const cut = {
    ...orchards,
    id: 'cut',
    name: 'Cut',
    lastLoad: { ...orchards.lastLoad!, isWhole: false },
  };
  render(
    inMain({
      onReload,
      collections: [
        { id: 'orchards', collection: orchards, cards: 1, documents: 0 },
        { id: 'cut', collection: cut, cards: 1, documents: 0 },
      ],
    }),
  );
  await userEvent.click(button('Resume'));
  await userEvent.click(button('Reload'));
  await userEvent.click(button('Check every card'));
  expect(onReload.mock.calls).toEqual([
    ['cut', false],
    ['orchards', false],
    ['orchards', true],
  ]);
});

test('removal is asked about with the counts, and Esc keeps the collection', async () => {
  const onRemove = vi.fn();
  render(inMain({ onRemove }));
  const remove = page.getByRole('button', { name: /^Remove Orchards/ });
  await userEvent.click(remove);
  await expect
    .element(page.getByText(/with 625 cards and 1 contradiction or pattern/))
    .toBeVisible();
  await expect.element(button('Keep')).toHaveFocus();
  await userEvent.keyboard('{Escape}');
  expect(onRemove).not.toHaveBeenCalled();
  await userEvent.click(remove);
  await userEvent.click(button('Remove'));
  expect(onRemove).toHaveBeenCalledWith('orchards');
});

test('a card of a loaded codex has no edit controls, says why, and is copied with o', async () => {
  const onCopyToOwn = vi.fn();
  render(
    <main>
      <h1>Library</h1>
      <InsightView
        insight={anInsight({ collection: 'orchards' })}
        clips={[]}
        links={[]}
        findings={[]}
        citation=""
        namings={[]}
        onLink={nothing}
        hrefOfCard={nothing}
        editHref="#/edit"
        listHref="#/"
        from="Orchards"
        onCopyToOwn={onCopyToOwn}
        actions={
          <InsightActions
            editing={false}
            canCite={false}
            onCopy={nothing}
            onDownload={nothing}
            onCite={nothing}
          />
        }
      />
    </main>,
  );
  await expect.element(page.getByText(/belongs to Orchards, a codex you loaded/)).toBeVisible();
  expect(page.getByRole('link', { name: 'Edit' }).elements()).toEqual([]);
  expect(button('Delete').elements()).toEqual([]);
  page.getByRole('heading', { level: 2 }).element().setAttribute('tabindex', '-1');
  (page.getByRole('heading', { level: 2 }).element() as HTMLElement).focus();
  await userEvent.keyboard('o');
  expect(onCopyToOwn).toHaveBeenCalledOnce();
  await expectAccessible();
});

test('the letter that copies a read-only card is a letter in a field', async () => {
  const copied: string[] = [];
  render(
    <main>
      <h1>Library</h1>
      <InsightView
        insight={anInsight({ collection: 'public' })}
        clips={[]}
        links={links}
        namings={[]}
        onLink={nothing}
        findings={[]}
        citation=""
        hrefOfCard={nothing}
        editHref="#/edit"
        listHref="#/"
        actions={null}
        from="public codex"
        onCopyToOwn={() => copied.push('copy')}
        onEdit={async () => true}
      />
    </main>,
  );
  await userEvent.click(page.getByRole('button', { name: /^Edit the link/ }).first());
  const why = page.getByRole('textbox', { name: 'Why' });
  await userEvent.fill(why, '');
  await userEvent.keyboard('or so');
  await expect.element(why).toHaveValue('or so');
  expect(copied).toEqual([]);
  await userEvent.keyboard('{Escape}o');
  expect(copied).toEqual(['copy']);
});
