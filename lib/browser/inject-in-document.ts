/** Puts one of our scripts into one document, and never into the next one that its tab shows. */
import { browser } from 'wxt/browser';
import type { PageFailure } from '../actions/ports';
import { err, ok, type Result } from '../core/result';
import { callRegistered, inject, type InjectedScript } from './inject';

/** A tab, and of what it shows the one document that is meant, where the browser gives it a name. */
export interface OneDocument {
  readonly id: number;
  readonly documentId?: string | undefined;
}

/**
 * As `inject`, in a document that is there because access to its site was granted. Apart from it, since
 * popup and side panel load that one and never ask for a document.
 */
export async function injectInDocument(
  { id: tabId, documentId }: OneDocument,
  script: InjectedScript,
  request: unknown,
): Promise<Result<unknown, PageFailure>> {
  if (documentId === undefined) return inject(tabId, script, request);
  const target = { tabId, documentIds: [documentId] };
  try {
    await browser.scripting.executeScript({ target, files: [`/${script}.js`] });
    const args = [script, request] as const;
    const [answer] = await browser.scripting.executeScript({
      target,
      func: callRegistered,
      args: [...args],
    });
    return ok(answer?.result);
  } catch {
    return err({ kind: 'page-not-readable' });
  }
}
