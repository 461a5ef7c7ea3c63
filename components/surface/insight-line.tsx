import { use } from 'react';
import type { Insight } from '@/lib/core/insight/insight';
import { t } from '@/lib/i18n';
import { CollectionBadge } from '../collection-badge';
import { titleOf } from '../library/title-of';
import { StatusBadge } from '../status-badge';
import { TierBadge } from '../tier-badge';
import type { Chip } from './chips-of';
import { CollectionNames } from './collection-names';
import styles from './insight-line.module.css';

export interface InsightLineProps {
  readonly insight: Insight;
  readonly level: 3 | 4;
  readonly onOpen: (key: string) => void;
  readonly chips?: readonly Chip[];
}

/** An insight by name; pressing it opens it in the library. */
export function InsightLine({ insight, level, onOpen, chips = [] }: InsightLineProps) {
  const Heading = level === 3 ? 'h3' : 'h4';
  const { operator, tier } = insight.card;
  return (
    <div className={styles.line}>
      <Heading className={styles.heading}>
        <button
          type="button"
          dir="auto"
          className={styles.open}
          title={t('surface_open_in_library')}
          onClick={() => onOpen(insight.key)}
        >
          {titleOf(insight)}
        </button>
      </Heading>
      <p className={styles.facts}>
        {operator ? <bdi>{operator}</bdi> : null}
        <TierBadge tier={tier} />
        {insight.status === 'draft' ? <StatusBadge status="draft" /> : null}
        <CollectionBadge name={use(CollectionNames).get(insight.collection)} />
        {chips.map(({ key, text, about }) => (
          <span key={key} className={styles.chip}>
            {about === undefined ? (
              text
            ) : (
              <>
                <span className={styles.label}>{text}</span>{' '}
                <span className={styles.about} dir="auto" title={about}>
                  {about}
                </span>
              </>
            )}
          </span>
        ))}
      </p>
    </div>
  );
}
