import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { clipSchema } from '../../lib/core/insight/clip';
import { ok, type Result } from '../../lib/core/result';
import { aSelection, aSnapshot, anId, anInsight } from '../../test/support/builders';
import { expectAccessible, render } from '../../test/support/render';
import { fakeSurface, type FakeSurface } from '../../test/support/surface-api';
import { objection } from '../../test/support/surfaced';
import { SurfaceApp } from './surface-app';
import type { Candidate, SurfaceFailure } from './surface-api';

const quote = 'We stopped counting sign-ups and counted first results instead.';
const button = (name: string) => page.getByRole('button', { name, exact: true });

function open(parts: Parameters<typeof fakeSurface>[0] = {}): FakeSurface {
  const fake = fakeSurface(parts);
  render(<SurfaceApp api={fake.api} />);
  return fake;
}

const withSelection = () =>
  open({
    snapshot: aSnapshot({ selection: aSelection(quote) }),
    best: [anInsight(), objection].map(({ key, card }) => ({ key, title: card.title })),
  });

describe('a selection', () => {
  test('is shown, clipped, and answered with Saved, where the keyboard goes on', async () => {
    const fake = withSelection();
    await expect.element(page.getByText(quote)).toBeVisible();
    await expectAccessible();
    await userEvent.click(button('Clip selection'));
    await expect.element(page.getByRole('heading', { name: 'Saved' })).toHaveFocus();
    await expect.element(page.getByText('Clip saved')).toBeInTheDocument();
    expect(fake.calls[0]).toEqual(['clip', { kind: 'selection' }, undefined]);
    expect(button('Clip selection').elements()).toEqual([]);
    await expectAccessible();
  });

  test('longer than a clip may hold says how much of it was saved', async () => {
    open({ snapshot: aSnapshot({ selection: { ...aSelection(quote), cut: true } }) });
    await userEvent.click(button('Clip selection'));
    await expect.element(page.getByText(/^More was selected than a clip can hold/)).toBeVisible();
    await expectAccessible();
  });

  test('can be undone and restored by keyboard alone', async () => {
    const fake = withSelection();
    await expect.element(button('Clip selection')).toBeVisible();
    (button('Clip selection').element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('heading', { name: 'Saved' })).toHaveFocus();
    await userEvent.keyboard('{Tab}{Enter}');
    await expect.element(page.getByRole('heading', { name: 'Undone' })).toBeVisible();
    await expect.element(button('Restore')).toHaveFocus();
    await expectAccessible();
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('heading', { name: 'Saved' })).toBeVisible();
    const id = anId(201);
    expect(fake.calls.slice(1)).toEqual([
      ['undoClip', id],
      ['redoClip', id],
    ]);
  });

  test('belongs where the person says, and can go back to an insight of its own', async () => {
    const fake = withSelection();
    await userEvent.click(button('Clip selection'));
    const own = button('New insight');
    await expect.element(own).toHaveAttribute('aria-pressed', 'true');
    const against = button(`Counter-evidence to ${objection.card.title}`);
    await userEvent.click(against);
    await expect.element(against).toHaveAttribute('aria-pressed', 'true');
    await expect.element(own).toHaveAttribute('aria-pressed', 'false');
    await userEvent.click(own);
    await expect.element(own).toHaveAttribute('aria-pressed', 'true');
    expect(fake.calls.slice(1)).toEqual([
      ['moveClip', anId(201), { insightKey: objection.key, role: 'counter-evidence' }],
      ['moveClip', anId(201), { insightKey: anId(1201), role: 'evidence' }],
    ]);
  });

  test('is offered where it may belong also when that comes while an undo is under way', async () => {
    const fake = fakeSurface({ snapshot: aSnapshot({ selection: aSelection(quote) }) });
    const [best, undone] = [
      Promise.withResolvers<Candidate[]>(),
      Promise.withResolvers<Result<void, SurfaceFailure>>(),
    ];
    const late = { bestFor: () => best.promise, undoClip: () => undone.promise };
    render(<SurfaceApp api={{ ...fake.api, ...late }} />);
    await userEvent.click(button('Clip selection'));
    await userEvent.click(button('Undo'));
    best.resolve([{ key: objection.key, title: objection.card.title }]);
    await expect.element(page.getByText(objection.card.title)).toBeVisible();
    undone.resolve(ok(undefined));
    await userEvent.click(button('Restore'));
    await expect.element(page.getByText(objection.card.title)).toBeVisible();
  });

  test('that could not be stored is said to be unsaved, and stays to be clipped again', async () => {
    const fake = withSelection();
    fake.failure = { kind: 'storage-full' };
    await userEvent.click(button('Clip selection'));
    await expect.element(page.getByText(/The disk is full/u)).toBeVisible();
    await expectAccessible();
    fake.failure = undefined;
    await userEvent.click(button('Clip selection'));
    await expect.element(page.getByRole('heading', { name: 'Saved' })).toBeVisible();
    expect(page.getByRole('alert').elements()).toEqual([]);
  });
});

