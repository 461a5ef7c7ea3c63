import { t } from '@/lib/i18n';
import styles from './badge.module.css';

/** Whose card it is: the loaded codex by name; nothing for one's own. */
export function CollectionBadge({ name }: { readonly name?: string | undefined }) {
  if (name === undefined) return null;
  return (
    <span
      className={`${styles.badge} ${styles.collection}`}
      title={t('library_collection_from', name)}
    >
      <span className="visually-hidden">{t('library_collection_from', '')}</span>
      <bdi>{name}</bdi>
    </span>
  );
}
