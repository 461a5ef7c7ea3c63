/** Orama (Apache-2.0): BM25 over a radix tree. */
import { create, insert, load, save, search, type Tokenizer } from '@orama/orama';
import { documentsStore, index as defaultIndex } from '@orama/orama/components';
import { textOf, type SearchAdapter } from './search-adapter';
import { distinctTerms, joinedText, termsOf } from './terms';

const schema = { text: 'string' } as const;

/** The same terms as the other tuned libraries; a query comes without a property. */
const tokenizer: Tokenizer = {
  language: 'english',
  normalizationCache: new Map(),
  tokenize: (raw, _language, property) =>
    property === undefined ? distinctTerms(raw) : termsOf(raw),
};

const index = defaultIndex.createIndex();
const store = documentsStore.createDocumentsStore();

const tunedComponents = {
  tokenizer,
  // Every term is otherwise a prefix; its own `exact` asks for all terms at once.
  index: {
    ...index,
    search: ((implementation, term, terms, language, properties, _exact, ...rest) =>
      index.search(
        implementation,
        term,
        terms,
        language,
        properties,
        true,
        ...rest,
      )) as typeof index.search,
  },
  // The text stands in the database already.
  documentsStore: {
    ...store,
    store: ((documents, id, internalId, { id: key }) =>
      store.store(documents, id, internalId, { id: key })) as typeof store.store,
  },
};

function adapter(open: () => ReturnType<typeof create<typeof schema>>): SearchAdapter {
  let db = open();
  const add: NonNullable<SearchAdapter['add']> = (document) => {
    void insert(db, { id: document.key, text: joinedText(document) });
  };
  return {
    add,
    build(documents) {
      documents.forEach(add);
    },
    query(text, limit) {
      // Without asynchronous hooks it answers at once.
      const found = search(db, { term: text, limit, properties: ['text'] });
      if (found instanceof Promise) throw new TypeError('an answer at once was expected');
      return found.hits.map(({ id }) => id);
    },
    save: () => JSON.stringify(save(db)),
    load(data) {
      db = open();
      load(db, JSON.parse(textOf(data)));
    },
  };
}

/** Terms found as they are instead of by prefix, each once, no text stored. */
export const oramaTuned = () => adapter(() => create({ schema, components: tunedComponents }));

/** As it comes. */
export const oramaDefault = () => adapter(() => create({ schema }));
