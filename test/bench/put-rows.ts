import type { Page } from 'playwright-core';
import { until } from '../support/until';

/**
 * Puts rows into a table of the extension's database past its own code, which would take minutes;
 * `page` is any page of the extension. Waits until the extension has made the table.
 */
export async function putRows(page: Page, table: string, rows: readonly unknown[]): Promise<void> {
  await until(`the table ${table}`, () => putOnce(page, table, rows));
}

/** False where the table is not there yet: opened before the extension did, it would be made empty. */
function putOnce(page: Page, table: string, rows: readonly unknown[]): Promise<boolean> {
  return page.evaluate(
    ([name, all]) =>
      new Promise<boolean>((resolve, reject) => {
        const opening = indexedDB.open('counterpoint');
        let isNew = false;
        opening.addEventListener('upgradeneeded', () => {
          isNew = true;
          opening.transaction?.abort();
        });
        opening.addEventListener('error', () => {
          if (isNew) resolve(false);
          else reject(new Error(String(opening.error)));
        });
        opening.addEventListener('success', () => {
          const database = opening.result;
          if (!database.objectStoreNames.contains(name)) {
            database.close();
            resolve(false);
            return;
          }
          const writing = database.transaction(name, 'readwrite');
          for (const row of all) writing.objectStore(name).put(row);
          writing.addEventListener('abort', () => reject(new Error(String(writing.error))));
          writing.addEventListener('complete', () => {
            database.close();
            resolve(true);
          });
        });
      }),
    [table, rows] as const,
  );
}
