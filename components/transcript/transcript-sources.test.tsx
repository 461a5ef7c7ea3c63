import { useState } from 'react';
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { expectAccessible, render } from '../../test/support/render';
import { TranscriptSources, type FetchInProgress } from './transcript-sources';

const choices = [
  { key: 'link:0', action: 'Fetch from one.example', about: 'text/vtt' },
  { key: 'link:1', action: 'Fetch from two.example', about: 'text/html' },
];

/** Fetches until it is cancelled; the first choice is gone after that where `loses` says so. */
function Host({ loses = false }) {
  const [fetching, setFetching] = useState<FetchInProgress>();
  const [left, setLeft] = useState(choices);
  return (
    <main>
      <h1>Page</h1>
      <TranscriptSources
        choices={left}
        fetching={fetching}
        onFetch={(key) => setFetching({ key, host: 'one.example', kilobytes: 1_240 })}
        onCancel={() => {
          setFetching(undefined);
          if (loses) setLeft(choices.slice(1));
        }}
        onText={() => undefined}
        onFile={() => undefined}
      />
    </main>
  );
}

const one = page.getByRole('button', { name: 'Fetch from one.example' });
const two = page.getByRole('button', { name: 'Fetch from two.example' });
const cancel = page.getByRole('button', { name: 'Cancel' });

test('what is fetched can be cancelled, and the keyboard comes back', async () => {
  render(<Host />);
  await userEvent.click(two);
  await expect.element(cancel).toHaveFocus();
  await expect.element(page.getByRole('progressbar')).toBeVisible();
  await expect.element(page.getByText('1,240 kB so far')).toBeVisible();
  await expect.element(page.getByRole('status')).toHaveTextContent('Fetching from one.example…');
  await expect.element(one).toBeDisabled();
  await expectAccessible();
  await userEvent.keyboard('{Enter}');
  await expect.element(two).toHaveFocus();
});

test('where the choice is gone the keyboard goes to the one there is', async () => {
  render(<Host loses />);
  await userEvent.click(one);
  await expect.element(cancel).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await expect.element(two).toHaveFocus();
});

test('whoever types meanwhile is left alone', async () => {
  render(<Host />);
  await userEvent.click(one);
  await expect.element(cancel).toHaveFocus();
  const paste = page.getByLabelText('Paste a transcript');
  await userEvent.fill(paste, 'Ivo: yes');
  await expect.element(paste).toHaveFocus();
});
