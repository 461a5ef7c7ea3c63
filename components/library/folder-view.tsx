import type { ReactNode } from 'react';
import { t, tn } from '@/lib/i18n';
import { Button } from '../button';
import { EmptyState } from '../empty-state';
import { Notice } from '../notice';
import { FolderReport, type ShownSync } from './folder-report';
import styles from './folder-view.module.css';

/** How the folder and the library stand to each other. */
export type FolderState =
  /** `done` of `total` cards; 0 of 0 while looking. */
  | { readonly kind: 'working'; readonly done: number; readonly total: number }
  | { readonly kind: 'in-step'; readonly cards: number }
  | { readonly kind: 'no-access'; readonly refused: boolean }
  | { readonly kind: 'gone' }
  | { readonly kind: 'vanished'; readonly gone: number; readonly of: number }
  | { readonly kind: 'failed'; readonly text: string };

export interface FolderViewProps {
  /** Undefined where none is chosen. */
  readonly name: string | undefined;
  readonly state: FolderState;
  readonly sync: ShownSync | undefined;
  readonly keepsIndex: boolean;
  /** Cards that need a choice. */
  readonly conflicts: readonly ReactNode[];
  /** Undefined where the browser hands out no folders. */
  readonly onChoose: (() => void) | undefined;
  readonly importHref: string;
  readonly onSync: () => void;
  readonly onGiveAccess: () => void;
  readonly onVanished: (answer: 'trash' | 'write') => void;
  readonly onIndex: () => void;
  readonly onKeepIndex: (keep: boolean) => void;
  readonly onStop: () => void;
}

/** The room of the person's own folder. */
export function FolderView(props: FolderViewProps) {
  const { name, onChoose, importHref } = props;
  return (
    <section className={styles.view} aria-labelledby="folder-title">
      <h2 id="folder-title" tabIndex={-1} className={styles.title}>
        {t('folder_title')}
      </h2>
      {name !== undefined ? <Chosen {...props} name={name} /> : null}
      {name === undefined && onChoose ? (
        <EmptyState
          title={t('folder_empty_title')}
          text={
            <ul className={styles.promises}>
              <li>{t('folder_empty_read')}</li>
              <li>{t('folder_empty_write')}</li>
              <li>{t('folder_empty_others')}</li>
              <li>{t('folder_empty_trash')}</li>
            </ul>
          }
          action={
            <Button variant="primary" onClick={onChoose}>
              {t('folder_choose')}
            </Button>
          }
        />
      ) : null}
      {name === undefined && !onChoose ? (
        <EmptyState
          title={t('folder_empty_title')}
          text={t('folder_unsupported')}
          action={<a href={importHref}>{t('folder_unsupported_import')}</a>}
        />
      ) : null}
    </section>
  );
}

function Chosen(props: FolderViewProps & { readonly name: string }) {
  const { name, sync, keepsIndex, conflicts } = props;
  const { onSync, onIndex, onKeepIndex, onStop } = props;
  return (
    <>
      <p dir="auto" className={styles.name}>
        {t('folder_name', name)}
      </p>
      <State {...props} />
      <div className={styles.actions}>
        <Button variant="primary" onClick={onSync}>
          {t('folder_sync')}
        </Button>
        <Button onClick={onIndex}>{t('folder_index')}</Button>
        <Button variant="quiet" onClick={onStop}>
          {t('folder_stop')}
        </Button>
      </div>
      <label className={styles.keep}>
        <input
          type="checkbox"
          checked={keepsIndex}
          onChange={(event) => onKeepIndex(event.target.checked)}
        />
        {t('folder_index_keep')}
      </label>
      {conflicts.length > 0 ? (
        <section aria-labelledby="folder-conflicts" className={styles.part}>
          <h3 id="folder-conflicts" tabIndex={-1}>
            {tn('folder_conflicts', conflicts.length)}
          </h3>
          <p className={styles.text}>{t('folder_conflicts_text')}</p>
          {conflicts}
        </section>
      ) : null}
      {sync ? <FolderReport sync={sync} /> : null}
    </>
  );
}

type StateProps = Pick<FolderViewProps, 'state' | 'onChoose' | 'onGiveAccess' | 'onVanished'>;

function State({ state, onChoose, onGiveAccess, onVanished }: StateProps) {
  return (
    <>
      {state.kind === 'working' ? <Working {...state} /> : null}
      <div aria-live="polite">
        <Standing {...{ state, onChoose, onGiveAccess, onVanished }} />
      </div>
    </>
  );
}

function Working({ done, total }: { readonly done: number; readonly total: number }) {
  return (
    <div className={styles.progress}>
      <label htmlFor="folder-progress">
        {total === 0 ? t('folder_looking') : t('folder_working', done, total)}
      </label>
      <progress id="folder-progress" {...(total > 0 && { value: done, max: total })} />
    </div>
  );
}

/** What is the matter with the folder, and the next step. */
function Standing({ state, onChoose, onGiveAccess, onVanished }: StateProps) {
  switch (state.kind) {
    case 'working':
      return null;
    case 'in-step':
      return <Notice tone="good">{tn('folder_in_step', state.cards)}</Notice>;
    case 'no-access':
      return (
        <Notice
          tone="against"
          action={<Button onClick={onGiveAccess}>{t('folder_give_access')}</Button>}
        >
          {state.refused ? t('folder_refused') : t('folder_no_access')}
        </Notice>
      );
    case 'gone':
      return (
        <Notice
          tone="against"
          action={<Button onClick={onChoose}>{t('folder_choose_again')}</Button>}
        >
          {t('folder_gone')}
        </Notice>
      );
    case 'vanished':
      return (
        <Notice
          tone="against"
          action={
            <span className={styles.actions}>
              <Button onClick={() => onVanished('write')}>
                {tn('folder_vanished_write', state.gone)}
              </Button>
              <Button variant="danger" onClick={() => onVanished('trash')}>
                {tn('folder_vanished_trash', state.gone)}
              </Button>
            </span>
          }
        >
          {t('folder_vanished', state.gone, state.of)}
        </Notice>
      );
    case 'failed':
      return <Notice tone="bad">{state.text}</Notice>;
    default:
      return state satisfies never;
  }
}
