/** lunr (MIT): BM25 over a finite automaton. Its indexes cannot be changed. */
import lunr from 'lunr';
import { textOf, type SearchAdapter } from './search-adapter';
import { distinctTerms, joinedText, termsOf } from './terms';

/** One field; terms are asked for directly, past its query parser, pipeline and wildcards. */
export function lunrTuned(): SearchAdapter {
  let index: lunr.Index | undefined;
  return {
    build(documents) {
      const builder = new lunr.Builder();
      builder.ref('key');
      builder.field('terms');
      for (const document of documents) {
        builder.add({ key: document.key, terms: termsOf(joinedText(document)) });
      }
      index = builder.build();
    },
    query(text, limit) {
      const found = index?.query((query) => {
        for (const term of distinctTerms(text)) query.term(term, { usePipeline: false });
      });
      return (found ?? []).slice(0, limit).map(({ ref }) => ref);
    },
    save: () => JSON.stringify(index),
    load(data) {
      index = lunr.Index.load(JSON.parse(textOf(data)) as object);
    },
  };
}
