import { t } from '@/lib/i18n';
import { Button } from '../button';
import styles from './kept-files.module.css';

/** A broken file that waits to be mended. */
export interface ShownKeptFile {
  readonly key: string;
  readonly path: string;
  readonly line: number;
  readonly reason: string;
  readonly edited: boolean;
  /** Where it is mended. */
  readonly href: string;
}

export interface KeptFilesProps {
  readonly files: readonly ShownKeptFile[];
  readonly onDiscard: (key: string) => void;
}

/** The files that could not be read as cards, with what is wrong with each and the way to mend it. */
export function KeptFiles({ files, onDiscard }: KeptFilesProps) {
  if (files.length === 0) return null;
  return (
    <section aria-labelledby="kept-files" className={styles.kept}>
      <h3 id="kept-files">{t('library_kept_files')}</h3>
      <p className={styles.text}>{t('library_kept_files_text')}</p>
      <ul>
        {files.map(({ key, path, line, reason, edited, href }) => (
          <li key={key}>
            <div className={styles.words}>
              <a href={href}>
                <code>{t('library_import_line', path, line)}</code>
              </a>
              <span dir="auto">{reason}</span>
              {edited ? <small>{t('library_kept_file_edited')}</small> : null}
            </div>
            <Button
              variant="quiet"
              aria-label={t('library_kept_file_discard_named', path)}
              onClick={() => onDiscard(key)}
            >
              {t('library_kept_file_discard')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
