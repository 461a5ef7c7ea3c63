import { afterEach, beforeEach, expect, it } from 'vitest';
import { whenParsed } from './when-parsed';

let frame: HTMLIFrameElement;
let inner: Document;

/** A document that is written as a server sends it; `close` is its end. */
beforeEach(() => {
  frame = document.body.appendChild(document.createElement('iframe'));
  inner = frame.contentDocument!;
  inner.open();
  inner.write('<!doctype html><title>Slow</title><p>The first words.</p>');
});

afterEach(() => frame.remove());

it('waits for the end of a document', async () => {
  expect(inner.readyState).toBe('loading');
  let isThere = false;
  const there = whenParsed(inner, 60_000).then(() => (isThere = true));
  await Promise.resolve();
  expect(isThere).toBe(false);
  inner.close();
  await there;
  expect(inner.readyState).not.toBe('loading');
});

it('waits no longer than it may for one that never ends', async () => {
  await whenParsed(inner, 20);
  expect(inner.readyState).toBe('loading');
});

it('does not wait where all is there', async () => {
  expect(document.readyState).toBe('complete');
  await whenParsed(document, 60_000);
});
