/** MiniSearch (MIT): BM25+ over a radix tree. */
import MiniSearch, { type Options } from 'minisearch';
import { matchFields, type MatchDocument } from '../../../lib/core/match/match';
import { textOf, type SearchAdapter } from './search-adapter';
import { distinctTerms, joinedText, termsOf } from './terms';

type Row = Readonly<Record<string, string | undefined>>;

function adapter(options: Options<Row>, rowOf: (document: MatchDocument) => Row): SearchAdapter {
  let index = new MiniSearch<Row>(options);
  return {
    build(documents) {
      index.addAll(documents.map(rowOf));
    },
    query: (text, limit) =>
      index
        .search(text)
        .slice(0, limit)
        .map(({ id }) => String(id)),
    add(document) {
      index.add(rowOf(document));
    },
    save: () => JSON.stringify(index),
    load(data) {
      index = MiniSearch.loadJSON(textOf(data), options);
    },
  };
}

/** One field, each term once, neither prefixes nor fuzziness. */
export const minisearchTuned = () =>
  adapter(
    {
      fields: ['text'],
      tokenize: termsOf,
      processTerm: (term) => term,
      searchOptions: { tokenize: distinctTerms, combineWith: 'OR', prefix: false, fuzzy: false },
    },
    (document) => ({ id: document.key, text: joinedText(document) }),
  );

/** As it comes, over the fields of an insight. */
export const minisearchDefault = () =>
  adapter({ fields: [...matchFields] }, ({ key, fields }) => ({ id: key, ...fields }));
