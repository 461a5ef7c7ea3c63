import { indexSteps, indexText, type TextIndex } from '../core/annotation/text-index';
import { inSlices, type SliceOptions } from './in-slices';
import { readTextMap, textMapSteps, type TextMap } from './text-map';

/** A text map with its index, shared by all quotes that are looked for in it. */
export interface PageText {
  readonly map: TextMap;
  readonly index: () => TextIndex;
}

/** The text of a page as long as the page does not change. */
export interface PageTexts {
  /** What is seen, or with `unseen` also what is laid out and not seen now. */
  readonly read: (unseen?: boolean) => PageText;
  /** {@link read} with its index, in slices. Rejects when the signal aborts. */
  readonly readInSlices: (options?: SliceOptions & { unseen?: boolean }) => Promise<PageText>;
  readonly stop: () => void;
}

const anyChange = { subtree: true, childList: true, characterData: true, attributes: true };
/** How often a page that changes while it is read is read anew before it is taken as it is. */
const mostReadings = 3;

/**
 * Keeps the text of a page until the page changes: its document, its open shadow roots or its
 * same-origin frames. A change of style sheets alone is not noticed.
 */
export function watchPageText(document: Document): PageTexts {
  const kept = new Map<boolean, PageText>();
  const observed = new Set<Node>();
  const observer = new MutationObserver(() => kept.clear());
  const observe = (trees: TextMap['trees']): void => {
    for (const tree of trees) {
      if (observed.has(tree)) continue;
      observed.add(tree);
      observer.observe(tree, anyChange);
    }
  };
  const current = (unseen: boolean): PageText | undefined => {
    if (observer.takeRecords().length > 0) kept.clear();
    return kept.get(unseen);
  };
  observe([document]);
  return {
    read(unseen = false) {
      const known = current(unseen);
      if (known) return known;
      const map = readTextMap(document, { unseen });
      let index: TextIndex | undefined;
      const text = { map, index: () => (index ??= indexText(map.text)) };
      observe(map.trees);
      kept.set(unseen, text);
      return text;
    },
    async readInSlices({ unseen = false, ...options } = {}) {
      for (let reading = 1; ; reading += 1) {
        const known = current(unseen);
        if (known) return known;
        const map = await inSlices(textMapSteps(document, { unseen }), options);
        observe(map.trees);
        const index = await inSlices(indexSteps(map.text), options);
        const text = { map, index: () => index };
        const hasChanged = observer.takeRecords().length > 0;
        if (hasChanged) kept.clear();
        else kept.set(unseen, text);
        if (!hasChanged || reading === mostReadings) return text;
      }
    },
    stop() {
      observer.disconnect();
      kept.clear();
    },
  };
}
