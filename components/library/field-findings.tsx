import styles from './field.module.css';
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
      {here.map(({ key, level, message }) => (
        <p key={key} className={level === 'error' ? styles.error : styles.warning}>
          {message}
        </p>
      ))}
    </div>
  );
}
