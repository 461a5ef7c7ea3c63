import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Surfacing } from '@/lib/core/match/surfacing';
import { anId, anInsight, aSnapshot } from '../../test/support/builders';
import { expectAccessible, render } from '../../test/support/render';
import { fakeSurface, nothingSurfaced, type FakeSurface } from '../../test/support/surface-api';
import { fullSurfacing, severalRelated } from '../../test/support/surfaced';
import { SurfaceApp } from './surface-app';

const part = (name: string) => page.getByRole('region', { name, exact: true });
const button = (name: string) => part('Related').getByRole('button', { name, exact: true });
const focused = () => document.activeElement as HTMLElement;

const all: Surfacing = { ...nothingSurfaced, related: severalRelated };
const without = (...titles: string[]): Surfacing => ({
  ...all,
  related: severalRelated.filter(({ insight }) => !titles.includes(insight.card.title)),
});

function open(parts: Parameters<typeof fakeSurface>[0] = {}): FakeSurface {
  const fake = fakeSurface({ surfacing: all, ...parts });
  render(<SurfaceApp api={fake.api} />);
  return fake;
}

/** The related list as it reads from above: titles, and a dash for each line of one dismissed. */
function rows(): string[] {
  const items = part('Related').element().querySelectorAll(':scope > ul > li');
  return [...items].map((item) => item.querySelector('h3')?.textContent ?? '-');
}

const dismiss = (title: string) =>
  userEvent.click(
    part('Related')
      .getByRole('listitem')
      .filter({ has: page.getByRole('heading', { name: title }) })
      .getByRole('button', { name: 'Not related' }),
  );

/** The data has changed, and what was surfaced since is shown: a draft of this page tells that it is. */
async function surfaceAgain(fake: FakeSurface, surfacing: Surfacing): Promise<void> {
  const title = `Surfaced ${fake.surfaced + 1}`;
  const insight = anInsight({ key: anId(50), status: 'draft', card: { title } });
  fake.surfacing = { ...surfacing, onThisPage: [{ insight, clips: [] }] };
  fake.changeData();
  await expect.element(part('On this page').getByText(title)).toBeVisible();
}

