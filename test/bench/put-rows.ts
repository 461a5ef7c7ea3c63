import type { Page } from 'playwright-core';

/**
 * Puts rows into a table of the extension's database past its own code, which would take minutes;
 * `page` is any page of the extension.
 */
export async function putRows(page: Page, table: string, rows: readonly unknown[]): Promise<void> {
  await page.evaluate(
    ([name, all]) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('counterpoint');
        opening.addEventListener('error', () => reject(new Error(String(opening.error))));
        opening.addEventListener('success', () => {
          const writing = opening.result.transaction(name, 'readwrite');
          for (const row of all) writing.objectStore(name).put(row);
          writing.addEventListener('abort', () => reject(new Error(String(writing.error))));
          writing.addEventListener('complete', () => {
            opening.result.close();
            resolve();
          });
        });
      }),
    [table, rows] as const,
  );
}
