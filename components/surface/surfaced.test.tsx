import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { aClip, anId, anInsight, aSnapshot } from '../../test/support/builders';
import { expectAccessible, render } from '../../test/support/render';
import { fakeSurface, nothingSurfaced, type FakeSurface } from '../../test/support/surface-api';
import { fullSurfacing, objection } from '../../test/support/surfaced';
import { SurfaceApp } from './surface-app';

const button = (name: string) => page.getByRole('button', { name, exact: true });
const part = (name: string) => page.getByRole('region', { name, exact: true });
const third = aSnapshot().passages[2];

function open(parts: Parameters<typeof fakeSurface>[0] = {}): FakeSurface {
  const fake = fakeSurface({ surfacing: fullSurfacing, ...parts });
  render(<SurfaceApp api={fake.api} />);
  return fake;
}

test.each([320, 420])('everything at %i px is accessible in light and dark', async (width) => {
  await page.viewport(width, 600);
  open();
  await expect.element(part('Counter-evidence')).toBeInTheDocument();
  await expectAccessible();
});

test('one first heading, one second heading for each part', async () => {
  open();
  await expect.element(part('Related')).toBeInTheDocument();
  const names = (level: number) =>
    page
      .getByRole('heading', { level })
      .elements()
      .map((heading) => heading.textContent);
  expect(names(1)).toEqual(['Counterpoint']);
  expect(names(2)).toEqual(['On this page1', 'Related1', 'Counter-evidence3']);
});

describe('on this page', () => {
  test('a clip with its time, its note and its insight', async () => {
    const fake = open();
    const own = part('On this page');
    await expect.element(own.getByRole('link', { name: '00:12:31' })).toBeVisible();
    await expect.element(own.getByText('Ask how they count a first result.')).toBeVisible();
    await expect.element(own.getByText('Draft', { exact: true })).toBeVisible();
    await userEvent.click(own.getByRole('heading', { level: 3 }).getByRole('button'));
    expect(fake.calls).toEqual([['openInsight', anId(2)]]);
  });

  test('a deleted clip stays in its place until restored, even when its draft went with it', async () => {
    const fake = open();
    const remove = part('On this page').getByRole('button', { name: 'Undo clip' }).first();
    await userEvent.click(remove);
    fake.surfacing = nothingSurfaced;
    fake.changeData();
    await expect.element(part('Related')).not.toBeInTheDocument();
    await expect.element(button('Restore')).toHaveFocus();
    await expect.element(page.getByText('Clip deleted')).toBeInTheDocument();
    await expectAccessible();
    await userEvent.keyboard('{Enter}');
    // No surfacing has found it yet: it stands where it stood, and keeps the keyboard.
    await expect.element(page.getByText('Clip restored')).toBeInTheDocument();
    await expect.element(part('On this page')).toBeVisible();
    await expect.element(button('Undo clip')).toHaveFocus();
    fake.surfacing = fullSurfacing;
    fake.changeData();
    await expect.element(part('Related')).toBeInTheDocument();
    expect(button('Restore').elements()).toEqual([]);
    expect(fake.calls).toEqual([
      ['undoClip', anId(102)],
      ['redoClip', anId(102)],
    ]);
  });

  test('a quote written from right to left stands so', async () => {
    open();
    const hebrew = part('On this page').getByText(/חזרו אלינו/u);
    await expect.element(hebrew).toBeVisible();
    const figure = hebrew.element().closest('figure');
    expect(figure && getComputedStyle(figure).direction).toBe('rtl');
  });
});

describe('related', () => {
  test('says why: both sides, the shared terms marked in each, same source, same operator', async () => {
    const fake = open();
    const related = part('Related');
    await expect.element(related.getByText('Same source')).toBeVisible();
    await expect.element(related.getByText('Same operator')).toBeVisible();
    await expect.element(related.getByText('Tier A')).toBeVisible();
    const marks = [...related.element().querySelectorAll('figure')].map((side) =>
      [...side.querySelectorAll('mark')].map((mark) => mark.textContent),
    );
    expect(marks).toEqual([
      ['first', 'result', 'session'],
      ['first', 'result', 'session'],
    ]);
    await userEvent.click(related.getByRole('button', { name: 'Show on page' }));
    expect(fake.calls).toEqual([['showOnPage', aSnapshot().passages[1]]]);
  });

  test('the sides stand beside each other at 420 px and one above the other below', async () => {
    open();
    const tops = () =>
      [...part('Related').element().querySelectorAll('figure')].map(
        (side) => side.getBoundingClientRect().top,
      );
    await page.viewport(420, 600);
    await expect.element(part('Related')).toBeInTheDocument();
    expect(new Set(tops()).size).toBe(1);
    await page.viewport(419, 600);
    expect(new Set(tops()).size).toBe(2);
  });

  test('a passage that is not on the page any more is said to be gone', async () => {
    open({ shown: false });
    await userEvent.click(part('Related').getByRole('button', { name: 'Show on page' }));
    await expect.element(page.getByText(/not on the page any more/u)).toBeVisible();
  });
});

