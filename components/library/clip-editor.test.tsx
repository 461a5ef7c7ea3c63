import { useEffect, useState } from 'react';
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { evidence } from '../../test/support/library-parts';
import { render } from '../../test/support/render';
import { ClipEditor } from './clip-editor';

/** A store that a test answers by hand, and that others write to. */
interface Store {
  readonly saved: string[];
  readonly answers: ((saved: boolean) => void)[];
  readonly readers: ((note: string) => void)[];
}

function Host({ store }: { readonly store: Store }) {
  const [note, setNote] = useState('First.');
  useEffect(() => {
    store.readers.push(setNote);
  }, [store]);
  const clip = { ...evidence.clip, note };
  const nothing = () => undefined;
  return (
    <main>
      <ClipEditor
        shown={{ ...evidence, clip }}
        onNote={(_, text) => {
          store.saved.push(text);
          return new Promise((resolve) => store.answers.push(resolve));
        }}
        onFill={() => Promise.resolve(undefined)}
        onRole={nothing}
        onDelete={nothing}
      />
      <p>Stored: {note}</p>
    </main>
  );
}

function show() {
  const store: Store = { saved: [], answers: [], readers: [] };
  render(<Host store={store} />);
  return {
    saved: store.saved,
    answer: (saved: boolean) => store.answers.shift()!(saved),
    tell: (text: string) => store.readers.forEach((read) => read(text)),
  };
}

const note = page.getByRole('textbox', { name: 'Note' });

test('once a typed note is stored, a change made elsewhere is shown', async () => {
  const store = show();
  await userEvent.fill(note, 'Mine.');
  await expect.poll(() => store.saved).toEqual(['Mine.']);
  store.answer(true);
  store.tell('Mine.');
  await expect.element(page.getByText('Stored: Mine.')).toBeVisible();
  store.tell('Theirs.');
  await expect.element(note).toHaveValue('Theirs.');
  await userEvent.type(note, ' And mine');
  await expect.poll(() => store.saved.at(-1)).toBe('Theirs. And mine');
});

test('what is being typed stays on screen, whatever the store says', async () => {
  const store = show();
  await userEvent.fill(note, 'Mine.');
  await expect.poll(() => store.saved).toEqual(['Mine.']);
  await userEvent.type(note, ' More');
  store.answer(true);
  store.tell('Mine.');
  await expect.element(page.getByText('Stored: Mine.')).toBeVisible();
  await expect.element(note).toHaveValue('Mine. More');
});

test('a note that could not be stored stays, and leaving the field tries it again', async () => {
  const store = show();
  await userEvent.fill(note, 'Mine.');
  await expect.poll(() => store.saved).toEqual(['Mine.']);
  store.answer(false);
  store.tell('Theirs.');
  await expect.element(page.getByText('Stored: Theirs.')).toBeVisible();
  await expect.element(note).toHaveValue('Mine.');
  await userEvent.tab();
  await expect.poll(() => store.saved).toEqual(['Mine.', 'Mine.']);
});

test('a moment takes its words and its second, and says what is wrong with them', async () => {
  const filled: string[][] = [];
  const moment = { ...evidence.clip, quote: '', origin: 'moment' as const };
  const nothing = () => undefined;
  render(
    <main>
      <ClipEditor
        shown={{ ...evidence, clip: moment, moment: '00:12:04' }}
        onNote={() => Promise.resolve(true)}
        onFill={(...given) => {
          filled.push(given);
          return Promise.resolve(given[2] === 'soon' ? 'Write the time.' : undefined);
        }}
        onRole={nothing}
        onDelete={nothing}
      />
    </main>,
  );
  await userEvent.fill(page.getByLabelText('What was said then'), 'Weigh it twice.');
  await userEvent.fill(page.getByLabelText('When (hh:mm:ss)'), 'soon');
  await userEvent.click(page.getByRole('button', { name: 'Add the words' }));
  await expect.element(page.getByText('Write the time.')).toBeVisible();
  await userEvent.fill(page.getByLabelText('When (hh:mm:ss)'), '00:12:08');
  await userEvent.click(page.getByRole('button', { name: 'Add the words' }));
  await expect.poll(() => filled.at(-1)).toEqual([moment.id, 'Weigh it twice.', '00:12:08']);
});
