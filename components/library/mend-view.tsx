import { useEffect, useRef, useState, type ReactNode } from 'react';
import { t } from '@/lib/i18n';
import { Button } from '../button';
import { Notice } from '../notice';
import { NumberedText, type NumberedTextHandle } from './numbered-text';
import styles from './mend-view.module.css';
import { SaveNote } from './save-note';
import type { SaveState } from './use-card-edits';

/** What reading the text says by now. */
export type ShownReading =
  | { readonly kind: 'fault'; readonly line: number; readonly reason: string }
  | {
      readonly kind: 'card';
      readonly id: string;
      readonly title: string;
      readonly claim: string;
      readonly operator: string;
      /** Where the card is that has its id already. */
      readonly takenHref?: string | undefined;
    };

export interface MendViewProps {
  readonly text: string;
  readonly reading: ShownReading;
  readonly saveState: SaveState;
  readonly onChange: (text: string) => void;
  readonly onBlur: () => void;
  readonly onBringIn: () => void;
  readonly onDiscard: () => void;
  readonly onSaveFile: () => void;
}

/** A broken file with its line numbers: what is wrong moves as it is mended, until it is a card. */
export function MendView(props: MendViewProps) {
  const { text, reading, saveState, onChange, onBlur } = props;
  const editor = useRef<NumberedTextHandle>(null);
  const line = reading.kind === 'fault' ? reading.line : undefined;
  const [first] = useState(line);
  useEffect(() => {
    if (first !== undefined) editor.current?.show(first);
  }, [first]);
  return (
    <>
      <div aria-live="polite">
        <Reading reading={reading} onGo={(to) => editor.current?.go(to)} />
      </div>
      <label htmlFor="mend-text" className={styles.label}>
        {t('library_mend_text')}
      </label>
      <p id="mend-hint" className={styles.hint}>
        {t('library_mend_text_hint')}
      </p>
      <NumberedText
        ref={editor}
        id="mend-text"
        describedBy="mend-hint"
        text={text}
        markedLine={line}
        onChange={onChange}
        onBlur={onBlur}
      />
      <div className={styles.actions}>
        <Button variant="primary" disabled={reading.kind === 'fault'} onClick={props.onBringIn}>
          {t('library_mend_bring_in')}
        </Button>
        <Button onClick={props.onSaveFile}>{t('library_mend_save_file')}</Button>
        <Button variant="danger" onClick={props.onDiscard}>
          {t('library_kept_file_discard')}
        </Button>
        <span className={styles.saved}>
          <SaveNote state={saveState} />
        </span>
      </div>
    </>
  );
}

interface ReadingProps {
  readonly reading: ShownReading;
  readonly onGo: (line: number) => void;
}

function Reading({ reading, onGo }: ReadingProps): ReactNode {
  if (reading.kind === 'fault') {
    const { line, reason } = reading;
    return (
      <Notice
        tone="against"
        action={<Button onClick={() => onGo(line)}>{t('library_mend_go', line)}</Button>}
      >
        <strong>{t('library_mend_line', line)}</strong> <span dir="auto">{reason}</span>
      </Notice>
    );
  }
  const { id, title, claim, operator, takenHref } = reading;
  return (
    <div className={styles.reading}>
      <Notice tone="good">
        <strong>{t('library_mend_good')}</strong>
        <p dir="auto" className={styles.cardTitle}>
          {title || t('library_mend_no_title')}
        </p>
        {claim ? (
          <p dir="auto" className={styles.claim}>
            {claim}
          </p>
        ) : null}
        {operator ? (
          <p dir="auto" className={styles.operator}>
            {operator}
          </p>
        ) : null}
      </Notice>
      {takenHref === undefined ? null : (
        <Notice tone="against" action={<a href={takenHref}>{t('library_mend_taken_see')}</a>}>
          {t('library_mend_taken', id)}
        </Notice>
      )}
    </div>
  );
}
