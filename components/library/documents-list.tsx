import type { DocumentKind } from '@/lib/core/codex/codex-document';
import { t } from '@/lib/i18n';
import styles from './documents-list.module.css';
import type { ShownDocument } from './shown';

/** A document in the list. */
export interface ListedDocument extends ShownDocument {
  /** Whose it is, where it is not one's own. */
  readonly collection?: string | undefined;
}

export interface DocumentsListProps {
  /** By title. */
  readonly documents: readonly ListedDocument[];
  readonly openKey?: string | undefined;
}

const groups: readonly (readonly [
  DocumentKind,
  'library_documents_contradictions' | 'library_documents_patterns',
])[] = [
  ['contradiction', 'library_documents_contradictions'],
  ['pattern', 'library_documents_patterns'],
];

/** All contradictions and patterns, each kind under its heading. */
export function DocumentsList({ documents, openKey }: DocumentsListProps) {
  return (
    <div className={styles.scroller}>
      {groups.map(([kind, label]) => {
        const own = documents.filter((each) => each.kind === kind);
        return own.length === 0 ? null : (
          <section key={kind} aria-labelledby={`documents-${kind}`}>
            <h3 id={`documents-${kind}`} className={styles.kind}>
              {t(label)}
            </h3>
            <ul className={styles.list}>
              {own.map(({ key, title, href, collection }) => (
                <li key={key}>
                  <a href={href} dir="auto" aria-current={key === openKey ? 'page' : undefined}>
                    {title}
                    {collection ? <small>{collection}</small> : null}
                  </a>
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}
