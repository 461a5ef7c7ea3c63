import { t, tn } from '@/lib/i18n';
import { Notice } from '../notice';
import styles from './import-view.module.css';

/** What an import did, counted in cards, with the files that stayed out. */
export interface ShownImport {
  readonly files: number;
  readonly added: number;
  readonly updated: number;
  /** Edited here and in the file, with both edits now. */
  readonly merged: number;
  readonly unchanged: number;
  /** Titles or ids of cards edited here that the files would have changed: the edits stay. */
  readonly kept: readonly string[];
  /** Ids of cards that lie in the trash and were left there. */
  readonly inTrash: readonly string[];
  /** Files that are no cards, for example a README. */
  readonly skipped: readonly string[];
  readonly broken: readonly BrokenFile[];
  /** Contradictions and patterns, which are counted apart from the cards. */
  readonly documents?: ImportedDocuments | undefined;
  /** Why nothing could be stored at all. */
  readonly failure?: string | undefined;
}

export interface ImportedDocuments {
  readonly cameIn: number;
  readonly unchanged: number;
  readonly href: string;
}

export interface BrokenFile {
  readonly name: string;
  readonly line?: number | undefined;
  readonly reason: string;
  /** Whether its text is kept, to be mended here. */
  readonly isKept: boolean;
}

export interface ImportReportProps {
  readonly report: ShownImport;
  readonly listHref: string;
}

/** What came in, what was there already, and what stayed out and why. */
export function ImportReport({ report, listHref }: ImportReportProps) {
  const { added, updated, merged, unchanged, kept, inTrash, skipped, broken, failure } = report;
  const nothing = added + updated + merged + unchanged + kept.length + inTrash.length === 0;
  if (failure !== undefined && nothing && broken.length === 0) {
    return <Notice tone="bad">{failure}</Notice>;
  }
  return (
    <div className={styles.report}>
      {failure === undefined ? null : <Notice tone="bad">{failure}</Notice>}
      <Notice
        tone={nothing ? 'info' : 'good'}
        action={nothing ? undefined : <a href={listHref}>{t('library_import_see')}</a>}
      >
        {headline(report)}
      </Notice>
      <dl className={styles.counts}>
        {[
          [t('library_import_added'), added],
          [t('library_import_updated'), updated],
          [t('library_import_merged'), merged],
          [t('library_import_unchanged'), unchanged],
          [t('library_import_skipped'), skipped.length],
          [t('library_import_broken'), broken.length],
        ].map(([label, count]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{count}</dd>
          </div>
        ))}
      </dl>
      {report.documents ? <DocumentsNotice {...report.documents} /> : null}
      {broken.length > 0 ? (
        <section aria-labelledby="import-broken" className={styles.broken}>
          <h3 id="import-broken">{tn('library_import_broken_files', broken.length)}</h3>
          {broken.some(({ isKept }) => isKept) ? (
            <p className={styles.text}>{t('library_import_broken_kept')}</p>
          ) : null}
          <NotKept files={broken.filter(({ isKept }) => !isKept)} />
        </section>
      ) : null}
      {kept.length > 0 ? (
        <section aria-labelledby="import-kept" className={styles.broken}>
          <h3 id="import-kept">{tn('library_import_kept', kept.length)}</h3>
          <p className={styles.text}>{t('library_import_kept_text')}</p>
          <FileNames names={kept} />
        </section>
      ) : null}
      {inTrash.length > 0 ? (
        <section aria-labelledby="import-trash" className={styles.broken}>
          <h3 id="import-trash">{tn('library_import_in_trash', inTrash.length)}</h3>
          <p className={styles.text}>{t('library_import_in_trash_text')}</p>
          <FileNames names={inTrash} />
        </section>
      ) : null}
      {skipped.length > 0 ? (
        <details className={styles.skipped}>
          <summary>{tn('library_import_skipped_files', skipped.length)}</summary>
          <FileNames names={skipped} />
        </details>
      ) : null}
    </div>
  );
}

/** Files that are no text, or too much of it. */
function NotKept({ files }: { readonly files: readonly BrokenFile[] }) {
  if (files.length === 0) return null;
  return (
    <>
      <p className={styles.text}>{t('library_import_broken_not_kept')}</p>
      <ul>
        {files.map(({ name, line, reason }) => (
          <li key={`${name}:${line ?? 0}`}>
            <code>{line === undefined ? name : t('library_import_line', name, line)}</code>
            <span>{reason}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function DocumentsNotice({ cameIn, unchanged, href }: ImportedDocuments) {
  return (
    <Notice tone="info" action={<a href={href}>{t('library_import_documents_see')}</a>}>
      {cameIn > 0
        ? tn('library_import_documents', cameIn)
        : tn('library_import_documents_unchanged', unchanged)}
    </Notice>
  );
}

function FileNames({ names }: { readonly names: readonly string[] }) {
  return (
    <ul>
      {names.map((name) => (
        <li key={name}>
          <code>{name}</code>
        </li>
      ))}
    </ul>
  );
}

function headline({
  added,
  updated,
  merged,
  unchanged,
  kept,
  inTrash,
  broken,
}: ShownImport): string {
  const cameIn = added + updated + merged;
  if (cameIn > 0) return tn('library_import_came_in', cameIn);
  if (kept.length > 0) return t('library_import_only_kept');
  if (unchanged > 0) return t('library_import_nothing_changed');
  if (inTrash.length > 0) return t('library_import_only_in_trash');
  return broken.length > 0 ? t('library_import_none_read') : t('library_import_none_found');
}
