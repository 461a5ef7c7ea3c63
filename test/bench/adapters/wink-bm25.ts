/** wink-bm25-text-search (MIT): BM25F. Once consolidated it takes no more documents. */
import bm25 from 'wink-bm25-text-search';
import { textOf, type SearchAdapter } from './search-adapter';
import { distinctTerms, joinedText, termsOf } from './terms';

/** One field and ready terms instead of its language model, which is slower. */
export function winkBm25(): SearchAdapter {
  // The tasks it lets one define for queries alone it then refuses.
  let terms = termsOf;
  const open = () => {
    const engine = bm25();
    engine.defineConfig({ fldWeights: { text: 1 } });
    engine.definePrepTasks([(text) => terms(text)]);
    return engine;
  };
  let engine = open();
  return {
    build(documents) {
      for (const document of documents) engine.addDoc({ text: joinedText(document) }, document.key);
      engine.consolidate();
    },
    query(text, limit) {
      terms = distinctTerms;
      return engine.search(text, limit).map(([key]) => key);
    },
    save: () => engine.exportJSON(),
    load(data) {
      engine = open();
      engine.importJSON(textOf(data));
    },
  };
}
