import type { ReactNode } from 'react';
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { anInsight } from '../../test/support/builders';
import {
  counterEvidence,
  evidence,
  findings,
  links,
  manyInsights,
  noFacets,
} from '../../test/support/library-parts';
import { expectAccessible, render } from '../../test/support/render';
import { DoneNotice } from './done-notice';
import { FirstSteps } from './first-steps';
import type { ShownImport } from './import-report';
import { ImportView, type ImportViewProps } from './import-view';
import { InsightActions } from './insight-actions';
import { InsightList } from './insight-list';
import { InsightView } from './insight-view';
import type { ShownKeptFile } from './kept-files';
import { KeyHelp } from './key-help';
import { LibraryFrame, type LibraryRoom } from './library-frame';
import { ListControls } from './list-controls';
import { MendFrame } from './mend-frame';
import { MendView, type MendViewProps } from './mend-view';
import { RoomMessage } from './room-message';
import { SelectionBar } from './selection-bar';
import { TrashView } from './trash-view';
import { TwoPanes } from './two-panes';

const nothing = () => undefined;

function frame(room: LibraryRoom, children: ReactNode, notice?: ReactNode) {
  return (
    <LibraryFrame
      room={room}
      hrefOf={(name) => `#/${name}`}
      trashCount={2}
      onHelp={nothing}
      notice={notice}
    >
      {children}
    </LibraryFrame>
  );
}

const insight = anInsight({
  status: 'draft',
  card: { title: `${'Averylongword'.repeat(12)} הפגישה הראשונה` },
});

const actions = (
  <InsightActions
    switchHref="#/edit"
    editing={false}
    canCite
    onCopy={nothing}
    onDownload={nothing}
    onCite={nothing}
    onDelete={nothing}
  />
);

const view = (
  <InsightView
    insight={insight}
    clips={[evidence, counterEvidence]}
    links={links}
    findings={findings}
    citation="Mira Oyelaran, “Title,” Source, 2026-01-14."
    hrefOfCard={nothing}
    editHref="#/edit"
    listHref="#/"
    actions={actions}
    namings={[]}
    onLink={nothing}
  />
);

const list = (
  <>
    <ListControls
      filter={{ tier: 'A' }}
      order="newest"
      facets={{ ...noFacets, tier: [{ value: 'A', count: 3 }] }}
      onFilter={nothing}
      onOrder={nothing}
      onEnterList={nothing}
    />
    <SelectionBar
      shown={30}
      total={40}
      selected={2}
      onSelectAll={nothing}
      onClear={nothing}
      onDownload={nothing}
      onCopy={nothing}
      onDelete={nothing}
    />
    <InsightList
      insights={manyInsights(30)}
      selected={new Set()}
      hrefOf={(key) => `#/insight/${key}`}
      quoteOf={nothing}
      onSelect={nothing}
      onEscape={nothing}
    />
  </>
);

const report: ShownImport = {
  files: 12,
  added: 8,
  updated: 1,
  merged: 0,
  unchanged: 0,
  kept: ['ins_kept'],
  inTrash: ['ins_trashed'],
  skipped: ['README.md'],
  broken: [
    {
      name: 'cards/ins_broken.md',
      line: 7,
      reason: 'A key stands here twice: tier',
      isKept: true,
    },
    { name: 'cards/ins_bytes.md', reason: 'The file could not be read as text.', isKept: false },
  ],
};

const keptFile: ShownKeptFile = {
  key: 'one',
  path: 'cards/ins_broken.md',
  line: 7,
  reason: 'A key stands here twice: tier',
  edited: true,
  href: '#/mend/one',
};

const importRoom = (parts: Partial<ImportViewProps>) => (
  <ImportView
    progress={undefined}
    report={undefined}
    conflicts={[]}
    keptFiles={[]}
    listHref="#/"
    onCancel={nothing}
    onDiscard={nothing}
    onFiles={nothing}
    onDrop={nothing}
    {...parts}
  />
);

const importing = importRoom({ progress: { stage: 'importing', done: 3, total: 9 } });

const imported = importRoom({ report, keptFiles: [keptFile] });

const mend = (parts: Partial<MendViewProps>) => (
  <MendFrame path="cards/ins_broken.md" backHref="#/import">
    <MendView
      text={`---\nid: ins_broken\n${'operator: somebody\n'.repeat(60)}`}
      reading={{ kind: 'fault', line: 7, reason: 'A key stands here twice: operator' }}
      saveState="saved"
      onChange={nothing}
      onBlur={nothing}
      onBringIn={nothing}
      onDiscard={nothing}
      onSaveFile={nothing}
      {...parts}
    />
  </MendFrame>
);

const mended = mend({
  reading: {
    kind: 'card',
    id: 'ins_broken',
    title: 'ساعة واحدة '.repeat(20),
    claim: 'One hour a week is enough.',
    operator: 'Mira Oyelaran',
    takenHref: '#/insight/other',
  },
});

const trash = (
  <TrashView
    insights={manyInsights(3).map((each) => ({ ...each, deletedAt: each.createdAt }))}
    clips={[evidence, counterEvidence].map(({ clip }) => ({ ...clip, deletedAt: clip.capturedAt }))}
    quoteOf={nothing}
    insightTitleOf={() => insight.card.title}
    onRestore={nothing}
  />
);

const notice = <DoneNotice tone="info" message="Moved." onUndo={nothing} onDismiss={nothing} />;

