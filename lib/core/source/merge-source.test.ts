import { expect, it } from 'vitest';
import { mergeSource } from './merge-source';
import type { Source } from './source';

const title = (value: string) => ({ value, from: 'html:title' });

const monday: Source = {
  key: 'https://example.test/a',
  url: 'https://example.test/a?utm_source=x',
  metadata: { title: title('Draft title'), authors: { value: ['Ada Pine'], from: 'meta:author' } },
  firstSeenAt: '2026-05-04T10:00:00.000Z',
  lastSeenAt: '2026-05-04T10:00:00.000Z',
};

const friday: Source = {
  key: 'https://example.test/a',
  url: 'https://example.test/a',
  metadata: { title: title('Final title') },
  firstSeenAt: '2026-05-08T10:00:00.000Z',
  lastSeenAt: '2026-05-08T10:00:00.000Z',
};

const merged: Source = {
  key: monday.key,
  url: friday.url,
  metadata: { title: title('Final title'), authors: { value: ['Ada Pine'], from: 'meta:author' } },
  firstSeenAt: monday.firstSeenAt,
  lastSeenAt: friday.lastSeenAt,
};

it('lets the later look win and keeps what only the earlier one saw', () => {
  expect(mergeSource(monday, friday)).toEqual(merged);
});

it('gives the same whichever look is stored first', () => {
  expect(mergeSource(friday, monday)).toEqual(merged);
});

it('changes nothing the second time', () => {
  expect(mergeSource(merged, friday)).toEqual(merged);
});
