import type { Ref } from 'react';
import type { FacetCount, Facets } from '@/lib/core/insight/count-facets';
import type { FacetName, InsightFilter } from '@/lib/core/insight/filter-insights';
import type { InsightOrder } from '@/lib/core/insight/sort-insights';
import { t, type MessageKey } from '@/lib/i18n';
import { Button } from '../button';
import { isComposing } from '../is-composing';
import styles from './list-controls.module.css';

export interface ListControlsProps {
  readonly filter: InsightFilter;
  readonly order: InsightOrder;
  /** A search ranks the list: its best come first, whatever the order chosen. */
  readonly ranked?: boolean;
  readonly facets: Facets;
  /** What a collection is called, by its id; one's own has a word here. */
  readonly collectionName?: (id: string) => string | undefined;
  readonly searchRef?: Ref<HTMLInputElement>;
  readonly onFilter: (filter: InsightFilter) => void;
  readonly onOrder: (order: InsightOrder) => void;
  /** Enter or arrow down in the search: on to the list. */
  readonly onEnterList: () => void;
}

const facetLabels: Readonly<Record<FacetName, MessageKey>> = {
  collection: 'library_filter_collection',
  status: 'library_filter_status',
  tier: 'library_filter_tier',
  operator: 'library_filter_operator',
  domain: 'library_filter_domain',
  sourceType: 'library_filter_source_type',
};

const orderLabels: Readonly<Record<InsightOrder, MessageKey>> = {
  newest: 'library_order_newest',
  title: 'library_order_title',
  tier: 'library_order_tier',
};

/** Search, filters with what each would leave, and the order of the list. */
export function ListControls(props: ListControlsProps) {
  const {
    filter,
    order,
    ranked = false,
    facets,
    collectionName,
    searchRef,
    onFilter,
    onOrder,
    onEnterList,
  } = props;
  // With no codex loaded, whose card it is goes without saying.
  const isMixed = facets.collection.length > 1 || filter.collection !== undefined;
  const names = (Object.keys(facetLabels) as FacetName[]).filter(
    (name) => name !== 'collection' || isMixed,
  );
  const chosen = names.filter((name) => filter[name] !== undefined);
  return (
    <search className={styles.controls}>
      <input
        ref={searchRef}
        type="search"
        dir="auto"
        className={styles.search}
        aria-label={t('library_search')}
        placeholder={t('library_search')}
        value={filter.query ?? ''}
        onChange={(event) => onFilter({ ...filter, query: event.target.value })}
        onKeyDown={(event) => {
          if (isComposing(event) || (event.key !== 'Enter' && event.key !== 'ArrowDown')) return;
          event.preventDefault();
          onEnterList();
        }}
      />
      <div className={styles.row}>
        <details className={styles.filters}>
          <summary>
            {chosen.length === 0 ? t('library_filters') : t('library_filters_on', chosen.length)}
          </summary>
          <div className={styles.panel}>
            {names.map((name) => (
              <FacetSelect
                key={name}
                label={t(facetLabels[name])}
                values={facets[name]}
                chosen={filter[name]}
                wordOf={(value) =>
                  name === 'collection'
                    ? (collectionName?.(value) ?? t('library_collection_own'))
                    : wordOf(name, value)
                }
                onChoose={(value) => onFilter({ ...filter, [name]: value })}
              />
            ))}
            {chosen.length > 0 ? (
              <Button variant="quiet" onClick={() => onFilter({ query: filter.query })}>
                {t('library_filters_clear')}
              </Button>
            ) : null}
          </div>
        </details>
        <select
          className={styles.order}
          aria-label={t('library_order')}
          value={ranked ? 'best' : order}
          disabled={ranked}
          onChange={(event) => onOrder(event.target.value as InsightOrder)}
        >
          {ranked ? <option value="best">{t('library_order_best')}</option> : null}
          {Object.entries(orderLabels).map(([value, label]) => (
            <option key={value} value={value}>
              {t(label)}
            </option>
          ))}
        </select>
      </div>
    </search>
  );
}

interface FacetSelectProps {
  readonly label: string;
  readonly values: readonly FacetCount[];
  readonly chosen: string | undefined;
  readonly wordOf: (value: string) => string;
  readonly onChoose: (value: string | undefined) => void;
}

function FacetSelect({ label, values, chosen, wordOf: word, onChoose }: FacetSelectProps) {
  return (
    <label className={styles.facet}>
      <span>{label}</span>
      <select value={chosen ?? ''} onChange={(event) => onChoose(event.target.value || undefined)}>
        <option value="">{t('library_filter_all')}</option>
        {values.map(({ value, count }) => (
          <option key={value} value={value}>
            {t('library_filter_value', word(value), count)}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Tier and status have words of their own; every other value is the card's own word. */
function wordOf(name: FacetName, value: string): string {
  if (name === 'tier') return t('ui_tier', value);
  if (name === 'status') return value === 'draft' ? t('ui_status_draft') : t('ui_status_ready');
  return value;
}
