import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { flushSync } from 'react-dom';
import { Virtualizer, type VirtualizerHandle } from 'virtua';
import type { CheckedFinding } from '@/lib/core/codex/check-collection';
import { t } from '@/lib/i18n';
import { Button } from '../button';
import styles from './check-view.module.css';
import { CountedItem, ListSize } from './counted-item';

/** A finding in words. */
export interface ShownCheck {
  /** Names the row. */
  readonly key: string;
  readonly level: 'error' | 'warning';
  readonly message: string;
  /** The insight it is about, and where it is read. */
  readonly title: string;
  readonly href: string;
  /** The other insight that it speaks of. */
  readonly other?: { readonly title: string; readonly href: string } | undefined;
  readonly canFix: boolean;
}

export interface CheckListProps {
  readonly rows: readonly CheckedFinding[];
  readonly show: (row: CheckedFinding) => ShownCheck;
  readonly onFix: (row: CheckedFinding) => void;
}

const steps: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  j: 1,
  ArrowUp: -1,
  k: -1,
  PageDown: 10,
  PageUp: -10,
  Home: -Infinity,
  End: Infinity,
};

/** All findings in one scrolling list, of which only what is in view is in the document. */
export function CheckList({ rows, show, onFix }: CheckListProps) {
  const [place, setPlace] = useState(0);
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useRef<VirtualizerHandle>(null);
  const frame = useRef(0);
  const active = Math.min(place, rows.length - 1);

  // A row far away cannot have the focus until it has been measured.
  const focusRow = (wanted: number, triesLeft = 30) => {
    cancelAnimationFrame(frame.current);
    const row = scroller.current?.querySelector<HTMLElement>(`[data-place="${wanted}"] a`);
    row?.focus({ preventScroll: true });
    if (row === document.activeElement || triesLeft === 0) return;
    frame.current = requestAnimationFrame(() => focusRow(wanted, triesLeft - 1));
  };

  // The row that was fixed goes and takes its button along: the keyboard goes to the one that moves up.
  const fixing = useRef<readonly CheckedFinding[]>(undefined);
  const goOn = useRef<() => void>(undefined);
  useEffect(() => {
    goOn.current = () => focusRow(active);
  });
  useEffect(() => {
    if (fixing.current === undefined || fixing.current === rows) return;
    fixing.current = undefined;
    goOn.current?.();
  }, [rows]);
  const fix = (row: CheckedFinding) => {
    fixing.current = rows;
    // The list goes with its last row.
    if (rows.length === 1) document.querySelector<HTMLElement>('#check-title')?.focus();
    onFix(row);
  };

  const goTo = (index: number) => {
    const next = Math.min(Math.max(index, 0), rows.length - 1);
    flushSync(() => setPlace(next));
    virtualizer.current?.scrollToIndex(next, { align: 'nearest' });
    focusRow(next);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    goTo(active + step);
  };

  return (
    // The keys work on the links inside, which are what has the focus.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className={styles.scroller} ref={scroller} onKeyDown={onKeyDown}>
      <ListSize value={rows.length}>
        <Virtualizer
          ref={virtualizer}
          data={rows}
          as="ul"
          item={CountedItem}
          itemSize={88}
          keepMounted={[active].filter((each) => each >= 0)}
        >
          {(row, index) => {
            const shown = show(row);
            return (
              <CheckRow
                key={shown.key}
                shown={shown}
                place={index}
                active={index === active}
                onFocus={() => setPlace(index)}
                onFix={() => fix(row)}
              />
            );
          }}
        </Virtualizer>
      </ListSize>
    </div>
  );
}

interface CheckRowProps {
  readonly shown: ShownCheck;
  readonly place: number;
  /** Has the list's place in the tab order. */
  readonly active: boolean;
  readonly onFocus: () => void;
  readonly onFix: () => void;
}

/** What a rule objects to, in which insight, and the button that mends it. */
function CheckRow({ shown, place, active, onFocus, onFix }: CheckRowProps) {
  const { level, message, title, href, other, canFix } = shown;
  const tabIndex = active ? 0 : -1;
  return (
    <div className={`${styles.row} ${styles[level] ?? ''}`} data-place={place} onFocus={onFocus}>
      <div className={styles.words}>
        <a href={href} dir="auto" tabIndex={tabIndex}>
          {title}
        </a>
        <p dir="auto">
          {level === 'error' ? (
            <span className={styles.needed}>{t('library_check_level_error')}</span>
          ) : null}{' '}
          {message}
        </p>
        {other ? (
          <p className={styles.other} dir="auto">
            <a href={other.href} tabIndex={tabIndex}>
              {other.title}
            </a>
          </p>
        ) : null}
      </div>
      {canFix ? (
        <Button
          tabIndex={tabIndex}
          aria-label={t('library_check_fix_named', message)}
          onClick={onFix}
        >
          {t('library_check_fix')}
        </Button>
      ) : null}
    </div>
  );
}