describe('not related', () => {
  test('leaves a line with Undo in its place, where the keyboard goes on', async () => {
    const fake = open();
    await expect.element(part('Related')).toBeVisible();
    (button('Not related').nth(1).element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    await expect.element(button('Undo')).toHaveFocus();
    await expect
      .element(button('Undo'))
      .toHaveAccessibleDescription('Not shown on this page again: Two');
    await expect.element(part('Related').getByText('Not shown on this page again')).toBeVisible();
    expect(rows()).toEqual(['One', '-', 'Three']);
    await expect
      .element(part('Related').getByRole('heading', { level: 2 }))
      .toHaveTextContent('Related2');
    expect(fake.calls).toEqual([['dismiss', anId(12), severalRelated[1]?.match]]);
    await expectAccessible();
  });

  test('the line outlives a surfacing without the match, and Undo brings it back in place', async () => {
    const fake = open();
    await dismiss('Two');
    await expect.element(button('Undo')).toHaveFocus();
    await surfaceAgain(fake, without('Two'));
    await expect.element(button('Undo')).toHaveFocus();
    expect(rows()).toEqual(['One', '-', 'Three']);
    await userEvent.keyboard('{Enter}');
    await expect.element(button('Not related').nth(1)).toHaveFocus();
    expect(rows()).toEqual(['One', 'Two', 'Three']);
    await surfaceAgain(fake, all);
    await expect.element(button('Not related').nth(1)).toHaveFocus();
    expect(rows()).toEqual(['One', 'Two', 'Three']);
    await expect.element(page.getByText('Shown again: Two')).toBeInTheDocument();
    expect(fake.calls.slice(1)).toEqual([['undismiss', anId(301)]]);
    // From here on it is the surfacing that speaks of it.
    await surfaceAgain(fake, without('Two'));
    expect(rows()).toEqual(['One', 'Three']);
  });

  test('each has its own line and its own Undo', async () => {
    const fake = open();
    await dismiss('Three');
    await expect.element(button('Undo')).toHaveFocus();
    await dismiss('One');
    await expect.poll(rows).toEqual(['-', 'Two', '-']);
    await dismiss('Two');
    await expect.poll(rows).toEqual(['-', '-', '-']);
    await surfaceAgain(fake, nothingSurfaced);
    await expect.poll(rows).toEqual(['-', '-', '-']);
    expect(page.getByText('Nothing in your library touches this page.').elements()).toEqual([]);
    await userEvent.click(button('Undo').nth(1));
    await expect.poll(rows).toEqual(['-', 'Two', '-']);
    expect(fake.calls.at(-1)).toEqual(['undismiss', anId(303)]);
  });

  test('a match that could not be dismissed stays, and so does a line that could not be undone', async () => {
    const fake = open({ failure: { kind: 'storage-full' } });
    await dismiss('Two');
    await expect.element(page.getByText(/The disk is full/u)).toBeVisible();
    expect(rows()).toEqual(['One', 'Two', 'Three']);
    await expect.element(button('Not related').nth(1)).toHaveFocus();
    fake.failure = undefined;
    await userEvent.keyboard('{Enter}');
    await expect.element(button('Undo')).toHaveFocus();
    expect(page.getByText(/The disk is full/u).elements()).toEqual([]);
    fake.failure = { kind: 'storage-failed' };
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText(/could not be reached/u)).toBeVisible();
    await expect.element(button('Undo')).toHaveFocus();
    expect(rows()).toEqual(['One', '-', 'Three']);
  });

  test('a surfacing that knows of it before the answer takes nothing away', async () => {
    const fake = fakeSurface({ surfacing: all });
    let answer = () => {};
    const gate = new Promise<void>((resolve) => (answer = resolve));
    const slow: typeof fake.api.dismiss = async (...given) => {
      await gate;
      return fake.api.dismiss(...given);
    };
    render(<SurfaceApp api={{ ...fake.api, dismiss: slow }} />);
    await dismiss('Two');
    await dismiss('Two');
    await surfaceAgain(fake, without('Two'));
    expect(rows()).toEqual(['One', 'Two', 'Three']);
    answer();
    await expect.element(button('Undo')).toHaveFocus();
    expect(rows()).toEqual(['One', '-', 'Three']);
    expect(fake.calls.length).toBe(1);
  });

  test('the focus stays with a person who has gone on meanwhile', async () => {
    const fake = fakeSurface({ surfacing: all });
    let answer = () => {};
    const gate = new Promise<void>((resolve) => (answer = resolve));
    const slow: typeof fake.api.dismiss = async (...given) => {
      await gate;
      return fake.api.dismiss(...given);
    };
    render(<SurfaceApp api={{ ...fake.api, dismiss: slow }} />);
    await dismiss('Two');
    await userEvent.tab();
    const next = focused();
    answer();
    await expect.poll(rows).toEqual(['One', '-', 'Three']);
    expect(focused()).toBe(next);
  });

  test('what argues against it goes and comes back with it', async () => {
    const other = anInsight({ key: anId(11), card: { title: 'One' } });
    const [recorded, contradicting, challenge] = fullSurfacing.counterEvidence;
    if (!recorded || !contradicting || !challenge) throw new Error('a kind is missing');
    const against = {
      ...recorded,
      insight: other,
      counter: { ...recorded.counter, key: other.key },
    };
    const counterEvidence = [contradicting, against, challenge];
    const fake = open({ surfacing: { ...fullSurfacing, counterEvidence } });
    await expect.element(part('Counter-evidence')).toBeVisible();
    const kinds = () =>
      [...part('Counter-evidence').element().querySelectorAll('h3')].map(
        (each) => each.textContent,
      );
    await userEvent.click(button('Not related'));
    await expect.poll(kinds).toEqual(['Recorded on the card']);
    await surfaceAgain(fake, { ...nothingSurfaced, counterEvidence: [against] });
    await userEvent.click(button('Undo'));
    await expect
      .poll(kinds)
      .toEqual(['Recorded on the card', 'Contradicting insight', 'May challenge']);
  });

  test('the lines are gone once another page comes into view', async () => {
    const fake = open({ place: 'side-panel' });
    await dismiss('Two');
    await expect.element(button('Undo')).toBeVisible();
    fake.surfacing = without('Two');
    fake.snapshot = aSnapshot({ url: 'https://radio.example/episode' });
    fake.changeTab();
    await expect.element(button('Undo')).not.toBeInTheDocument();
    await expect.poll(rows).toEqual(['One', 'Three']);
  });
});

test('written from right to left, Not related stands at the left and nothing is wider than 320 px', async () => {
  document.documentElement.dir = 'rtl';
  await page.viewport(320, 600);
  try {
    open();
    await dismiss('Three');
    await expect.element(button('Undo')).toBeVisible();
    const [show] = button('Show on page').elements();
    const [no] = button('Not related').elements();
    expect(no?.getBoundingClientRect().left).toBeLessThan(show?.getBoundingClientRect().left ?? 0);
    expect(document.documentElement.scrollWidth).toBe(320);
    await expectAccessible();
  } finally {
    document.documentElement.dir = '';
  }
});