test('words that were clipped before are not clipped twice', async () => {
  const fake = withSelection();
  fake.again = true;
  await userEvent.click(button('Clip selection'));
  await expect.element(page.getByRole('heading', { name: 'Saved before' })).toHaveFocus();
  await expect.element(page.getByText('This clip was saved before')).toBeInTheDocument();
});

test('a store that throws is said to be out of reach, and the button stays alive', async () => {
  const fake = fakeSurface({ snapshot: aSnapshot({ selection: aSelection(quote) }) });
  const closed = Promise.withResolvers<never>();
  let asked = 0;
  const clip = () => {
    asked += 1;
    return closed.promise;
  };
  render(<SurfaceApp api={{ ...fake.api, clip }} />);
  await userEvent.click(button('Clip selection'));
  await expect.element(button('Save this page')).toBeDisabled();
  await userEvent.keyboard('{Enter}');
  closed.reject(new Error('closed early'));
  await expect.element(page.getByText(/closed early/u)).toBeVisible();
  await expect.element(button('Clip selection')).toBeEnabled();
  await expect.element(button('Clip selection')).toHaveFocus();
  expect(asked).toBe(1);
});

describe('the note of a clip', () => {
  test('is saved on a pause', async () => {
    const fake = withSelection();
    await userEvent.click(button('Clip selection'));
    await userEvent.fill(page.getByLabelText('Note'), 'Ask about renewals');
    await expect.element(page.getByText('Note saved')).toBeVisible();
    expect(fake.calls.at(-1)).toEqual(['setNote', anId(201), 'Ask about renewals']);
  });

  test('is kept key by key, before any pause', async () => {
    const fake = withSelection();
    await userEvent.click(button('Clip selection'));
    await userEvent.type(page.getByLabelText('Note'), 'Hm');
    expect(fake.keptNotes.slice(0, 2)).toEqual([
      [anId(201), 'H', ''],
      [anId(201), 'Hm', ''],
    ]);
  });

  test.each([
    ['the field is left', () => userEvent.keyboard('{Tab}')],
    ['the page goes away', () => window.dispatchEvent(new Event('pagehide'))],
  ])('is saved at once when %s', async (_name, leave) => {
    const fake = withSelection();
    await userEvent.click(button('Clip selection'));
    await userEvent.fill(page.getByLabelText('Note'), 'x');
    await leave();
    expect(fake.calls.filter(([name]) => name === 'setNote')).toHaveLength(1);
  });

  test('is there again when the clip is undone and restored', async () => {
    const fake = withSelection();
    await userEvent.click(button('Clip selection'));
    await userEvent.fill(page.getByLabelText('Note'), 'Ask about renewals');
    await userEvent.click(button('Undo'));
    await userEvent.click(button('Restore'));
    await expect.element(page.getByLabelText('Note')).toHaveValue('Ask about renewals');
    await userEvent.fill(page.getByLabelText('Note'), 'Ask twice');
    expect(fake.keptNotes.at(-1)).toEqual([anId(201), 'Ask twice', 'Ask about renewals']);
  });

  test('stays in the field when it could not be stored', async () => {
    const fake = withSelection();
    await userEvent.click(button('Clip selection'));
    fake.failure = { kind: 'storage-failed', detail: 'gone' };
    await userEvent.fill(page.getByLabelText('Note'), 'Do not lose me');
    await expect.element(page.getByRole('alert')).toBeVisible();
    await expect.element(page.getByLabelText('Note')).toHaveValue('Do not lose me');
    expect(page.getByText('Note saved').elements()).toEqual([]);
  });
});

