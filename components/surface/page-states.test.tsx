import { describe, expect, onTestFinished, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { anInsight, aSnapshot } from '../../test/support/builders';
import { expectAccessible, render } from '../../test/support/render';
import { fakeSurface, type FakeSurface } from '../../test/support/surface-api';
import { fullSurfacing, severalRelated } from '../../test/support/surfaced';
import './page.css';
import { SurfaceApp } from './surface-app';
import type { SurfaceFailure } from './surface-api';

function open(parts: Parameters<typeof fakeSurface>[0] = {}): FakeSurface {
  const fake = fakeSurface(parts);
  render(<SurfaceApp api={fake.api} />);
  return fake;
}

const related = { ...fullSurfacing, onThisPage: [], counterEvidence: [] };

test('nothing has to be scrolled sideways in a narrow side panel, also with text twice as large', async () => {
  const root = document.documentElement;
  await page.viewport(360, 700);
  root.style.fontSize = '200%';
  onTestFinished(() => {
    root.style.fontSize = '';
  });
  open({ surfacing: fullSurfacing, place: 'side-panel' });
  await expect.element(page.getByRole('region', { name: 'Counter-evidence' })).toBeVisible();
  expect(root.scrollWidth).toBeLessThanOrEqual(360);
});

describe('what is said of a page', () => {
  test('that it is being read, until it is', async () => {
    let let_go = () => {};
    const gate = new Promise<void>((resolve) => (let_go = resolve));
    open({ gate });
    await expect.element(page.getByText('Reading the page')).toBeInTheDocument();
    await expectAccessible();
    let_go();
    await expect
      .element(page.getByText('Nothing in your library touches this page.'))
      .toBeVisible();
    expect(page.getByText('Reading the page').elements()).toEqual([]);
  });

  test('the closest first, uncounted, and all the rest once it is there', async () => {
    const whole = { ...fullSurfacing, related: severalRelated };
    const fake = fakeSurface({ surfacing: whole });
    let let_go = () => {};
    const gate = new Promise<void>((resolve) => (let_go = resolve));
    const surface: typeof fake.api.surface = async (snapshot, watch) => {
      watch?.onProgress?.(1_500, 2_000);
      watch?.onFirst?.({ ...whole, related: severalRelated.slice(0, 1), counterEvidence: [] });
      await gate;
      return fake.api.surface(snapshot);
    };
    render(<SurfaceApp api={{ ...fake.api, surface }} />);
    const part = page.getByRole('region', { name: 'Related', exact: true });
    await expect.element(part.getByRole('heading', { level: 3 })).toHaveTextContent('One');
    expect(part.element().querySelector('h2')?.textContent).toBe('Related');
    expect(page.getByText('Reading the page').elements()).toHaveLength(1);
    expect(page.getByRole('progressbar').elements()).toEqual([]);
    await expectAccessible();

    let_go();
    await expect.element(page.getByRole('region', { name: 'Counter-evidence' })).toBeVisible();
    expect(part.getByRole('heading', { level: 3 }).elements()).toHaveLength(3);
    expect(part.element().querySelector('h2')?.textContent).toBe('Related3');
    expect(page.getByText('Reading the page').elements()).toEqual([]);
  });

  test('how far the library is read, where it is read for the first time', async () => {
    const fake = fakeSurface({ surfacing: related });
    let report: (done: number, all: number) => void = () => {};
    let let_go = () => {};
    const gate = new Promise<void>((resolve) => (let_go = resolve));
    const surface: typeof fake.api.surface = async (snapshot, watch) => {
      report = watch?.onProgress ?? report;
      await gate;
      return fake.api.surface(snapshot);
    };
    render(<SurfaceApp api={{ ...fake.api, surface }} />);
    await expect.element(page.getByText('Tidewater Essays')).toBeVisible();
    expect(page.getByRole('progressbar').elements()).toEqual([]);
    const live = () => document.querySelector('main span[aria-live]')?.textContent;
    expect(live()).toBe('Reading the page');

    report(2_600, 10_000);
    const bar = page.getByLabelText('Reading your library… 2,600 of 10,000');
    await expect.element(bar).toBeVisible();
    await expect.element(bar).toHaveAttribute('value', '2600');
    expect(live()).toBe('Reading your library… 2,500 of 10,000');
    await expectAccessible();
    report(4_900, 10_000);
    await expect.element(page.getByText('Reading your library… 4,900 of 10,000')).toBeVisible();
    expect(live()).toBe('Reading your library… 2,500 of 10,000');
    report(5_000, 10_000);
    await expect.poll(live).toBe('Reading your library… 5,000 of 10,000');

    let_go();
    await expect.element(page.getByRole('region', { name: 'Related' })).toBeVisible();
    expect(page.getByRole('progressbar').elements()).toEqual([]);
    // Words that come late change nothing.
    report(9_000, 10_000);
    expect(page.getByText(/Reading your library/u).elements()).toEqual([]);
  });

  test('that nothing is related, calmly', async () => {
    open();
    await expect
      .element(page.getByText('Nothing in your library touches this page.'))
      .toBeVisible();
    await expectAccessible();
  });

  test('how to begin, where the library is empty', async () => {
    open({ libraryIsEmpty: true });
    await expect.element(page.getByText(/Alt\+Shift\+S/u)).toBeVisible();
    await expect.element(page.getByText(/Alt\+Shift\+L/u)).toBeVisible();
    await expectAccessible();
  });

  test.each<[SurfaceFailure['kind'], string, 'popup' | 'side-panel']>([
    ['page-not-readable', 'Browsers keep this page closed to extensions.', 'popup'],
    ['not-a-page', 'This is a file, not a page.', 'popup'],
    ['page-not-granted', 'press the Counterpoint button in the toolbar', 'side-panel'],
    ['page-answer-invalid', 'Reload the page', 'side-panel'],
    ['storage-failed', 'Your library could not be reached', 'popup'],
  ])('why it cannot be shown: %s', async (kind, words, place) => {
    open({ unreadable: { kind }, place });
    await expect.element(page.getByText(words, { exact: false })).toBeVisible();
    await expect.element(page.getByRole('button', { name: 'Library' })).toBeVisible();
    await expectAccessible();
  });

  test('that a store which throws could not be reached', async () => {
    const fake = fakeSurface();
    render(
      <SurfaceApp
        api={{ ...fake.api, surface: () => Promise.reject(new Error('closed early')) }}
      />,
    );
    await expect.element(page.getByText(/closed early/u)).toBeVisible();
  });
});

describe('the page in view', () => {
  test('is surfaced again when the data changes', async () => {
    const fake = open();
    await expect.element(page.getByText(/^Nothing in your library/u)).toBeVisible();
    fake.surfacing = related;
    fake.changeData();
    await expect.element(page.getByRole('region', { name: 'Related' })).toBeVisible();
  });

  test('is read again when another tab comes into view', async () => {
    const fake = open({ place: 'side-panel' });
    await expect.element(page.getByText('What the first ten minutes are for')).toBeVisible();
    fake.snapshot = aSnapshot({
      url: 'https://radio.example/episode',
      metadata: { title: { value: 'Another page', from: 'html:title' } },
    });
    fake.changeTab();
    await expect.element(page.getByText('Another page')).toBeVisible();
  });

  test('is read again when its tab loads another page', async () => {
    const fake = open({ place: 'side-panel' });
    await expect.element(page.getByText('What the first ten minutes are for')).toBeVisible();
    fake.snapshot = aSnapshot({
      url: 'https://radio.example/episode',
      metadata: { title: { value: 'Another page', from: 'html:title' } },
    });
    fake.loadInTab();
    await expect.element(page.getByText('Another page')).toBeVisible();
  });

  test('keeps what was done on it when its tab loads a frame', async () => {
    const fake = open({ place: 'side-panel' });
    await userEvent.click(page.getByRole('button', { name: 'Save this page' }));
    const note = page.getByLabelText('Note');
    await userEvent.type(note, 'Half a');
    const metadata = { title: { value: 'Told later', from: 'html:title' } };
    fake.snapshot = { ...fake.snapshot, metadata };
    const { promise, resolve } = Promise.withResolvers<void>();
    fake.gate = promise;
    fake.loadInTab();
    await userEvent.keyboard(' note');
    resolve();
    await expect.element(page.getByText('Told later')).toBeVisible();
    await expect.element(note).toHaveValue('Half a note');
  });

  test('an answer that a newer question has overtaken is dropped', async () => {
    const gates: (() => void)[] = [];
    const fake = fakeSurface({ place: 'side-panel' });
    const readPage = async () => {
      const title = gates.length === 0 ? 'The old page' : 'The new page';
      await new Promise<void>((resolve) => gates.push(resolve));
      const metadata = { title: { value: title, from: 'html:title' } };
      const snapshot = aSnapshot({ url: `https://radio.example/${title}`, metadata });
      return { ok: true as const, value: { tabId: 1, snapshot } };
    };
    render(<SurfaceApp api={{ ...fake.api, readPage }} />);
    await expect.poll(() => gates.length).toBe(1);
    fake.changeTab();
    await expect.poll(() => gates.length).toBe(2);
    gates[1]?.();
    await expect.element(page.getByText('The new page')).toBeVisible();
    gates[0]?.();
    await expect.element(page.getByText('The new page')).toBeVisible();
    expect(page.getByText('The old page').elements()).toEqual([]);
  });

  test('is read again from the panel when the person asks', async () => {
    const fake = open({ place: 'side-panel', unreadable: { kind: 'page-not-granted' } });
    await expect.element(page.getByText(/has not read this page/u)).toBeVisible();
    fake.unreadable = undefined;
    (page.getByRole('button', { name: 'Read the page again' }).element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText('Tidewater Essays')).toBeVisible();
  });

  test('the panel sees a new selection when the person comes back to it', async () => {
    const fake = open({ place: 'side-panel' });
    await expect.element(page.getByText(/^Nothing is selected/u)).toBeVisible();
    const exact = 'counted first results';
    const selection = {
      exact,
      selector: [{ type: 'TextQuoteSelector' as const, exact }],
      paragraph: '',
    };
    fake.snapshot = { ...fake.snapshot, selection };
    window.dispatchEvent(new Event('focus'));
    await expect.element(page.getByRole('button', { name: 'Clip selection' })).toBeVisible();
    expect(fake.surfaced).toBe(1);
  });
});

test('header: the library, and the side panel from the popup only', async () => {
  const fake = open();
  await userEvent.click(page.getByRole('button', { name: 'Library' }));
  await userEvent.click(page.getByRole('button', { name: 'Side panel' }));
  expect(fake.calls).toEqual([['openLibrary'], ['openSidePanel']]);
});

test('the way to what may be painted on this site', async () => {
  const fake = open();
  await userEvent.click(page.getByRole('button', { name: 'Highlights on this site…' }));
  expect(fake.calls).toEqual([['openSiteSettings', fake.snapshot.url]]);
});

test('where a browser opens the panel from its own menu only, it says so', async () => {
  open({ hasPanel: false });
  await userEvent.click(page.getByRole('button', { name: 'Side panel' }));
  await expect.element(page.getByText(/its own menu/u)).toBeVisible();
});

test.each([320, 420])('long words and titles never widen a view of %i px', async (width) => {
  await page.viewport(width, 600);
  const word = 'Donaudampfschifffahrtsgesellschaft'.repeat(6);
  const insight = anInsight({ card: { title: word, operator: word } });
  const surfacing = {
    ...fullSurfacing,
    related: fullSurfacing.related.map((item) => ({ ...item, insight })),
    counterEvidence: fullSurfacing.counterEvidence.map((item) => ({ ...item, insight })),
  };
  const metadata = { title: { value: word, from: 'html:title' } };
  const exact = word;
  const selection = {
    exact,
    selector: [{ type: 'TextQuoteSelector' as const, exact }],
    paragraph: '',
  };
  open({ surfacing, snapshot: aSnapshot({ metadata, selection }) });
  await expect.element(page.getByRole('region', { name: 'Related' })).toBeInTheDocument();
  expect(document.documentElement.scrollWidth).toBe(width);
});
