import type { FolderChange } from '@/lib/core/insight/folder-plan';
import { t, tn, type PluralKey } from '@/lib/i18n';
import styles from './folder-view.module.css';

/** A card that a sync changed somewhere. */
export interface ShownChange {
  readonly change: FolderChange;
  readonly path: string;
  readonly title: string;
  /** Undefined where there is nothing to be opened any more. */
  readonly href: string | undefined;
}

export interface ShownSync {
  readonly changes: readonly ShownChange[];
  /** How many clips and links went with words that files do not have any more. */
  readonly gone: number;
  readonly broken: readonly { readonly name: string; readonly reason: string }[];
}

const lines: Readonly<Record<FolderChange, PluralKey>> = {
  conflict: 'folder_change_conflict',
  added: 'folder_change_added',
  updated: 'folder_change_updated',
  merged: 'folder_change_merged',
  written: 'folder_change_written',
  created: 'folder_change_created',
  moved: 'folder_change_moved',
  renamed: 'folder_change_renamed',
  'file-trashed': 'folder_change_file_trashed',
  'insight-trashed': 'folder_change_insight_trashed',
  'file-restored': 'folder_change_file_restored',
  'insight-restored': 'folder_change_insight_restored',
};

/** So many are looked through at a glance; a first sync may have thousands. */
const mostShown = 50;

/** What the last sync did, in numbers, with the cards; and the files that stay out. */
export function FolderReport({ sync: { changes, gone, broken } }: { readonly sync: ShownSync }) {
  const kinds = Object.keys(lines) as FolderChange[];
  return (
    <>
      <section aria-labelledby="folder-changes" className={styles.part}>
        <h3 id="folder-changes">{t('folder_changes')}</h3>
        {changes.length === 0 ? (
          <p className={styles.text}>{t('folder_changes_none')}</p>
        ) : (
          kinds.map((kind) => (
            <Changes
              key={kind}
              kind={kind}
              changes={changes.filter(({ change }) => change === kind)}
            />
          ))
        )}
        {gone > 0 ? <p className={styles.text}>{tn('folder_gone_parts', gone)}</p> : null}
      </section>
      {broken.length > 0 ? (
        <section aria-labelledby="folder-broken" className={styles.part}>
          <h3 id="folder-broken">{tn('folder_broken', broken.length)}</h3>
          <p className={styles.text}>{t('folder_broken_text')}</p>
          <ul className={styles.broken}>
            {broken.slice(0, mostShown).map(({ name, reason }) => (
              <li key={name}>
                <code>{name}</code>
                <span>{reason}</span>
              </li>
            ))}
          </ul>
          <More all={broken.length} />
        </section>
      ) : null}
    </>
  );
}

interface ChangesProps {
  readonly kind: FolderChange;
  readonly changes: readonly ShownChange[];
}

function Changes({ kind, changes }: ChangesProps) {
  if (changes.length === 0) return null;
  return (
    <details className={styles.changes} open={changes.length <= 5}>
      <summary>{tn(lines[kind], changes.length)}</summary>
      <ul>
        {changes.slice(0, mostShown).map(({ path, title, href }) => (
          <li key={path}>
            <span dir="auto">{href === undefined ? title : <a href={href}>{title}</a>}</span>
            <code>{path}</code>
          </li>
        ))}
      </ul>
      <More all={changes.length} />
    </details>
  );
}

function More({ all }: { readonly all: number }) {
  return all > mostShown ? (
    <p className={styles.text}>{tn('folder_more', all - mostShown)}</p>
  ) : null;
}
