import type { CompanionMessage, CompanionWelcome } from '../../core/insight/companion';
import { finish } from '../../core/annotation/finish';
import { documentUri, windowOf } from '../dom';
import { readCanonical } from '../metadata/canonical';
import { loadedAddress } from '../metadata/moved-page';
import { pageHeadSteps } from '../metadata/page-head';
import { createSelectionButton } from './selection-button';
import { watchAddress } from './watch-address';

type Tell = (message: CompanionMessage) => Promise<CompanionWelcome | undefined>;

/** Milliseconds at most that a page may go on changing before it counts as arrived. */
const patience = 2_000;

/**
 * Tells the background which page is there, now, whenever the page shows another address and when the
 * person comes back to it; offers the button beside a selection where it is wanted; `leave` is called when
 * what was painted belongs to another address or time. Everything else happens on request.
 */
export function startCompanion(document: Document, tell: Tell, leave: () => void): void {
  const view = windowOf(document);
  if (!view) return;
  let button: ReturnType<typeof createSelectionButton> | undefined;

  const arrive = async (): Promise<void> => {
    // After an update of the extension this script is on its own: it stays quiet then.
    const welcome = await tell(arrival(document)).catch(() => undefined);
    button ??= createSelectionButton(document, () => {
      tell({ kind: 'companion-clip' }).catch(() => button?.offer(undefined));
    });
    button.offer(welcome?.button);
  };
  void arrive();
  // The browser keeps a page that is left, and gives it back without running anything anew: its count is
  // gone by then, and its clips may be others.
  view.addEventListener('pageshow', ({ persisted }) => {
    if (!persisted) return;
    leave();
    void arrive();
  });
  watchAddress(view, () => {
    leave();
    const settled = (): void => void arrive();
    if (typeof view.requestIdleCallback === 'function') {
      view.requestIdleCallback(settled, { timeout: patience });
    } else view.setTimeout(settled, patience);
  });
}

function arrival(document: Document): CompanionMessage {
  const url = documentUri(document);
  const head = finish(pageHeadSteps(document, url, loadedAddress(document)));
  // What a clip of the page is kept under: another address would have other clips, or none.
  const canonical = readCanonical(head)?.value;
  return {
    kind: 'companion-arrived',
    url: url.slice(0, 8_000),
    ...(canonical !== undefined && { canonical: canonical.slice(0, 8_000) }),
  };
}
