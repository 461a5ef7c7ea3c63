import type { ShownLink, ShownNaming } from '@/components/library/shown';
import { titleOf } from '@/components/library/title-of';
import { stillNaming, unlinkingChanges } from '@/lib/actions/remove-link';
import type { LinkPlace, LinkView, NamingDocument } from '@/lib/core/codex/collect-links';
import { ownCollection, type Insight } from '@/lib/core/insight/insight';
import { t, type MessageKey } from '@/lib/i18n';
import { collectionName } from './collection-name';
import type { LibraryData } from './use-library';
import { hrefOf } from './use-route';

/** What tells a link from the others of the same insight. */
export function linkKey({ key, id = '', linkId, type, direction, origin }: LinkView): string {
  return linkId ?? [type, direction, origin, key ?? id].join(' ');
}

/** What only a pattern, or a document without sides, says of two insights. */
function isMereNaming({ origin, type }: LinkView): boolean {
  return origin === 'document' && type === 'related';
}

/** The insight's links as shown: what relates it to many others by a document alone is left out. */
export function showLinks(openKey: string, data: LibraryData): ShownLink[] {
  const insight = data.insightOf.get(openKey);
  return data
    .linksOf(openKey)
    .filter((view) => !isMereNaming(view))
    .map((view) => {
      const { key, id = '', linkId, type, direction, why } = view;
      const other = key === undefined ? undefined : data.insightOf.get(key);
      return {
        key: linkKey(view),
        id: linkId,
        type,
        direction: direction === 'to' ? 'in' : 'out',
        why,
        title: other ? titleOf(other, data.quoteOf(other.key)) : id,
        href: other && hrefOf({ room: 'insights', key: other.key, editing: false }),
        compareHref: other && hrefOf({ room: 'compare', left: openKey, right: other.key }),
        collection: other && collectionName(other, data),
        origins: originsOf(view),
        documents: view.documents?.map(showDocument),
        fixed: insight && whyFixed(view, insight, other, data),
      };
    });
}

/** The documents that name the insight, with the cards beside it where they merely stand together. */
export function showNamings(openKey: string, data: LibraryData): ShownNaming[] {
  const id = data.insightOf.get(openKey)?.card.id ?? '';
  if (id === '') return [];
  const views = data.linksOf(openKey).filter(isMereNaming);
  return data.documents
    .filter(({ names }) => names.includes(id))
    .map((document) => ({
      ...showDocument(document),
      others: views
        .filter(({ documents = [] }) => documents.some(({ key }) => key === document.key))
        .flatMap(({ key = '' }) => {
          const other = data.insightOf.get(key);
          if (!other) return [];
          const href = hrefOf({ room: 'insights', key, editing: false });
          return [{ key, title: titleOf(other, data.quoteOf(key)), href }];
        }),
    }));
}

function showDocument({ key, kind, title }: NamingDocument) {
  const href = hrefOf({ room: 'documents', key });
  return { key, kind, title: documentTitle({ title }), href };
}

/** What a document goes by. */
export function documentTitle({ title }: Pick<NamingDocument, 'title'>): string {
  return title.trim() || t('library_document_untitled');
}

const placeWords: Readonly<Record<LinkPlace, MessageKey>> = {
  related: 'library_link_origin_related',
  crossReferences: 'library_link_origin_cross_references',
  counterEvidence: 'library_link_origin_counter_evidence',
};

function originsOf({ origin, places = [], namedBy }: LinkView): string[] {
  if (origin === 'person') return [t('library_link_origin_person')];
  return places.map((place) => {
    const words = t(placeWords[place]);
    if (namedBy === 'other') return t('library_link_of_other', words);
    return namedBy === 'both' ? t('library_link_of_both', words) : words;
  });
}

/** Why a link cannot be removed where it is shown; undefined where it can. */
function whyFixed(
  { linkId, origin }: LinkView,
  insight: Insight,
  other: Insight | undefined,
  data: LibraryData,
): string | undefined {
  if (linkId !== undefined) return undefined;
  if (other === undefined) return t('library_link_fixed_absent');
  if (origin === 'document') return t('library_link_fixed_document');
  const ends = [insight, other] as const;
  if (unlinkingChanges(ends).size > 0) return undefined;
  const loaded = stillNaming(ends).find(({ collection }) => collection !== ownCollection);
  return loaded
    ? t('library_link_fixed_codex', collectionName(loaded, data) ?? '')
    : t('library_link_fixed_text');
}
