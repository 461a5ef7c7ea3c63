import 'fake-indexeddb/auto';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { storedRows } from './stored.ts';

/** A page whose scripts run right here. */
const here = {
  evaluate: async (run: (argument: unknown) => unknown, argument: unknown) => run(argument),
} as unknown as Page;

it('finds nothing before there is a database, and makes none', async () => {
  expect(await storedRows(here, 'clips')).toEqual([]);
  expect(await indexedDB.databases()).toEqual([]);
});
