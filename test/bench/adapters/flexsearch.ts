/** FlexSearch (Apache-2.0). Its worker and `serialize` need eval; neither is used here. */
import { Index, type IndexOptions } from 'flexsearch';
import { textsOf, type SearchAdapter } from './search-adapter';
import { distinctTerms, joinedText, termsOf } from './terms';

/** Numbers as ids make its postings small and fast; the keys stand beside them. */
function adapter(options: IndexOptions): SearchAdapter {
  let keys: string[] = [];
  let index = new Index(options);
  const add: NonNullable<SearchAdapter['add']> = (document) => {
    index.add(keys.push(document.key) - 1, joinedText(document));
  };
  return {
    add,
    build(documents) {
      documents.forEach(add);
    },
    // Without `suggest` a page matches only insights that hold every one of its words.
    query: (text, limit) =>
      index.search(text, { limit, suggest: true }).flatMap((id) => keys[Number(id)] ?? []),
    save() {
      const saved: Record<string, string> = { keys: JSON.stringify(keys) };
      index.export((key, data) => {
        saved[key] = data;
      });
      return saved;
    },
    load(data) {
      const { keys: savedKeys = '[]', ...parts } = textsOf(data);
      keys = JSON.parse(savedKeys) as string[];
      index = new Index(options);
      for (const [key, part] of Object.entries(parts)) index.import(key, part);
    },
  };
}

/** Strict terms, no context, one step of resolution: insights by how many terms they share. */
const tuned: IndexOptions = {
  tokenize: 'strict',
  encode: distinctTerms,
  resolution: 1,
  context: false,
  cache: false,
  fastupdate: false,
};
export const flexsearchByNumber = () => adapter(tuned);

/** The same with the keys of insights as its ids, which are strings: as it is used without such a table. */
export function flexsearchByKey(): SearchAdapter {
  let index = new Index(tuned);
  const add: NonNullable<SearchAdapter['add']> = (document) => {
    index.add(document.key, joinedText(document));
  };
  return {
    add,
    build: (documents) => documents.forEach(add),
    query: (text, limit) => index.search(text, { limit, suggest: true }).map(String),
    save() {
      const saved: Record<string, string> = {};
      index.export((key, data) => {
        saved[key] = data;
      });
      return saved;
    },
    load(data) {
      index = new Index(tuned);
      for (const [key, part] of Object.entries(textsOf(data))) index.import(key, part);
    },
  };
}

/** With pairs of neighbouring terms, by which it ranks whole pages best, for ten times the memory. */
export const flexsearchContext = () =>
  adapter({
    tokenize: 'strict',
    encode: termsOf,
    resolution: 1,
    context: { resolution: 1, depth: 1, bidirectional: true },
    cache: false,
    fastupdate: false,
  });

/** As it comes. */
export const flexsearchDefault = () => adapter({});
