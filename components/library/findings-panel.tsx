import type { Ref } from 'react';
import { t, tn } from '@/lib/i18n';
import { Button } from '../button';
import styles from './findings-panel.module.css';
import { focusField } from './focus-field';
import type { ShownFinding } from './shown';

export interface FindingsPanelProps {
  readonly findings: readonly ShownFinding[];
  readonly draft: boolean;
  /** Promotion was just refused: the panel says so, and takes the focus. */
  readonly refused: boolean;
  readonly ref?: Ref<HTMLElement>;
}

/** What the card rules say about the whole card; each line leads to the field that mends it. */
export function FindingsPanel({ findings, draft, refused, ref }: FindingsPanelProps) {
  const errors = findings.filter(({ level }) => level === 'error');
  const warnings = findings.filter(({ level }) => level === 'warning');
  return (
    <aside
      ref={ref}
      tabIndex={-1}
      className={`${styles.panel} ${refused && errors.length > 0 ? styles.refused : ''}`}
      aria-labelledby="findings-title"
    >
      <h3 id="findings-title">
        {refused && errors.length > 0 ? t('library_refused') : t('library_rules')}
      </h3>
      <output>{summary(errors.length, warnings.length, draft)}</output>
      {errors.length > 0 ? <FindingList label={t('library_rules_errors')} of={errors} /> : null}
      {warnings.length > 0 ? (
        <FindingList label={t('library_rules_warnings')} of={warnings} />
      ) : null}
    </aside>
  );
}

function summary(errors: number, warnings: number, draft: boolean): string {
  if (errors > 0) return tn(draft ? 'library_draft_missing' : 'library_rules_broken', errors);
  if (draft) return t('library_rules_hold');
  return warnings > 0 ? t('library_rules_only_warnings') : t('library_rules_clean');
}

function FindingList({
  label,
  of,
}: {
  readonly label: string;
  readonly of: readonly ShownFinding[];
}) {
  return (
    <>
      <h4>{label}</h4>
      <ul>
        {of.map(({ key, message, field, onFix }) => (
          <li key={key}>
            <button type="button" className={styles.finding} onClick={() => focusField(field)}>
              {message}
            </button>
            {onFix ? (
              <Button
                variant="quiet"
                aria-label={t('library_check_fix_named', message)}
                onClick={() => {
                  // The button goes with what it mends.
                  focusField(field);
                  onFix();
                }}
              >
                {t('library_check_fix')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </>
  );
}