const rooms: readonly [string, ReactNode][] = [
  [
    'the card beside the list',
    frame(
      'insights',
      <TwoPanes list={list} listLabel="Insights" detail={view} onLeave={nothing} />,
      notice,
    ),
  ],
  ['an import under way', frame('import', importing)],
  ['an import report', frame('import', imported)],
  ['a file to mend', frame('import', mend({}))],
  ['a mended file', frame('import', mended)],
  ['the trash', frame('trash', trash)],
  [
    'an empty library',
    frame(
      'insights',
      <RoomMessage>
        <FirstSteps importHref="#/import" clipKey="Alt+Shift+S" />
      </RoomMessage>,
    ),
  ],
];

for (const width of [1280, 320]) {
  test.each(rooms)(
    `at ${width} pixels, accessible and no wider than the page: %s`,
    async (_, room) => {
      await page.viewport(width, 800);
      render(room);
      await expect.element(page.getByRole('main')).toBeVisible();
      expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
      await expectAccessible();
    },
  );
}

test('the card shows each clip with its time, note and provenance, and links from this end', async () => {
  await page.viewport(1280, 900);
  render(frame('insights', view));
  await expect
    .element(page.getByRole('link', { name: '00:12:31' }))
    .toHaveAttribute('href', evidence.href);
  await expect.element(page.getByText('Ask how they count', { exact: false })).toBeVisible();
  await userEvent.click(page.getByText('Where this came from').first());
  await expect.element(page.getByText('from json-ld:author')).toBeVisible();
  await expect.element(page.getByText('Is contradicted by')).toBeVisible();
});

test('a broken file is named with its line and reason, and leads to where it is mended', async () => {
  render(frame('import', imported));
  await expect
    .element(page.getByRole('link', { name: 'cards/ins_broken.md, line 7' }))
    .toHaveAttribute('href', '#/mend/one');
  await expect.element(page.getByText('A key stands here twice: tier')).toBeVisible();
  await expect.element(page.getByText('cards/ins_bytes.md')).toBeVisible();
});

test('the faulty line is in view, and the keyboard is brought to it', async () => {
  await page.viewport(1280, 800);
  const typed: string[] = [];
  render(
    mend({
      reading: { kind: 'fault', line: 40, reason: 'A key stands here twice: operator' },
      onChange: (text) => typed.push(text),
    }),
  );
  const area = page.getByLabelText('Text of the file');
  await expect.element(area).toBeVisible();
  const text = area.element() as HTMLTextAreaElement;
  await expect.poll(() => text.scrollTop).toBeGreaterThan(300);
  const go = page.getByRole('button', { name: 'Go to line 40' }).element();
  if (go instanceof HTMLElement) go.focus();
  await userEvent.keyboard('{Enter}');
  await expect.element(area).toHaveFocus();
  await userEvent.keyboard('# ');
  expect(typed[0]?.split('\n')[39]).toBe('#operator: somebody');
  await expect.element(page.getByRole('button', { name: 'Bring it in' })).toBeDisabled();
});

test('an import that only stores can not be called off any more', async () => {
  let cancelled = 0;
  const onCancel = () => (cancelled += 1);
  const host = render(importRoom({ progress: { stage: 'reading', done: 1, total: 9 }, onCancel }));
  await userEvent.click(page.getByRole('button', { name: 'Cancel' }));
  expect(cancelled).toBe(1);
  host.hidden = true;
  render(importRoom({ progress: { stage: 'storing', done: 9, total: 9 }, onCancel }));
  await expect.element(page.getByText('Storing the cards')).toBeVisible();
  expect(page.getByRole('button', { name: 'Cancel' }).elements()).toEqual([]);
});

test('dropped files are handed over', async () => {
  const names: string[] = [];
  render(importRoom({ onDrop: (data) => names.push(...[...data.files].map(({ name }) => name)) }));
  const zone = page.getByText('Drop files, a folder or a zip here');
  await expect.element(zone).toBeVisible();
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(new File(['---'], 'ins_one.md'));
  zone.element().dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true }));
  expect(names).toEqual(['ins_one.md']);
});

test('filters say what they would leave; clearing them keeps the words searched for', async () => {
  const filters: unknown[] = [];
  render(
    <ListControls
      filter={{ query: 'first', tier: 'A' }}
      order="newest"
      facets={{ ...noFacets, domain: [{ value: 'pricing', count: 12 }] }}
      onFilter={(filter) => filters.push(filter)}
      onOrder={nothing}
      onEnterList={nothing}
    />,
  );
  await userEvent.click(page.getByText('Filters (1 on)'));
  await userEvent.selectOptions(page.getByRole('combobox', { name: 'Domain' }), 'pricing (12)');
  await userEvent.click(page.getByRole('button', { name: 'Clear filters' }));
  expect(filters).toEqual([{ query: 'first', tier: 'A', domain: 'pricing' }, { query: 'first' }]);
});

test('the help opens as a dialog, closes with Esc, and is accessible', async () => {
  let closed = 0;
  render(
    <main>
      <h1>Library</h1>
      <KeyHelp open singleKeys onSingleKeys={nothing} onClose={() => (closed += 1)} />
    </main>,
  );
  await expect.element(page.getByRole('dialog', { name: 'Keyboard' })).toBeVisible();
  await expectAccessible();
  await userEvent.keyboard('{Escape}');
  await expect.poll(() => closed).toBe(1);
});

test('what came in is told although something else could not be stored', async () => {
  const partly = importRoom({ report: { ...report, failure: 'The disk is full.' } });
  render(frame('import', partly));
  await expect.element(page.getByText('The disk is full.')).toBeVisible();
  await expect.element(page.getByText('cards/ins_bytes.md')).toBeVisible();
});
