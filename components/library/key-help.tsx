import { useEffect, useRef } from 'react';
import { t, type MessageKey } from '@/lib/i18n';
import { Button } from '../button';
import styles from './key-help.module.css';

export interface KeyHelpProps {
  readonly open: boolean;
  /** Whether `/` and `?` work from anywhere; keys inside the list always do. */
  readonly singleKeys: boolean;
  readonly onSingleKeys: (on: boolean) => void;
  readonly onClose: () => void;
}

const keys: readonly [string, MessageKey][] = [
  ['/', 'library_key_search'],
  ['↑ ↓  j k', 'library_key_move'],
  ['Enter', 'library_key_open'],
  ['x', 'library_key_select'],
  ['Shift + x', 'library_key_select_range'],
  ['Esc', 'library_key_clear'],
  ['Alt + 1 2 3', 'library_key_evidence'],
  ['?', 'library_key_help'],
];

/** What can be typed into the search, the same in every language, and what it asks for. */
const syntax: readonly [string, MessageKey][] = [
  ['"…"', 'library_syntax_phrase'],
  ['-…', 'library_syntax_without'],
  [
    'title: claim: mechanism: conditions: evidence: signals: counter: operator:',
    'library_syntax_field',
  ],
  ['tier:A status:draft tag: domain: type: source:', 'library_syntax_facet'],
];

/** The library's keys, what its search understands, and a switch for those that would get in the way of speech input. */
export function KeyHelp({ open, singleKeys, onSingleKeys, onClose }: KeyHelpProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (open && !dialog.current?.open) dialog.current?.showModal();
    if (!open) dialog.current?.close();
  }, [open]);
  return (
    <dialog ref={dialog} className={styles.dialog} aria-labelledby="key-help" onClose={onClose}>
      <h2 id="key-help">{t('library_keys')}</h2>
      <dl className={styles.keys}>
        {keys.map(([key, meaning]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{t(meaning)}</dd>
          </div>
        ))}
      </dl>
      <h2>{t('library_syntax')}</h2>
      <dl className={styles.syntax}>
        {syntax.map(([written, meaning]) => (
          <div key={written}>
            <dt dir="ltr">
              {written.split(' ').map((one) => (
                <kbd key={one}>{one}</kbd>
              ))}
            </dt>
            <dd>{t(meaning)}</dd>
          </div>
        ))}
      </dl>
      <label className={styles.switch}>
        <input
          type="checkbox"
          checked={singleKeys}
          onChange={(event) => onSingleKeys(event.target.checked)}
        />
        {t('library_key_single')}
      </label>
      <Button variant="primary" onClick={onClose}>
        {t('library_close')}
      </Button>
    </dialog>
  );
}
