/** Our own engine, by the same steps as the others. */
import { loadIndex } from '../../../lib/core/match/load-index';
import { addInsight, buildIndex } from '../../../lib/core/match/match-index';
import { matchPage } from '../../../lib/core/match/match-page';
import { saveIndex } from '../../../lib/core/match/save-index';
import { indexFormat } from '../../../lib/core/match/saved-index';
import { pageOf } from '../match-data';
import { buffersOf, type SearchAdapter } from './search-adapter';

/** Every insight is ranked, as the libraries do; on a page, the threshold leaves most of them out. */
export function counterpoint(): SearchAdapter {
  let index = buildIndex([]);
  return {
    build(documents) {
      index = buildIndex(documents);
    },
    query: (text, limit) =>
      matchPage(index, pageOf(text), { limit, threshold: 0 }).map(({ key }) => key),
    add(document) {
      addInsight(index, document);
    },
    save: () => saveIndex(index).buffers,
    load(data) {
      const loaded = loadIndex({ format: indexFormat, buffers: buffersOf(data) });
      if (!loaded) throw new Error('the saved index does not load');
      index = loaded;
    },
  };
}
