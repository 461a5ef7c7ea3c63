import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { MergeChoices } from '@/lib/core/codex/merge-fields';
import { expectAccessible, render } from '../../test/support/render';
import { ConflictView, type ShownConflictPart } from './conflict-view';
import type { ShownSync } from './folder-report';
import { FolderView, type FolderState, type FolderViewProps } from './folder-view';

const nothing = () => undefined;
const standard: FolderViewProps = {
  name: 'a-codex',
  state: { kind: 'in-step', cards: 3 },
  sync: undefined,
  keepsIndex: false,
  conflicts: [],
  importHref: '#/import',
  onChoose: nothing,
  onSync: nothing,
  onGiveAccess: nothing,
  onVanished: nothing,
  onIndex: nothing,
  onKeepIndex: nothing,
  onStop: nothing,
};

test('without a folder: says what will happen before anything is chosen', async () => {
  let chosen = 0;
  render(<FolderView {...standard} name={undefined} onChoose={() => (chosen += 1)} />);
  await expect.element(page.getByRole('listitem')).toHaveLength(4);
  await page.getByRole('button', { name: 'Choose a folder' }).click();
  expect(chosen).toBe(1);
  await expectAccessible();
});

test('without the browser’s help: the way by zip', async () => {
  render(<FolderView {...standard} name={undefined} onChoose={undefined} />);
  await expect.element(page.getByRole('link', { name: 'Go to the import' })).toBeVisible();
  expect(page.getByRole('button').elements()).toHaveLength(0);
});

test.each<[FolderState, string, string | undefined]>([
  [{ kind: 'in-step', cards: 3 }, 'In step: 3 cards.', undefined],
  [{ kind: 'working', done: 10, total: 40 }, '10 of 40 cards', undefined],
  [{ kind: 'no-access', refused: false }, 'has closed this folder', 'Give access again'],
  [{ kind: 'no-access', refused: true }, 'Access was refused', 'Give access again'],
  [{ kind: 'gone' }, 'is not where it was', 'Choose it again'],
  [{ kind: 'vanished', gone: 30, of: 40 }, '30 of 40 cards', 'Write 30 files again'],
  [{ kind: 'vanished', gone: 1, of: 1 }, '1 of 1 cards', 'Move 1 insight to the trash'],
  [{ kind: 'failed', text: 'The disk is full.' }, 'The disk is full.', undefined],
])('%o says where it stands and the next step', async (state, words, step) => {
  const told: string[] = [];
  render(
    <FolderView
      {...standard}
      state={state}
      onChoose={() => told.push('choose')}
      onGiveAccess={() => told.push('access')}
      onVanished={(answer) => told.push(answer)}
    />,
  );
  await expect.element(page.getByText(words, { exact: false })).toBeVisible();
  if (step) await page.getByRole('button', { name: step }).click();
  expect(told).toHaveLength(step ? 1 : 0);
  await expectAccessible();
});

test('what the last sync did is told in numbers, with the cards and the files that stay out', async () => {
  const changes = Array.from({ length: 60 }, (_, n) => ({
    change: 'added' as const,
    path: `insights/ins_${n}.md`,
    title: `Card ${n}`,
    href: `#/insight/${n}`,
  }));
  const trashed = { path: 'ins_x.md', title: 'سؤال', href: undefined };
  const sync: ShownSync = {
    changes: [...changes, { change: 'insight-trashed', ...trashed }],
    gone: 1,
    broken: [{ name: 'ins_torn.md, line 3', reason: 'This line is no card’s.' }],
  };
  render(<FolderView {...standard} sync={sync} />);
  await page.getByText('60 new cards came in').click();
  await expect.element(page.getByRole('link', { name: 'Card 49' })).toBeVisible();
  await expect.element(page.getByText('and 10 more')).toBeVisible();
  await expect.element(page.getByText(/because its file was deleted/)).toBeVisible();
  await expect.element(page.getByText('ins_torn.md, line 3')).toBeVisible();
  await expectAccessible();
});

const parts: ShownConflictPart[] = [
  {
    part: 'sections.claim',
    mine: [
      { text: 'People come back in ', differs: false },
      { text: 'one hour.', differs: true },
    ],
    theirs: [
      { text: 'People come back in ', differs: false },
      { text: 'a day.', differs: true },
    ],
  },
  { part: 'tier', mine: [{ text: 'A', differs: true }], theirs: [] },
];

test('a conflict is solved part by part with the keyboard', async () => {
  let saved: MergeChoices | undefined;
  render(
    <ConflictView
      title="A card"
      href="#/insight/1"
      path="insights/ins_one.md"
      parts={parts}
      onSave={(choices) => (saved = choices)}
    />,
  );
  const save = page.getByRole('button', { name: 'Save your choice for A card' });
  await expect.element(save).toBeDisabled();
  await expect.element(page.getByText('one hour.')).toBeVisible();
  expect(document.querySelectorAll('mark')).toHaveLength(3);
  await expectAccessible();
  const claim = page.getByRole('group', { name: 'Claim' });
  claim.getByRole('radio').first().element().focus();
  await userEvent.keyboard(' {ArrowDown}{ArrowDown}');
  const own = claim.getByRole('textbox');
  await expect
    .element(own)
    .toHaveValue('People come back in one hour.\nPeople come back in a day.');
  await own.fill('People come back soon.');
  // To look at the other versions once more costs no words.
  for (const choice of ['Take what the file has', 'Write it myself']) {
    await claim.getByRole('radio', { name: choice }).click();
  }
  await expect.element(own).toHaveValue('People come back soon.');
  const tier = page.getByRole('group', { name: 'Tier' });
  expect(tier.getByRole('radio').elements()).toHaveLength(2);
  await tier.getByRole('radio', { name: 'Take what the file has' }).click();
  await save.click();
  expect(saved).toEqual(
    new Map<string, unknown>([
      ['sections.claim', { text: 'People come back soon.' }],
      ['tier', 'theirs'],
    ]),
  );
});

test('long words and a narrow page', async () => {
  await page.viewport(320, 700);
  const long = 'x'.repeat(300);
  render(
    <FolderView
      {...standard}
      name={long}
      conflicts={[
        <ConflictView
          key="1"
          title={long}
          href="#/"
          path={`${long}.md`}
          parts={[{ part: `key:${long}`, mine: [{ text: long, differs: true }], theirs: [] }]}
          onSave={nothing}
        />,
      ]}
    />,
  );
  await expect.element(page.getByText('1 card needs your choice')).toBeVisible();
  const { scrollWidth, clientWidth } = document.documentElement;
  expect(scrollWidth).toBeLessThanOrEqual(clientWidth);
  await page.viewport(1000, 700);
});
