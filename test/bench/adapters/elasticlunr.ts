/** elasticlunr (MIT): tf-idf over a trie of letters. */
import elasticlunr from 'elasticlunr';
import { textOf, type SearchAdapter } from './search-adapter';
import { distinctTerms, joinedText, termsOf } from './terms';

interface Row {
  readonly key: string;
  readonly text: string;
}

/** One field, ready terms, no text stored. */
export function elasticlunrTuned(): SearchAdapter {
  let index: elasticlunr.Index<Row> = elasticlunr<Row>((created) => {
    created.setRef('key');
    created.addField('text');
    created.saveDocument(false);
    created.pipeline.reset();
  });
  const add: NonNullable<SearchAdapter['add']> = (document) => {
    index.addDoc({ key: document.key, text: termsOf(joinedText(document)).join(' ') });
  };
  return {
    add,
    build(documents) {
      documents.forEach(add);
    },
    query: (text, limit) =>
      index
        .search(distinctTerms(text).join(' '), { bool: 'OR', expand: false })
        .slice(0, limit)
        .map(({ ref }) => ref),
    save: () => JSON.stringify(index),
    load(data) {
      index = elasticlunr.Index.load<Row>(
        JSON.parse(textOf(data)) as elasticlunr.SerialisedIndexData<Row>,
      );
    },
  };
}
