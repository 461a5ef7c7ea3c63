import type { TextIndex } from '../core/annotation/text-index';
import { lazyIndex } from './lazy-index';
import { readTextMap, type TextMap } from './text-map';

/** The text of a page and its index, shared by all quotes that are looked for in it. */
export interface PageText {
  readonly map: TextMap;
  readonly index: () => TextIndex;
}

export function watchPageText(document: Document): { readonly read: () => PageText } {
  let kept: PageText | null = null;
  const observer = new MutationObserver(() => (kept = null));
  const what = { subtree: true, childList: true, characterData: true, attributes: true };
  observer.observe(document, what);
  return {
    read() {
      if (observer.takeRecords().length > 0) kept = null;
      if (!kept) {
        const map = readTextMap(document);
        kept = { map, index: lazyIndex(map.text) };
      }
      return kept;
    },
  };
}
