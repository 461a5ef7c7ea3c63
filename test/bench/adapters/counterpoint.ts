/** Our own engine, by the same steps as the others. */
import type { MatchDocument } from '../../../lib/core/match/match';
import { addInsight, buildIndex, type MatchIndex } from '../../../lib/core/match/match-index';
import { matchPage } from '../../../lib/core/match/match-page';
import { indexFormat, type SavedIndex } from '../../../lib/core/match/saved-index';
import { pageOf } from '../match-data';
import type { SearchAdapter } from './search-adapter';

interface Saving {
  readonly saveIndex?: (index: MatchIndex) => SavedIndex;
  readonly loadIndex?: (saved: SavedIndex) => MatchIndex | undefined;
}

/** Found by name, so that the bench also runs on an engine that cannot save its index yet. */
const found = import.meta.glob<Saving>('../../../lib/core/match/{save,load}-index.ts', {
  eager: true,
});
const { saveIndex, loadIndex }: Saving = Object.assign({}, ...Object.values(found));

/** Every insight is ranked, as the libraries do; on a page, the threshold leaves most of them out. */
export function counterpoint(): SearchAdapter {
  let index = buildIndex([]);
  let documents: readonly MatchDocument[] = [];
  return {
    build(given) {
      documents = given;
      index = buildIndex(given);
    },
    query: (text, limit) =>
      matchPage(index, pageOf(text), { limit, threshold: 0 }).map(({ key }) => key),
    add(document) {
      addInsight(index, document);
    },
    save: () => (saveIndex ? saveIndex(index).buffers : JSON.stringify(documents)),
    load(data) {
      if (typeof data === 'string') {
        index = buildIndex(JSON.parse(data) as MatchDocument[]);
        return;
      }
      const buffers = data as SavedIndex['buffers'];
      const loaded = loadIndex?.({ format: indexFormat, buffers });
      if (!loaded) throw new Error('the saved index does not load');
      index = loaded;
    },
  };
}
