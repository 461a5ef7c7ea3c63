import { createElement, useEffect } from 'react';
import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { err, ok } from '@/lib/core/result';
import { render } from '../../test/support/render';
import { useDone, type Done } from './use-done';

/** The line of an open library. */
function aLine(): Promise<Done> {
  const shown = Promise.withResolvers<Done>();
  function Line() {
    const done = useDone();
    useEffect(() => shown.resolve(done), [done]);
    return done.notice;
  }
  render(createElement(Line));
  return shown.promise;
}

const undo = page.getByRole('button', { name: 'Undo' });

it('an undo that could not be stored is offered again', async () => {
  const done = await aLine();
  let isFull = true;
  let undone = 0;
  done.say('Link removed.', async () => {
    if (done.check(isFull ? err({ kind: 'storage-full' }) : ok(undefined))) undone += 1;
  });
  await userEvent.click(undo);
  await expect.element(page.getByText(/disk is full/)).toBeVisible();
  isFull = false;
  await userEvent.click(undo);
  await expect.poll(() => undone).toBe(1);
  await expect.element(undo).not.toBeInTheDocument();
});

it('what fails later has nothing to undo', async () => {
  const done = await aLine();
  done.say('Link removed.', async () => undefined);
  await userEvent.click(undo);
  await expect.element(undo).not.toBeInTheDocument();
  done.check(err({ kind: 'storage-full' }));
  await expect.element(page.getByText(/disk is full/)).toBeVisible();
  await expect.element(undo).not.toBeInTheDocument();
});
