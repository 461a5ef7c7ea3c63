import { windowOf } from './dom';

/** Milliseconds since the page began; one that takes longer may be one whose server never ends it. */
const patience = 4_000;

/**
 * Resolves once the browser has the whole of a document and has run the scripts that come with it, or
 * after a while: what is there by then is what a person sees.
 */
export function whenParsed(document: Document, longest = patience): Promise<void> {
  const view = windowOf(document);
  const [load] = view?.performance.getEntriesByType('navigation') ?? [];
  // Between its end and the event come the scripts that were put off.
  const isThere = (load as PerformanceNavigationTiming | undefined)?.domContentLoadedEventEnd !== 0;
  if (!view || document.readyState === 'complete' || (isThere && document.readyState !== 'loading'))
    return Promise.resolve();
  return new Promise((resolve) => {
    const done = () => {
      view.clearTimeout(timer);
      view.removeEventListener('DOMContentLoaded', done);
      resolve();
    };
    const timer = view.setTimeout(done, longest - view.performance.now());
    // It comes to the window too, whose names no element of the page can take.
    view.addEventListener('DOMContentLoaded', done);
  });
}
