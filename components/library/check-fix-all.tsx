import { useEffect, useRef, useState } from 'react';
import { t, tn } from '@/lib/i18n';
import { Button } from '../button';
import type { RuleCount } from './check-counts';
import styles from './check-view.module.css';

/** What all the safe fixes would change. */
export interface Fixable {
  readonly counts: readonly RuleCount[];
  readonly insights: number;
}

export interface CheckFixAllProps extends Fixable {
  readonly onFixAll: () => void;
}

/** All safe fixes at once: says first what they would change. */
export function CheckFixAll({ counts, insights, onFixAll }: CheckFixAllProps) {
  const [asking, setAsking] = useState(false);
  const confirm = useRef<HTMLButtonElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  useEffect(() => {
    if (asking) confirm.current?.focus();
  }, [asking]);
  if (total === 0) return null;
  const close = () => {
    setAsking(false);
    opener.current?.focus();
  };
  return (
    <div className={styles.fixAll}>
      <Button
        ref={opener}
        aria-expanded={asking}
        aria-controls="check-fix-all"
        onClick={() => setAsking(!asking)}
      >
        {tn('library_check_fix_all', total)}
      </Button>
      {/* Esc is a short cut for the button that closes it. */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div
        id="check-fix-all"
        className={styles.preview}
        hidden={!asking}
        onKeyDown={(event) => {
          if (event.key === 'Escape') close();
        }}
      >
        <p>{tn('library_check_preview', insights)}</p>
        <ul>
          {counts.map(({ rule, name, count }) => (
            <li key={rule}>
              {name}: {count}
            </li>
          ))}
        </ul>
        <div className={styles.choices}>
          <Button
            ref={confirm}
            variant="primary"
            onClick={() => {
              setAsking(false);
              onFixAll();
              // The button goes with what it fixed.
              document.querySelector<HTMLElement>('#check-title')?.focus();
            }}
          >
            {t('library_check_fix_them')}
          </Button>
          <Button onClick={close}>{t('library_check_not_now')}</Button>
        </div>
      </div>
    </div>
  );
}
