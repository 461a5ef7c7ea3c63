import type { CheckedFinding } from '@/lib/core/codex/check-collection';
import { t, tn } from '@/lib/i18n';
import { Button } from '../button';
import { EmptyState } from '../empty-state';
import { CheckCounts, type RuleCount } from './check-counts';
import { CheckFixAll, type Fixable } from './check-fix-all';
import { CheckList, type ShownCheck } from './check-list';
import styles from './check-view.module.css';

/** What the list is narrowed to; an absent field narrows nothing. */
export interface CheckFilter {
  readonly level?: 'error' | 'warning' | undefined;
  readonly rule?: string | undefined;
}

export interface CheckViewProps {
  /** One's own first. */
  readonly collections: readonly { readonly id: string; readonly name: string }[];
  readonly collection: string;
  readonly readOnly: boolean;
  /** How many the collection has. */
  readonly insights: number;
  /** Whether a check has come to its end. */
  readonly checked: boolean;
  /** Of the check under way, 0 to 1. */
  readonly progress: number | undefined;
  /** Over all findings, whatever the filter. */
  readonly counts: readonly RuleCount[];
  readonly filter: CheckFilter;
  /** The findings that the filter leaves. */
  readonly rows: readonly CheckedFinding[];
  readonly show: (row: CheckedFinding) => ShownCheck;
  /** Of these rows. */
  readonly fixable: Fixable;
  readonly importHref: string;
  readonly onCollection: (id: string) => void;
  readonly onFilter: (filter: CheckFilter) => void;
  readonly onStop: () => void;
  readonly onStart: () => void;
  readonly onFix: (row: CheckedFinding) => void;
  readonly onFixAll: () => void;
}

/** The report over a collection: how often each rule is broken, where, and what can be mended. */
export function CheckView(props: CheckViewProps) {
  const { collections, collection, insights, checked, progress, counts, filter } = props;
  return (
    <section className={styles.view} aria-labelledby="check-title">
      <div className={styles.head}>
        <h2 id="check-title" tabIndex={-1} className={styles.title}>
          {t('library_room_check')}
        </h2>
        {collections.length > 1 ? (
          <label className={styles.choice}>
            <span>{t('library_check_collection')}</span>
            <select value={collection} onChange={(event) => props.onCollection(event.target.value)}>
              {collections.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        ) : null}
        {props.readOnly ? <p className={styles.note}>{t('library_check_read_only')}</p> : null}
      </div>
      {insights === 0 ? (
        <EmptyState
          title={t('library_check_empty_title')}
          text={t('library_check_empty_text')}
          action={<a href={props.importHref}>{t('library_check_empty_action')}</a>}
        />
      ) : checked ? (
        counts.length === 0 ? (
          <EmptyState
            title={t('library_check_clean_title')}
            text={tn('library_check_clean_text', insights)}
          />
        ) : (
          <div className={styles.report}>
            <CheckCounts
              counts={counts}
              chosen={filter.rule}
              onChoose={(rule) => props.onFilter({ ...filter, rule })}
            />
            <Findings {...props} />
          </div>
        )
      ) : progress === undefined ? (
        <EmptyState
          title={t('library_check_stopped_title')}
          text={t('library_check_stopped_text')}
          action={<Button onClick={props.onStart}>{t('library_check_again')}</Button>}
        />
      ) : (
        <div className={styles.progress}>
          <label htmlFor="check-progress">{tn('library_check_progress', insights)}</label>
          <progress id="check-progress" value={progress} />
          <Button onClick={props.onStop}>{t('library_check_stop')}</Button>
        </div>
      )}
    </section>
  );
}

function Findings(props: CheckViewProps) {
  const { counts, filter, rows, show, fixable, onFilter } = props;
  const chosen = counts.find(({ rule }) => rule === filter.rule);
  return (
    <div className={styles.findings}>
      <div className={styles.controls}>
        <label className={styles.choice}>
          <span>{t('library_check_level')}</span>
          <select
            value={filter.level ?? ''}
            onChange={(event) => {
              const level = levels.find((each) => each === event.target.value);
              onFilter({ ...filter, level });
            }}
          >
            <option value="">{t('library_filter_all')}</option>
            {levels.map((level) => (
              <option key={level} value={level}>
                {t(`library_check_level_${level}`)}
              </option>
            ))}
          </select>
        </label>
        <label className={styles.choice}>
          <span>{t('library_check_rule')}</span>
          <select
            value={filter.rule ?? ''}
            onChange={(event) => onFilter({ ...filter, rule: event.target.value || undefined })}
          >
            <option value="">{t('library_filter_all')}</option>
            {filter.rule !== undefined && chosen === undefined ? (
              <option value={filter.rule}>{t('library_check_rule_met')}</option>
            ) : null}
            {counts.map(({ rule, name, count }) => (
              <option key={rule} value={rule}>
                {t('library_filter_value', name, count)}
              </option>
            ))}
          </select>
        </label>
        <output className={styles.found}>{tn('library_check_found', rows.length)}</output>
        <CheckFixAll {...fixable} onFixAll={props.onFixAll} />
      </div>
      {rows.length === 0 ? (
        <EmptyState
          title={t('library_check_none_title')}
          text={t('library_check_none_text')}
          action={<Button onClick={() => onFilter({})}>{t('library_check_clear')}</Button>}
        />
      ) : (
        <CheckList rows={rows} show={show} onFix={props.onFix} />
      )}
    </div>
  );
}

const levels = ['error', 'warning'] as const;
