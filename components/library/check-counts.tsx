import { useState } from 'react';
import { t } from '@/lib/i18n';
import styles from './check-view.module.css';

export interface RuleCount {
  readonly rule: string;
  readonly level: 'error' | 'warning';
  /** The rule in a few words. */
  readonly name: string;
  readonly count: number;
}

export interface CheckCountsProps {
  readonly counts: readonly RuleCount[];
  /** The rule that the list is narrowed to. */
  readonly chosen: string | undefined;
  readonly onChoose: (rule: string | undefined) => void;
}

/** How often each rule is broken; pressing one narrows the list to it, pressing it again widens it. */
export function CheckCounts({ counts, chosen, onChoose }: CheckCountsProps) {
  // On a narrow page they would push the findings away; the choice of a rule has the counts too.
  const [open, setOpen] = useState(() => matchMedia('(min-width: 900px)').matches);
  return (
    <details
      className={styles.counts}
      open={open}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>{t('library_check_counts')}</summary>
      <ul>
        {counts.map(({ rule, level, name, count }) => (
          <li key={rule}>
            <button
              type="button"
              aria-pressed={rule === chosen}
              onClick={() => onChoose(rule === chosen ? undefined : rule)}
            >
              <span>
                {name}
                {level === 'error' ? (
                  <span className={styles.needed}> {t('library_check_level_error')}</span>
                ) : null}
              </span>
              <span className={styles.number}>{count}</span>
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
