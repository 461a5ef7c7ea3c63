import type { ReactNode } from 'react';
import type { Insight } from '@/lib/core/insight/insight';
import { t } from '@/lib/i18n';
import { CollectionBadge } from '../collection-badge';
import { SourceLine } from '../source-line';
import { StatusBadge } from '../status-badge';
import { TierBadge } from '../tier-badge';
import styles from './insight-header.module.css';
import { titleOf } from './title-of';

export interface InsightHeaderProps {
  readonly insight: Insight;
  readonly quote: string | undefined;
  readonly listHref: string;
  readonly actions: ReactNode;
  /** The loaded codex it belongs to; undefined for one's own. */
  readonly from?: string | undefined;
  /** Smaller, in a fixed height: above fields that are being typed in. */
  readonly compact?: boolean;
}

/** What the insight is called, who said it and where, and what can be done with it. */
export function InsightHeader(props: InsightHeaderProps) {
  const { insight, quote, listHref, actions, from, compact } = props;
  const { card } = insight;
  const people = [card.operator, ...card.coOperators].filter(Boolean).join(', ');
  const said = card.operatorRole ? `${people} (${card.operatorRole})` : people;
  const source = card.sourceUrl === 'unknown' ? undefined : card.sourceUrl || undefined;
  return (
    <header className={styles.header}>
      <div className={styles.bar}>
        <a className={styles.back} href={listHref}>
          {t('library_back')}
        </a>
        <div className={styles.actions}>{actions}</div>
      </div>
      <div className={styles.badges}>
        <StatusBadge status={insight.status} />
        <TierBadge tier={card.tier} />
        <CollectionBadge name={from} />
      </div>
      <h2
        className={`${styles.title} ${compact ? styles.compact : ''}`}
        id="insight-title"
        tabIndex={-1}
        dir="auto"
      >
        {titleOf(insight, quote)}
      </h2>
      <SourceLine
        operator={said || undefined}
        title={card.sourceTitle || undefined}
        date={card.sourceDate || undefined}
        href={source}
      />
    </header>
  );
}
