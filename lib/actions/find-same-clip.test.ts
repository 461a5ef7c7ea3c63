import { expect, it } from 'vitest';
import { aSelection, aSnapshot } from '../../test/support/builders';
import { instant } from '../../test/support/notes';
import { testPorts } from '../../test/support/ports';
import type { PageSelection } from '../core/source/snapshot';
import { captureClip, type CaptureRequest } from './capture-clip';
import { findSameClip } from './find-same-clip';

const words = 'We stopped counting sign-ups';

function standing(prefix: string): PageSelection {
  return {
    ...aSelection(words),
    selector: [{ type: 'TextQuoteSelector', exact: words, prefix, suffix: ' and' }],
  };
}

const first = aSnapshot({ selection: standing('Then ') });
const select = { kind: 'selection' } as const;

async function clipped(what: CaptureRequest['what']) {
  const ports = testPorts();
  const captured = await captureClip(ports, { snapshot: first, what });
  if (!captured.ok) throw new Error(captured.error.kind);
  return { ...ports, clip: captured.value.clip };
}

it.each<[string, CaptureRequest['what'], CaptureRequest['what']]>([
  ['the same selection', select, select],
  ['the same words, typed', select, { kind: 'typed', quote: `${words} ` }],
  ['the same words, located', select, { kind: 'located', selection: standing('Then ') }],
  ['words whose place is not known', select, { kind: 'located', selection: aSelection(words) }],
  ['the page', { kind: 'page' }, { kind: 'page' }],
])('finds %s', async (_, before, now) => {
  const { store, clip } = await clipped(before);
  expect(await findSameClip(store, first, now)).toEqual(clip);
});

it.each<[string, CaptureRequest['what'], CaptureRequest['what']]>([
  ['the same words elsewhere', select, { kind: 'located', selection: standing('Before ') }],
  ['other words', select, { kind: 'typed', quote: 'We stopped counting' }],
  ['the page for its words', select, { kind: 'page' }],
  ['words for the page', { kind: 'page' }, select],
  ['the last seconds', select, { kind: 'recent', seconds: 30 }],
])('does not take %s for the same', async (_, before, now) => {
  const { store } = await clipped(before);
  expect(await findSameClip(store, first, now)).toBeUndefined();
});

const spoken = (start: number): CaptureRequest['what'] => ({
  kind: 'spoken',
  words: {
    quote: words,
    origin: 'transcript',
    time: { start, end: start + 2, from: 'cue', clock: 'transcript' },
  },
});

it('takes words that are said again for others, not those of about the same second', async () => {
  const { store, clip } = await clipped(spoken(60));
  expect(await findSameClip(store, first, spoken(61))).toEqual(clip);
  expect(await findSameClip(store, first, spoken(900))).toBeUndefined();
  expect(await findSameClip(store, first, select)).toEqual(clip);
});

it('looks neither into the trash nor at other pages', async () => {
  const { store, clip } = await clipped(select);
  const elsewhere = { ...first, url: 'https://essays.tidewater.example/other' };
  expect(await findSameClip(store, elsewhere, select)).toBeUndefined();
  await store.undoCapture(clip.id, instant(1));
  expect(await findSameClip(store, first, select)).toBeUndefined();
});

it('finds nothing when nothing is selected', async () => {
  const { store } = await clipped(select);
  expect(await findSameClip(store, aSnapshot(), select)).toBeUndefined();
});
