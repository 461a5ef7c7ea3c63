import { useState, type ReactNode } from 'react';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { anInsight } from '../../test/support/builders';
import { counterEvidence, evidence, links } from '../../test/support/library-parts';
import { render } from '../../test/support/render';
import { ClipEditor } from './clip-editor';
import { DoneNotice } from './done-notice';
import { keepFocus } from './keep-focus';
import { LinkList } from './link-list';
import { SelectionBar } from './selection-bar';
import { TrashView } from './trash-view';

beforeEach(() => {
  onTestFinished(keepFocus(document));
});

const button = (name: string) => page.getByRole('button', { name, exact: true });

/** Presses a button as somebody without a mouse does. */
async function press(name: string): Promise<void> {
  await expect.element(button(name)).toBeVisible();
  (button(name).element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
}

function Shelf({ titles }: { readonly titles: readonly string[] }) {
  const [trashed, setTrashed] = useState(() =>
    titles.map((name) => anInsight({ key: name, deletedAt: '2026-05-01', card: { title: name } })),
  );
  const [said, setSaid] = useState('');
  const notice: ReactNode = said ? (
    <DoneNotice
      tone="info"
      message={said}
      onUndo={() => setSaid('')}
      onDismiss={() => setSaid('')}
    />
  ) : null;
  return (
    <>
      <main>
        <TrashView
          insights={trashed}
          clips={[]}
          quoteOf={() => undefined}
          insightTitleOf={() => undefined}
          onRestore={({ insights }) => {
            setTrashed(trashed.filter(({ key }) => !insights.includes(key)));
            setSaid('Restored');
          }}
        />
      </main>
      <div aria-live="polite">{notice}</div>
    </>
  );
}

test('from a row that goes to the next one, then the one before, then the heading', async () => {
  render(<Shelf titles={['One', 'Two', 'Three']} />);
  await press('Restore Two');
  await expect.element(button('Restore Three')).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await expect.element(button('Restore One')).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('heading', { level: 2 })).toHaveFocus();
});

test.each(['Undo', 'Dismiss'])(
  'from a notice to where the keyboard was before: %s',
  async (name) => {
    render(<Shelf titles={['One', 'Two']} />);
    await press('Restore One');
    await expect.element(button('Restore Two')).toHaveFocus();
    await press(name);
    await expect.element(button('Restore Two')).toHaveFocus();
  },
);

test('from a notice to the heading, where what was before it has gone', async () => {
  render(<Shelf titles={['One']} />);
  await press('Restore One');
  await press('Dismiss');
  await expect.element(page.getByRole('heading', { level: 2 })).toHaveFocus();
});

test('from a link that is removed to the next one, and from the last one on', async () => {
  function Links() {
    const [left, setLeft] = useState(
      links.slice(0, 2).map((link) => ({ ...link, fixed: undefined })),
    );
    return (
      <main>
        <h2 tabIndex={-1}>One insight</h2>
        <section>
          {left.length > 0 ? (
            <LinkList
              links={left}
              onRemove={(gone) => setLeft(left.filter(({ key }) => key !== gone))}
            />
          ) : (
            <p>None.</p>
          )}
          <button>Link it</button>
        </section>
      </main>
    );
  }
  render(<Links />);
  const removals = page.getByRole('button', { name: /^Remove/u });
  await expect.poll(() => removals.elements().length).toBe(2);
  (removals.first().element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => removals.elements().length).toBe(1);
  expect(document.activeElement?.closest('li')).toBe(removals.element().closest('li'));
  (removals.element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
  await expect.element(button('Link it')).toHaveFocus();
});

test('from a clip that is deleted to the next one, and from the last one to the heading', async () => {
  function Clips() {
    const [left, setLeft] = useState([evidence, counterEvidence]);
    return (
      <main>
        <h2 tabIndex={-1}>One insight</h2>
        <fieldset>
          {left.map((shown) => (
            <ClipEditor
              key={shown.clip.id}
              shown={shown}
              onNote={async () => true}
              onFill={async () => undefined}
              onRole={() => {}}
              onDelete={(id) => setLeft(left.filter(({ clip }) => clip.id !== id))}
            />
          ))}
          <textarea aria-label="Signals" />
        </fieldset>
      </main>
    );
  }
  render(<Clips />);
  const deletions = page.getByRole('button', { name: 'Delete clip', exact: true });
  for (const left of [1, 0]) {
    await expect.poll(() => deletions.elements().length).toBe(left + 1);
    (deletions.last().element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => deletions.elements().length).toBe(left);
    const clip = left > 0 ? deletions.element().closest('article') : null;
    if (clip) expect(clip.contains(document.activeElement)).toBe(true);
    else await expect.element(page.getByRole('heading', { level: 2 })).toHaveFocus();
  }
});

test('from the buttons over the list to those in their place', async () => {
  function Bar() {
    const [selected, setSelected] = useState(0);
    return (
      <main>
        <SelectionBar
          shown={2}
          total={2}
          selected={selected}
          onSelectAll={() => setSelected(2)}
          onClear={() => setSelected(0)}
          onCopy={() => {}}
          onDownload={() => {}}
          onDelete={() => {}}
        />
      </main>
    );
  }
  render(<Bar />);
  await press('Select all');
  await expect.poll(() => document.activeElement?.textContent).toBe('Copy Markdown');
  await press('Clear selection');
  await expect.element(button('Select all')).toHaveFocus();
});

test('not to what the person has left', async () => {
  render(<Shelf titles={['One']} />);
  await expect.element(button('Restore One')).toBeVisible();
  const restore = button('Restore One').element() as HTMLElement;
  restore.focus();
  await userEvent.click(page.getByText('One', { exact: true }));
  expect(document.activeElement).toBe(document.body);
  restore.click();
  await expect.poll(() => restore.isConnected).toBe(false);
  expect(document.activeElement).toBe(document.body);
});