test('a typed quote and a note hold no more than a clip may', async () => {
  const { quote: words, note } = clipSchema.shape;
  withSelection();
  await userEvent.click(button('Type a quote'));
  const typed = page.getByLabelText('Quote', { exact: true });
  await expect.element(typed).toHaveAttribute('maxlength', String(words.maxLength));
  await userEvent.click(button('Clip selection'));
  const noted = page.getByLabelText('Note');
  await expect.element(noted).toHaveAttribute('maxlength', String(note.maxLength));
});

describe('with nothing selected', () => {
  test('a typed quote is clipped where it stands in the page', async () => {
    const at = aSelection(quote);
    const fake = open({ located: at });
    await userEvent.click(button('Type a quote'));
    await userEvent.fill(page.getByLabelText('Quote'), ` ${quote}\n`);
    await userEvent.click(button('Find and clip'));
    await expect.element(page.getByRole('heading', { name: 'Saved' })).toHaveFocus();
    expect(fake.calls).toEqual([
      ['locate', quote],
      ['clip', { kind: 'typed', quote, at }, undefined],
    ]);
  });

  test('a typed quote is looked for once, however often the button is pressed', async () => {
    const fake = fakeSurface();
    const found = Promise.withResolvers<Awaited<ReturnType<typeof fake.api.locate>>>();
    let asked = 0;
    const locate = () => {
      asked += 1;
      return found.promise;
    };
    render(<SurfaceApp api={{ ...fake.api, locate }} />);
    await userEvent.click(button('Type a quote'));
    await userEvent.fill(page.getByLabelText('Quote'), quote);
    await userEvent.click(button('Find and clip'));
    await userEvent.keyboard('{Enter}');
    found.resolve(ok(aSelection(quote)));
    await expect.element(page.getByRole('heading', { name: 'Saved' })).toHaveFocus();
    expect([asked, fake.calls.length]).toEqual([1, 1]);
  });

  test('a typed quote given up while it is looked for is not clipped', async () => {
    const fake = fakeSurface();
    const found = Promise.withResolvers<Awaited<ReturnType<typeof fake.api.locate>>>();
    render(<SurfaceApp api={{ ...fake.api, locate: () => found.promise }} />);
    await userEvent.click(button('Type a quote'));
    await userEvent.fill(page.getByLabelText('Quote'), quote);
    await userEvent.click(button('Find and clip'));
    await userEvent.click(button('Cancel'));
    found.resolve(ok(aSelection(quote)));
    // What is clipped after it is the only clip.
    await userEvent.click(button('Save this page'));
    await expect.element(page.getByRole('heading', { name: 'Saved' })).toBeVisible();
    expect(fake.calls).toEqual([['clip', { kind: 'page' }, undefined]]);
  });

  test('a typed quote that is not in the page is offered to be saved as typed', async () => {
    const fake = open();
    await userEvent.click(button('Type a quote'));
    await userEvent.fill(page.getByLabelText('Quote'), 'nowhere');
    await userEvent.click(button('Find and clip'));
    await expect.element(page.getByText(/not found on this page/u)).toBeVisible();
    await expectAccessible();
    await userEvent.click(button('Save as typed'));
    await expect.element(page.getByRole('heading', { name: 'Saved' })).toBeVisible();
    expect(fake.calls.at(-1)).toEqual([
      'clip',
      { kind: 'typed', quote: 'nowhere', at: undefined },
      undefined,
    ]);
  });

  test('a typed quote is kept when it could not be stored', async () => {
    const fake = open({ located: aSelection(quote) });
    fake.failure = undefined;
    await userEvent.click(button('Type a quote'));
    await userEvent.fill(page.getByLabelText('Quote'), quote);
    fake.failure = { kind: 'storage-full' };
    await userEvent.click(button('Find and clip'));
    await expect.element(page.getByRole('alert')).toBeVisible();
    await expect.element(page.getByLabelText('Quote')).toHaveValue(quote);
  });

  test('a quote being typed is there again when the page is, and gone once it is clipped', async () => {
    const fake = fakeSurface({ located: aSelection(quote) });
    const url = fake.snapshot.url;
    render(<SurfaceApp api={fake.api} />);
    await userEvent.click(button('Type a quote'));
    await expect.element(page.getByLabelText('Quote')).toHaveFocus();
    await userEvent.type(page.getByLabelText('Quote'), 'We stopped');
    expect(fake.quoteDrafts.get(url)).toBe('We stopped');
    const before = fake.snapshot;
    fake.snapshot = aSnapshot({ url: 'https://elsewhere.example/' });
    fake.changeTab();
    await expect.element(button('Type a quote')).toBeVisible();
    fake.snapshot = before;
    fake.changeTab();
    await expect.element(page.getByLabelText('Quote')).toHaveValue('We stopped');
    expect(document.activeElement).toBe(document.body);
    await userEvent.click(button('Find and clip'));
    await expect.element(page.getByRole('heading', { name: 'Saved' })).toHaveFocus();
    expect(fake.quoteDrafts.get(url)).toBe('');
    await userEvent.click(button('Type a quote'));
    await expect.element(page.getByLabelText('Quote')).toHaveValue('');
  });

  test('a typed quote that was found but not stored stays in its field', async () => {
    const fake = fakeSurface({ located: aSelection(quote) });
    const clip = async () => ({ ok: false, error: { kind: 'storage-full' } }) as const;
    render(<SurfaceApp api={{ ...fake.api, clip }} />);
    await userEvent.click(button('Type a quote'));
    await userEvent.fill(page.getByLabelText('Quote'), quote);
    await userEvent.click(button('Find and clip'));
    await expect.element(page.getByRole('alert')).toBeVisible();
    await expect.element(page.getByLabelText('Quote')).toHaveValue(quote);
    expect(fake.quoteDrafts.get(fake.snapshot.url)).toBe(quote);
  });

  test('a typed quote is given up by Cancel, and the keyboard is back where it came from', async () => {
    const fake = open();
    await userEvent.click(button('Type a quote'));
    await userEvent.fill(page.getByLabelText('Quote'), 'We stopped');
    await userEvent.click(button('Cancel'));
    await expect.element(button('Type a quote')).toHaveFocus();
    expect(fake.quoteDrafts.get(fake.snapshot.url)).toBe('');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByLabelText('Quote')).toHaveValue('');
  });

  test('the page itself is saved as a source', async () => {
    const fake = open();
    await userEvent.click(button('Save this page'));
    await expect.element(page.getByText('The page as a whole')).toBeVisible();
    expect(fake.calls[0]).toEqual(['clip', { kind: 'page' }, undefined]);
  });

  test('the last 30 seconds are offered once something has played', async () => {
    const playback = { kind: 'audio' as const, currentTime: 781, playing: true };
    const fake = open({ snapshot: aSnapshot({ playback }) });
    await userEvent.click(button('Clip what was just said'));
    await expect.element(page.getByRole('link', { name: '00:12:31' })).toBeVisible();
    expect(fake.calls[0]).toEqual(['clip', { kind: 'recent' }, undefined]);
    await expectAccessible();
  });
});
