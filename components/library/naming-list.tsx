import { t, tn } from '@/lib/i18n';
import styles from './link-list.module.css';
import { documentLabels } from './section-labels';
import type { ShownNaming } from './shown';

/** The contradictions and patterns that name the open insight, each with the cards beside it. */
export function NamingList({ namings }: { readonly namings: readonly ShownNaming[] }) {
  return (
    <ul className={styles.links}>
      {namings.map(({ key, kind, title, href, others }) => (
        <li key={key} className={styles.link}>
          <p dir="auto">
            <span className={styles.type}>{t(documentLabels[kind].name)}</span>{' '}
            <a href={href}>{title}</a>
          </p>
          {others.length > 0 ? (
            <details className={styles.others}>
              <summary>{tn('library_naming_others', others.length)}</summary>
              <ul>
                {others.map((other) => (
                  <li key={other.key} dir="auto">
                    <a href={other.href}>{other.title}</a>
                  </li>
                ))}
              </ul>
            </details>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
