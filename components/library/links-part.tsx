import { t } from '@/lib/i18n';
import { Button } from '../button';
import { LinkList, type LinkListProps } from './link-list';
import styles from './links-part.module.css';
import { NamingList } from './naming-list';
import type { ShownNaming } from './shown';

export interface LinksPartProps extends LinkListProps {
  readonly namings: readonly ShownNaming[];
  /** Opens the picker that links this insight to another one. */
  readonly onLink: () => void;
}

/** What the open insight is linked to, and the way to link it. */
export function LinksPart({ links, namings, onLink, onRemove, onEdit }: LinksPartProps) {
  return (
    <>
      <section className={styles.part} aria-labelledby="insight-links">
        <h3 id="insight-links">{t('library_links')}</h3>
        {links.length > 0 ? (
          <LinkList links={links} onRemove={onRemove} onEdit={onEdit} />
        ) : (
          <p className={styles.none}>{t('library_link_none')}</p>
        )}
        <Button aria-keyshortcuts="l" onClick={onLink}>
          {t('library_link_open')}{' '}
          <kbd className="key" aria-hidden="true">
            l
          </kbd>
        </Button>
      </section>
      {namings.length > 0 ? (
        <section className={styles.part} aria-labelledby="insight-namings">
          <h3 id="insight-namings">{t('library_namings')}</h3>
          <NamingList namings={namings} />
        </section>
      ) : null}
    </>
  );
}
