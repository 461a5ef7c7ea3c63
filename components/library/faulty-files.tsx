import { t } from '@/lib/i18n';
import styles from './collections-view.module.css';

/** A file of a codex that stayed out. */
export interface FaultyFile {
  readonly path: string;
  /** Counted from 1; 0 where the file was never read. */
  readonly line: number;
  readonly reason: string;
}

/** The files that stayed out, each with its line and the reason. */
export function FaultyFiles({ files }: { readonly files: readonly FaultyFile[] }) {
  return (
    <ul className={styles.faults}>
      {files.map(({ path, line, reason }) => (
        <li key={path}>
          <code>{line === 0 ? path : t('library_import_line', path, line)}</code>
          <span dir="auto">{reason}</span>
        </li>
      ))}
    </ul>
  );
}
