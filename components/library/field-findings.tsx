import { t } from '@/lib/i18n';
import { Button } from '../button';
import styles from './field.module.css';
import { focusField } from './focus-field';
import type { ShownFinding } from './shown';

export interface FieldFindingsProps {
  readonly name: string;
  readonly findings: readonly ShownFinding[];
}

/** What the rules say about one field, right under it and read out with it. */
export function FieldFindings({ name, findings }: FieldFindingsProps) {
  const here = findings.filter(({ field }) => field === name);
  return (
    <div id={`field-${name}-findings`} className={styles.findings}>
      {here.map(({ key, level, message, onFix }) => (
        <p key={key} className={level === 'error' ? styles.error : styles.warning}>
          {message}
          {onFix ? (
            <Button
              variant="quiet"
              aria-label={t('library_check_fix_named', message)}
              onClick={() => {
                // The button goes with what it mends.
                focusField(name);
                onFix();
              }}
            >
              {t('library_check_fix')}
            </Button>
          ) : null}
        </p>
      ))}
    </div>
  );
}
