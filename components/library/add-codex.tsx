import { useRef, useState, type DragEvent } from 'react';
import { t } from '@/lib/i18n';
import { Button } from '../button';
import { Notice } from '../notice';
import form from './line-form.module.css';
import styles from './collections-view.module.css';

export interface AddCodexProps {
  /** While one is loading, no other can be. */
  readonly busy: boolean;
  /** Why the last codex did not come in. */
  readonly problem?: string | undefined;
  readonly onAddress: (address: string) => void;
  readonly onFiles: (files: readonly File[]) => void;
  /** What was dropped; the browser gives it up only while the event lasts. */
  readonly onDrop: (data: DataTransfer) => void;
}

/** Loads a codex by its address, or from a copy on the disk. */
export function AddCodex({ busy, problem, onAddress, onFiles, onDrop }: AddCodexProps) {
  const [address, setAddress] = useState('');
  const [over, setOver] = useState(false);
  const drag = (entered: boolean) => (event: DragEvent) => {
    event.preventDefault();
    setOver(entered);
  };
  return (
    // Dropping is a short cut for the buttons inside, which work by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      className={`${styles.add} ${over ? styles.over : ''}`}
      aria-labelledby="add-codex"
      onDragOver={drag(true)}
      onDragLeave={drag(false)}
      onDrop={(event) => {
        drag(false)(event);
        if (!busy) onDrop(event.dataTransfer);
      }}
    >
      <h3 id="add-codex">{t('library_collections_add')}</h3>
      <form
        className={form.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy) onAddress(address);
        }}
      >
        <label htmlFor="codex-address">{t('library_collections_address')}</label>
        <div className={form.line}>
          <input
            id="codex-address"
            className={form.input}
            inputMode="url"
            autoComplete="off"
            spellCheck={false}
            dir="ltr"
            required
            aria-describedby="codex-address-hint"
            value={address}
            onChange={(event) => setAddress(event.target.value)}
          />
          <Button type="submit" variant="primary" aria-disabled={busy}>
            {t('library_collections_load')}
          </Button>
        </div>
        <p id="codex-address-hint" className={styles.hint}>
          {t('library_collections_address_hint')}
        </p>
      </form>
      {problem === undefined ? null : <Notice tone="bad">{problem}</Notice>}
      <p className={styles.hint}>{t('library_collections_from_disk')}</p>
      <div className={styles.actions}>
        <FilesButton kind="folder" busy={busy} onFiles={onFiles}>
          {t('library_collections_folder')}
        </FilesButton>
        <FilesButton kind="zip" busy={busy} onFiles={onFiles}>
          {t('library_collections_zip')}
        </FilesButton>
      </div>
    </section>
  );
}

export interface FilesButtonProps {
  readonly kind: 'folder' | 'zip';
  /** Then it cannot be pressed, but keeps the keyboard. */
  readonly busy: boolean;
  readonly onFiles: (files: readonly File[]) => void;
  /** Names the input for those who look for it; the button is what is pressed. */
  readonly testId?: string;
  readonly children: string;
}

/** A button that lets a folder or a zip be chosen. */
export function FilesButton({ kind, busy, onFiles, testId, children }: FilesButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button aria-disabled={busy} onClick={() => !busy && input.current?.click()}>
        {children}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={children}
        data-testid={testId ?? `codex-${kind}`}
        {...(kind === 'folder' ? { webkitdirectory: '', multiple: true } : { accept: '.zip' })}
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])]);
          // Choosing the same again must be a new choice.
          event.target.value = '';
        }}
      />
    </>
  );
}
