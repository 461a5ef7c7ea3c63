import { t } from '@/lib/i18n';
import { Button } from '../button';
import { CollectionBadge } from '../collection-badge';
import styles from './link-list.module.css';
import { linkLabels } from './section-labels';
import type { ShownLink } from './shown';

export interface LinkListProps {
  readonly links: readonly ShownLink[];
  /** Present where links can be removed. */
  readonly onRemove?: ((id: string) => void) | undefined;
}

/** The insight's links, worded from this end. */
export function LinkList({ links, onRemove }: LinkListProps) {
  return (
    <ul className={styles.links}>
      {links.map(({ key, id, type, direction, title, href, from, why }) => (
        <li key={key} className={styles.link}>
          <p dir="auto">
            <span className={`${styles.type} ${opposes(type) ? styles.against : ''}`}>
              {t(linkLabels[type][direction])}
            </span>{' '}
            {href ? <a href={href}>{title}</a> : <span>{title}</span>}{' '}
            <CollectionBadge name={from} />
          </p>
          {why ? (
            <p dir="auto" className={styles.why}>
              {why}
            </p>
          ) : null}
          {onRemove && id !== undefined ? (
            <Button
              variant="quiet"
              className={styles.remove ?? ''}
              aria-label={t('library_link_remove_named', title)}
              onClick={() => onRemove(id)}
            >
              {t('library_link_remove')}
            </Button>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

function opposes(type: ShownLink['type']): boolean {
  return type === 'contradicts' || type === 'limits';
}
