import type { MouseEvent } from 'react';
import type { Insight } from '@/lib/core/insight/insight';
import { t } from '@/lib/i18n';
import { CollectionBadge } from '../collection-badge';
import { findTerms } from '../find-terms';
import { MarkedText } from '../marked-text';
import { StatusBadge } from '../status-badge';
import { excerpt } from '../surface/excerpt';
import { TierBadge } from '../tier-badge';
import styles from './insight-list.module.css';
import { titleOf } from './title-of';

/** What of an insight a search met. */
export interface RowMatch {
  /** The words to mark. */
  readonly words: readonly string[];
  /** The claim as plain text. */
  readonly claim: string;
}

/** The characters of a claim that two lines hold. */
const claimLength = 120;
const noWords: readonly string[] = [];

export interface InsightRowProps {
  readonly insight: Insight;
  readonly place: number;
  readonly quote: string | undefined;
  readonly href: string;
  /** Shown in the other pane. */
  readonly open: boolean;
  /** Has the list's one place in the tab order. */
  readonly active: boolean;
  readonly selected: boolean;
  readonly match?: RowMatch | undefined;
  /** The loaded codex it belongs to; undefined for one's own. */
  readonly from?: string | undefined;
  readonly onFocus: () => void;
  readonly onToggle: (extend: boolean) => void;
}

/** One line of the library: a box to choose it, its title as the link to it, who said it. */
export function InsightRow(props: InsightRowProps) {
  const { insight, place, quote, href, open, active, selected, match, from, onFocus, onToggle } =
    props;
  const title = titleOf(insight, quote);
  const { operator, sourceTitle, sourceType, tier } = insight.card;
  const tabIndex = active ? 0 : -1;
  const onClick = (event: MouseEvent) => onToggle(event.shiftKey);
  return (
    <div className={`${styles.row} ${open ? styles.open : ''}`} data-place={place}>
      <input
        type="checkbox"
        className={styles.box}
        aria-label={t('library_select', title)}
        tabIndex={tabIndex}
        checked={selected}
        onClick={onClick}
        onChange={() => undefined}
      />
      <div className={styles.words}>
        <a
          className={styles.title}
          href={href}
          dir="auto"
          tabIndex={tabIndex}
          aria-current={open ? 'page' : undefined}
          onFocus={onFocus}
        >
          <MarkedText text={title} terms={match?.words ?? noWords} />
        </a>
        {match && match.claim !== '' && insight.card.title.trim() !== '' ? (
          <p className={styles.claim} dir="auto">
            <MarkedText
              text={excerpt(match.claim, () => findTerms(match.claim, match.words), claimLength)}
              terms={match.words}
            />
          </p>
        ) : null}
        <p className={styles.about} dir="auto">
          {[operator, sourceTitle || sourceType].filter(Boolean).join(' · ')}
        </p>
      </div>
      <div className={styles.badges}>
        {insight.status === 'draft' ? <StatusBadge status="draft" /> : null}
        <CollectionBadge name={from} />
        <TierBadge tier={tier} />
      </div>
    </div>
  );
}
