import { useRef, useState, type DragEvent, type ReactNode } from 'react';
import { t, tn } from '@/lib/i18n';
import { Button } from '../button';
import { ImportProgressBar, type ImportProgress } from './import-progress';
import { ImportReport, type ShownImport } from './import-report';
import { KeptFiles, type ShownKeptFile } from './kept-files';
import styles from './import-view.module.css';

export interface ImportViewProps {
  /** Set while an import runs. */
  readonly progress: ImportProgress | undefined;
  /** What the last import did. */
  readonly report: ShownImport | undefined;
  /** One for each file that changed the words which were changed here. */
  readonly conflicts: readonly ReactNode[];
  /** The broken files of this import and of those before. */
  readonly keptFiles: readonly ShownKeptFile[];
  readonly listHref: string;
  readonly onCancel: () => void;
  readonly onDiscard: (keptFile: string) => void;
  readonly onFiles: (files: readonly File[]) => void;
  /** Files and folders that were dropped; the browser gives them up only while the event lasts. */
  readonly onDrop: (data: DataTransfer) => void;
}

/** Brings Markdown cards in: chosen or dropped files, a folder, or a zip. */
export function ImportView(props: ImportViewProps) {
  const { progress, report, listHref, onFiles, onDrop } = props;
  const [over, setOver] = useState(false);
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const choose = (input: HTMLInputElement) => {
    onFiles([...(input.files ?? [])]);
    // Choosing the same files again must be a new choice.
    input.value = '';
  };
  const drag = (entered: boolean) => (event: DragEvent) => {
    event.preventDefault();
    setOver(entered);
  };
  return (
    // Dropping is a short cut for the buttons inside, which work by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      className={styles.view}
      aria-labelledby="import-title"
      onDragOver={drag(true)}
      onDragLeave={drag(false)}
      onDrop={(event) => {
        drag(false)(event);
        onDrop(event.dataTransfer);
      }}
    >
      <h2 id="import-title" tabIndex={-1} className={styles.title}>
        {t('library_import_title')}
      </h2>
      <p className={styles.text}>{t('library_import_text')}</p>
      <div className={`${styles.drop} ${over ? styles.over : ''}`}>
        <p className={styles.invite}>{t('library_import_drop')}</p>
        <div className={styles.choices}>
          <Button
            variant="primary"
            aria-disabled={!!progress}
            onClick={() => !progress && files.current?.click()}
          >
            {t('library_import_files')}
          </Button>
          <Button aria-disabled={!!progress} onClick={() => !progress && folder.current?.click()}>
            {t('library_import_folder')}
          </Button>
        </div>
        <input
          ref={files}
          type="file"
          hidden
          multiple
          accept=".md,.markdown,.zip"
          data-testid="import-files"
          aria-label={t('library_import_files')}
          onChange={(event) => choose(event.target)}
        />
        <input
          ref={folder}
          type="file"
          hidden
          multiple
          webkitdirectory=""
          data-testid="import-folder"
          aria-label={t('library_import_folder')}
          onChange={(event) => choose(event.target)}
        />
      </div>
      {progress ? <ImportProgressBar progress={progress} onCancel={props.onCancel} /> : null}
      <output className="visually-hidden">
        {report && !progress ? tn('library_import_files_read', report.files) : ''}
      </output>
      {report && !progress ? <ImportReport report={report} listHref={listHref} /> : null}
      {progress ? null : props.conflicts}
      <KeptFiles files={props.keptFiles} onDiscard={props.onDiscard} />
    </section>
  );
}

declare module 'react' {
  interface InputHTMLAttributes<T> {
    /** Non-standard, and in every browser: choose a whole folder. */
    webkitdirectory?: string;
  }
}
