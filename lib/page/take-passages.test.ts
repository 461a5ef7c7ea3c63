import { afterEach, expect, test } from 'vitest';
import { metadataSteps } from './metadata/read-metadata';
import { takePassages } from './take-passages';
import { takeSnapshot } from './take-snapshot';

afterEach(() => {
  document.body.innerHTML = '';
});

test('an ordinary page has the passages that a whole look at it has', async () => {
  document.body.innerHTML =
    '<nav><a href="/">Home</a></nav><article><h1>Weigh twice</h1>' +
    '<p>The first weighing is a guess, the second is a fact, says whoever sells by weight.</p></article>';
  const whole = await takeSnapshot(document, 'https://ledger.example/', metadataSteps);
  expect(await takePassages(document)).toEqual('passages' in whole && whole.passages);
});

test('of a long page only the beginning is read', async () => {
  const paragraph = `<p>${'Whoever sells by weight weighs twice. '.repeat(20)}</p>`;
  document.body.innerHTML = paragraph.repeat(400);
  const passages = await takePassages(document);
  if (!Array.isArray(passages)) expect.unreachable();
  const read = passages.reduce((sum, { text }) => sum + text.length, 0);
  expect(read).toBeGreaterThan(50_000);
  expect(read).toBeLessThanOrEqual(60_000);
});

test('what is no web page has none', async () => {
  const picture = new DOMParser().parseFromString('<svg/>', 'image/svg+xml');
  expect(await takePassages(picture)).toEqual({ refused: 'not-a-page' });
});