describe('counter-evidence', () => {
  test('names and explains each kind, and leaves out a kind that is not there', async () => {
    const recorded = fullSurfacing.counterEvidence.slice(0, 1);
    const fake = open();
    const against = part('Counter-evidence');
    for (const name of ['Recorded on the card', 'Contradicting insight', 'May challenge']) {
      await expect.element(against.getByRole('heading', { name, exact: true })).toBeVisible();
    }
    fake.surfacing = { ...fullSurfacing, counterEvidence: recorded };
    fake.changeData();
    await expect.element(page.getByText('May challenge')).not.toBeInTheDocument();
    await expect.element(page.getByText('Recorded on the card')).toBeVisible();
  });

  test('a contradicting insight says which and why, and opens', async () => {
    const fake = open();
    await expect.element(page.getByText(/They measured teams/u)).toBeVisible();
    await userEvent.click(button(objection.card.title));
    expect(fake.calls).toEqual([['openInsight', objection.key]]);
  });

  test('a passage that may challenge is added to the card, and taken back', async () => {
    const fake = open();
    await userEvent.click(button('Add to card as counter-evidence'));
    await expect.element(page.getByText('Added to the card')).toBeVisible();
    await expectAccessible();
    await expect.element(button('Undo')).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await expect.element(button('Add to card as counter-evidence')).toBeVisible();
    expect(fake.calls).toEqual([
      [
        'clip',
        { kind: 'passage', passage: third },
        { insightKey: anInsight().key, role: 'counter-evidence' },
      ],
      ['undoClip', anId(201)],
    ]);
  });

  test('Alt+A adds the passage that is next, from anywhere, and not the keys that write', async () => {
    const fake = open();
    const add = button('Add to card as counter-evidence');
    await expect.element(add).toHaveAttribute('aria-keyshortcuts', 'Alt+A');
    for (const keys of ['a', '{Control>}{Alt>}a{/Alt}{/Control}']) await userEvent.keyboard(keys);
    expect(fake.calls).toEqual([]);
    await userEvent.keyboard('{Alt>}a{/Alt}');
    await expect.element(page.getByText('Added to the card')).toBeVisible();
    await userEvent.keyboard('{Alt>}a{/Alt}');
    expect(fake.calls.map(([name]) => name)).toEqual(['clip']);
    await expectAccessible();
  });

  test('the keyboard stays on the button while the passage is being stored', async () => {
    const { api } = fakeSurface({ surfacing: fullSurfacing });
    const stored = Promise.withResolvers<void>();
    const clip: typeof api.clip = (...asked) => stored.promise.then(() => api.clip(...asked));
    render(<SurfaceApp api={{ ...api, clip }} />);
    const add = button('Add to card as counter-evidence');
    await expect.element(add).toBeVisible();
    (add.element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    await expect.element(button('Save this page')).toBeDisabled();
    stored.resolve();
    await expect.element(button('Undo')).toHaveFocus();
  });

  test('a passage that is on the card already is not offered again, until it is deleted', async () => {
    const clip = aClip({ quote: third?.text ?? '', role: 'counter-evidence' });
    const onThisPage = [{ insight: anInsight(), clips: [clip] }];
    const fake = open({ surfacing: { ...fullSurfacing, onThisPage } });
    await expect.element(page.getByText('Added to the card')).toBeVisible();
    await userEvent.click(part('On this page').getByRole('button', { name: 'Undo clip' }));
    await expect.element(button('Add to card as counter-evidence')).toBeVisible();
    await userEvent.click(button('Restore'));
    await userEvent.click(button('Undo'));
    expect(fake.calls).toEqual([
      ['undoClip', clip.id],
      ['redoClip', clip.id],
      ['undoClip', clip.id],
    ]);
  });
});
