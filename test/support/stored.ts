/** What is really in IndexedDB, read past all of the product's own code. */
import type { Page } from 'playwright-core';
import type { CodexDocument } from '../../lib/core/codex/codex-document.ts';
import type { Clip } from '../../lib/core/insight/clip.ts';
import type { Insight } from '../../lib/core/insight/insight.ts';
import type { KeptFile } from '../../lib/core/insight/kept-file.ts';
import type { Link } from '../../lib/core/insight/link.ts';
import type { Source } from '../../lib/core/source/source.ts';

interface Tables {
  brokenFiles: KeptFile;
  clips: Clip;
  documents: CodexDocument;
  insights: Insight;
  links: Link;
  sources: Source;
}

/**
 * All rows of a table, in the order of their keys; `page` is any page of the extension. None where the
 * extension has not made its database yet.
 */
export function storedRows<T extends keyof Tables>(page: Page, table: T): Promise<Tables[T][]> {
  return page.evaluate(
    (name) =>
      new Promise<never[]>((resolve, reject) => {
        const opening = indexedDB.open('counterpoint');
        let isMissing = false;
        opening.addEventListener('upgradeneeded', () => {
          // Left alone, this would make an empty one, in which the table below is not to be had.
          isMissing = true;
          opening.transaction?.abort();
        });
        opening.addEventListener('error', () =>
          isMissing ? resolve([]) : reject(new Error(String(opening.error))),
        );
        opening.addEventListener('success', () => {
          const database = opening.result;
          const reading = database.transaction(name).objectStore(name).getAll();
          reading.addEventListener('error', () => reject(new Error(String(reading.error))));
          reading.addEventListener('success', () => {
            database.close();
            resolve(reading.result as never[]);
          });
        });
      }),
    table,
  );
}

/** The rows outside the trash. */
export async function liveRows<T extends 'clips' | 'documents' | 'insights'>(
  page: Page,
  table: T,
): Promise<Tables[T][]> {
  const rows = await storedRows(page, table);
  return rows.filter(({ deletedAt }) => deletedAt === undefined);
}
