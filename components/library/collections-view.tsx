import type { ReactNode } from 'react';
import { t, tn } from '@/lib/i18n';
import { EmptyState } from '../empty-state';
import { AddCodex, type AddCodexProps } from './add-codex';
import { CollectionItem, type CollectionItemProps, type ShownCollection } from './collection-item';
import { LoadProgress, type ShownProgress } from './load-progress';
import styles from './collections-view.module.css';

export interface CollectionsViewProps
  extends AddCodexProps, Omit<CollectionItemProps, 'shown' | 'busy' | 'broken' | 'problem'> {
  /** How many insights of one's own there are. */
  readonly own: number;
  readonly onShowOwn: () => void;
  readonly collections: readonly ShownCollection[];
  /** A load of a codex that is not listed yet. */
  readonly starting: ShownProgress | undefined;
  /** What the last load did, in words. */
  readonly said: string;
  /** The files of a collection that stayed out. */
  readonly renderBroken: (id: string) => ReactNode;
  /** Why the last load of a listed collection came to nothing. */
  readonly problemOf: (id: string) => string | undefined;
}

/** One's own collection and the codexes that were loaded: where each came from, and what it did. */
export function CollectionsView(props: CollectionsViewProps) {
  const { own, onShowOwn, collections, starting, said, renderBroken, problemOf, ...rest } = props;
  return (
    <section className={styles.view} aria-labelledby="collections-title">
      <h2 id="collections-title" tabIndex={-1} className={styles.title}>
        {t('library_room_collections')}
      </h2>
      <p className={styles.text}>{t('library_collections_text')}</p>
      <ul className={styles.list}>
        <li className={styles.item}>
          <h3>{t('library_collections_own')}</h3>
          <p className={styles.facts}>
            <button type="button" className={styles.count} onClick={onShowOwn}>
              {tn('library_collections_cards', own)}
            </button>{' '}
            · {t('library_collections_own_text')}
          </p>
        </li>
        {collections.map((shown) => (
          <CollectionItem
            key={shown.id}
            {...rest}
            shown={shown}
            busy={props.busy}
            broken={renderBroken(shown.id)}
            problem={problemOf(shown.id)}
          />
        ))}
      </ul>
      {starting ? <LoadProgress {...starting} onCancel={props.onCancel} /> : null}
      <output className="visually-hidden">{said}</output>
      {collections.length === 0 && !starting ? (
        <EmptyState
          title={t('library_collections_empty_title')}
          text={t('library_collections_empty_text')}
        />
      ) : null}
      <AddCodex
        busy={props.busy}
        problem={props.problem}
        onAddress={props.onAddress}
        onFiles={props.onFiles}
        onDrop={props.onDrop}
      />
    </section>
  );
}
