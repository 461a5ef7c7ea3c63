import { useRef, useState } from 'react';
import { t } from '@/lib/i18n';
import { Button } from '../button';
import { CollectionBadge } from '../collection-badge';
import { LinkEditForm } from './link-edit-form';
import styles from './link-list.module.css';
import { documentLabels, linkLabels } from './section-labels';
import type { LinkEdit, ShownLink } from './shown';

export interface LinkListProps {
  readonly links: readonly ShownLink[];
  /** Present where links can be removed; told the link's key. */
  readonly onRemove?: ((key: string) => void) | undefined;
  /** Present where what a person drew can be changed; resolves to false when that could not be stored. */
  readonly onEdit?: ((key: string, edit: LinkEdit) => Promise<boolean>) | undefined;
}

/** The insight's links, worded from this end, each with who says it. */
export function LinkList({ links, onRemove, onEdit }: LinkListProps) {
  return (
    <ul className={styles.links}>
      {links.map((link) => (
        <LinkRow key={link.key} link={link} onRemove={onRemove} onEdit={onEdit} />
      ))}
    </ul>
  );
}

interface LinkRowProps extends Omit<LinkListProps, 'links'> {
  readonly link: ShownLink;
}

function LinkRow({ link, onRemove, onEdit }: LinkRowProps) {
  const { key, id, type, direction, title, href, why, compareHref, collection, fixed } = link;
  const { origins = [], documents = [] } = link;
  const [editing, setEditing] = useState(false);
  const edit = useRef<HTMLButtonElement>(null);
  const leave = () => {
    setEditing(false);
    edit.current?.focus();
  };
  return (
    <li className={styles.link}>
      <p dir="auto">
        <span className={`${styles.type} ${opposes(type) ? styles.against : ''}`}>
          {t(linkLabels[type][direction])}
        </span>{' '}
        {href ? <a href={href}>{title}</a> : <span>{title}</span>}{' '}
        <CollectionBadge name={collection} />
      </p>
      {why && !editing ? (
        <p dir="auto" className={styles.why}>
          {why}
        </p>
      ) : null}
      {origins.length + documents.length > 0 ? (
        <ul className={styles.origins}>
          {origins.map((origin) => (
            <li key={origin}>{origin}</li>
          ))}
          {documents.map((document) => (
            <li key={document.key} dir="auto">
              {t(documentLabels[document.kind].named)} <a href={document.href}>{document.title}</a>
            </li>
          ))}
          {onRemove && fixed !== undefined ? <li>{fixed}</li> : null}
        </ul>
      ) : null}
      <div className={styles.actions}>
        {compareHref ? (
          <a href={compareHref} aria-label={t('library_link_compare_named', title)}>
            {t('library_link_compare')}
          </a>
        ) : null}
        {onEdit && id !== undefined ? (
          <Button
            ref={edit}
            variant="quiet"
            aria-expanded={editing}
            aria-label={t('library_link_edit_named', title)}
            onClick={() => setEditing(!editing)}
          >
            {t('library_link_edit')}
          </Button>
        ) : null}
        {onRemove && fixed === undefined ? (
          <Button
            variant="quiet"
            aria-label={t('library_link_remove_named', title)}
            onClick={() => onRemove(key)}
          >
            {t('library_link_remove')}
          </Button>
        ) : null}
      </div>
      {editing && onEdit ? (
        <LinkEditForm
          link={{ type, direction, why }}
          onSave={(next) => {
            void onEdit(key, next).then((stored) => {
              if (stored) leave();
            });
          }}
          onCancel={leave}
        />
      ) : null}
    </li>
  );
}

function opposes(type: ShownLink['type']): boolean {
  return type === 'contradicts' || type === 'limits';
}
