import type { Insight } from '@/lib/core/insight/insight';
import { t } from '@/lib/i18n';
import { Button } from '../button';
import { EmptyState } from '../empty-state';
import { StatusBadge } from '../status-badge';
import styles from './trash-view.module.css';
import { titleOf } from './title-of';

export interface TrashViewProps {
  /** The insights in the trash, last deleted first; undefined while loading. */
  readonly insights: readonly Insight[] | undefined;
  readonly quoteOf: (key: string) => string | undefined;
  readonly onRestore: (keys: readonly string[]) => void;
}

/** What was deleted, and the way back. Nothing here is ever removed by itself. */
export function TrashView({ insights, quoteOf, onRestore }: TrashViewProps) {
  return (
    <section className={styles.view} aria-labelledby="trash-title">
      <div className={styles.head}>
        <h2 id="trash-title" tabIndex={-1} className={styles.title}>
          {t('library_room_trash')}
        </h2>
        {insights && insights.length > 1 ? (
          <Button onClick={() => onRestore(insights.map(({ key }) => key))}>
            {t('library_restore_all')}
          </Button>
        ) : null}
      </div>
      {insights?.length === 0 ? (
        <EmptyState title={t('library_trash_empty_title')} text={t('library_trash_empty_text')} />
      ) : null}
      <ul className={styles.list}>
        {insights?.map((insight) => {
          const title = titleOf(insight, quoteOf(insight.key));
          return (
            <li key={insight.key} className={styles.row}>
              <div className={styles.words}>
                <p dir="auto" className={styles.name}>
                  {title}
                </p>
                <p className={styles.about}>
                  {insight.card.operator ? <bdi>{insight.card.operator} · </bdi> : null}
                  {insight.deletedAt
                    ? t('library_deleted_on', new Date(insight.deletedAt).toLocaleDateString())
                    : null}
                </p>
              </div>
              {insight.status === 'draft' ? <StatusBadge status="draft" /> : null}
              <Button
                aria-label={t('library_restore_named', title)}
                onClick={() => onRestore([insight.key])}
              >
                {t('library_restore')}
              </Button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
