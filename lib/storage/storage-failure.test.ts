import { Dexie } from 'dexie';
import { expect, it } from 'vitest';
import { mayReopen, storageFailure } from './storage-failure';

const quota = new DOMException('The quota is used up.', 'QuotaExceededError');
const unknown = new DOMException('Internal error committing transaction.', 'UnknownError');
const full = { kind: 'storage-full' };

it.each([
  ['the browser’s own error', quota, full],
  ['an abort with it inside', new Dexie.AbortError('aborted', quota), full],
  [
    'two layers down',
    new Dexie.AbortError('aborted', new Dexie.QuotaExceededError('full', quota)),
    full,
  ],
  ['one record of a bulk write', new Dexie.BulkError('3 of 9 failed', [quota]), full],
  ['a full disk by another name', new DOMException('Disk full', 'UnknownError'), full],
  [
    'a disk error',
    new Dexie.AbortError('aborted', unknown),
    { kind: 'storage-failed', detail: 'UnknownError: Internal error committing transaction.' },
  ],
  [
    'a database that cannot be opened',
    new Dexie.OpenFailedError('no'),
    { kind: 'storage-failed', detail: 'OpenFailedError: no' },
  ],
  ['a bug of ours', new TypeError('x is undefined'), undefined],
  ['a schema we got wrong', new Dexie.SchemaError('no such index'), undefined],
  ['something thrown that is no error', 'oops', undefined],
])('%s', (_, error, failure) => {
  expect(storageFailure(error)).toEqual(failure);
});

it('ends on errors that hold each other', () => {
  const ring: { name: string; message: string; inner?: unknown } = { name: 'A', message: '' };
  ring.inner = ring;
  expect(storageFailure(ring)).toBeUndefined();
});

it('opens anew after a lost connection, not when the disk is full', () => {
  expect(mayReopen(new Dexie.AbortError('aborted', unknown))).toBe(true);
  expect(mayReopen(new Dexie.DatabaseClosedError('closed'))).toBe(true);
  expect(mayReopen(quota)).toBe(false);
  expect(mayReopen(new TypeError('bug'))).toBe(false);
});
