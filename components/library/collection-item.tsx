import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { Collection } from '@/lib/core/insight/collection';
import { t, tn } from '@/lib/i18n';
import { Button } from '../button';
import { isComposing } from '../is-composing';
import { ExternalLink } from '../external-link';
import { Notice } from '../notice';
import { FilesButton } from './add-codex';
import form from './line-form.module.css';
import styles from './collections-view.module.css';
import { LoadProgress, type ShownProgress } from './load-progress';

/** A loaded codex with what it holds. */
export interface ShownCollection {
  readonly id: string;
  readonly collection: Collection;
  readonly cards: number;
  readonly documents: number;
  /** Set while it is loading. */
  readonly progress?: ShownProgress | undefined;
}

export interface CollectionItemProps {
  readonly shown: ShownCollection;
  /** While one collection is loading, no other can be. */
  readonly busy: boolean;
  readonly problem?: string | undefined;
  /** The files that stayed out; shown on demand. */
  readonly broken: ReactNode;
  readonly onShow: (id: string) => void;
  readonly onReload: (id: string, isThorough: boolean) => void;
  readonly onChoose: (id: string, files: readonly File[]) => void;
  readonly onCancel: () => void;
  readonly onRename: (id: string, name: string) => void;
  readonly onRemove: (id: string) => void;
}

/** One loaded codex: whose it is, how much it holds, what the last load did, what can be done. */
export function CollectionItem(props: CollectionItemProps) {
  const { shown, problem, broken, onShow, onCancel, onRename, onRemove } = props;
  const { id, collection, cards, documents, progress } = shown;
  const { name, loadedAt, lastLoad } = collection;
  const [asked, setAsked] = useState<'name' | 'removal'>();
  const counts = [
    tn('library_collections_cards', cards),
    tn('library_collections_documents', documents),
  ] as const;
  return (
    <li className={styles.item}>
      <h3 dir="auto">{name}</h3>
      <p className={styles.facts}>
        <button type="button" className={styles.count} onClick={() => onShow(id)}>
          {counts[0]}
          <span className="visually-hidden"> {t('library_collections_show')}</span>
        </button>{' '}
        · {counts[1]}
      </p>
      <p className={styles.facts}>
        <Origin collection={collection} /> ·{' '}
        {loadedAt === undefined
          ? t('library_collections_not_whole')
          : t('library_collections_loaded_at', new Date(loadedAt).toLocaleString())}
      </p>
      {progress ? <LoadProgress {...progress} onCancel={onCancel} /> : null}
      {problem === undefined ? null : <Notice tone="bad">{problem}</Notice>}
      {lastLoad && !progress ? <LastLoad result={lastLoad} broken={broken} /> : null}
      {asked === 'name' ? (
        <NameForm
          name={name}
          onDone={(next) => {
            setAsked(undefined);
            if (next !== undefined && next !== name) onRename(id, next);
          }}
        />
      ) : asked === 'removal' ? (
        <Question
          text={t('library_collections_remove_ask', name, ...counts)}
          onAnswer={(yes) => {
            setAsked(undefined);
            if (yes) onRemove(id);
          }}
        />
      ) : progress ? null : (
        <div className={styles.actions}>
          <LoadButtons {...props} />
          <Button variant="quiet" onClick={() => setAsked('name')}>
            {t('library_collections_rename')}
          </Button>
          <Button
            variant="quiet"
            aria-label={t('library_collections_remove_named', name)}
            onClick={() => setAsked('removal')}
          >
            {t('library_collections_remove')}
          </Button>
        </div>
      )}
    </li>
  );
}

function Origin({ collection: { origin } }: Pick<ShownCollection, 'collection'>) {
  if (origin.kind === 'index') {
    return (
      <ExternalLink href={origin.address} className={styles.address}>
        {t('library_collections_origin_index', origin.address)}
      </ExternalLink>
    );
  }
  const text =
    origin.kind === 'zip' ? 'library_collections_origin_zip' : 'library_collections_origin_folder';
  return <span dir="auto">{t(text, origin.name)}</span>;
}

function LoadButtons({ shown, busy, onReload, onChoose }: CollectionItemProps) {
  const { id, collection } = shown;
  const { kind } = collection.origin;
  if (kind !== 'index') {
    return (
      <FilesButton
        kind={kind}
        busy={busy}
        testId={`again-${id}`}
        onFiles={(files) => onChoose(id, files)}
      >
        {kind === 'zip'
          ? t('library_collections_zip_again')
          : t('library_collections_folder_again')}
      </FilesButton>
    );
  }
  const isCut = collection.loadedAt === undefined || collection.lastLoad?.isWhole === false;
  return (
    <>
      <Button aria-disabled={busy} onClick={() => !busy && onReload(id, false)}>
        {isCut ? t('library_collections_resume') : t('library_collections_reload')}
      </Button>
      {isCut ? null : (
        <Button
          variant="quiet"
          aria-disabled={busy}
          title={t('library_collections_reload_all_hint')}
          onClick={() => !busy && onReload(id, true)}
        >
          {t('library_collections_reload_all')}
        </Button>
      )}
    </>
  );
}

interface LastLoadProps {
  readonly result: NonNullable<Collection['lastLoad']>;
  readonly broken: ReactNode;
}

function LastLoad({ result, broken }: LastLoadProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <dl className={styles.counts} aria-label={t('library_collections_last')}>
        {(
          [
            [t('library_import_added'), result.added],
            [t('library_import_updated'), result.changed],
            [t('library_collections_gone'), result.removed],
            [t('library_import_unchanged'), result.unchanged],
            [t('library_import_broken'), result.broken],
          ] as const
        ).map(([label, count]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{count}</dd>
          </div>
        ))}
      </dl>
      {result.broken > 0 ? (
        <details className={styles.broken} onToggle={(event) => setOpen(event.currentTarget.open)}>
          <summary>{tn('library_collections_broken', result.broken)}</summary>
          {open ? broken : null}
        </details>
      ) : null}
    </>
  );
}

function NameForm({
  name,
  onDone,
}: {
  readonly name: string;
  readonly onDone: (name: string | undefined) => void;
}) {
  const [text, setText] = useState(name);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.select(), []);
  return (
    // Escape reaches the form from its field and buttons.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <form
      className={form.line}
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== '') onDone(text.trim());
      }}
    >
      <input
        ref={input}
        className={form.input}
        aria-label={t('library_collections_name')}
        dir="auto"
        maxLength={200}
        required
        onKeyDown={(event) => {
          if (event.key === 'Escape' && !isComposing(event)) onDone(undefined);
        }}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <Button type="submit">{t('library_collections_save')}</Button>
      <Button variant="quiet" onClick={() => onDone(undefined)}>
        {t('library_collections_cancel')}
      </Button>
    </form>
  );
}

function Question({
  text,
  onAnswer,
}: {
  readonly text: string;
  readonly onAnswer: (yes: boolean) => void;
}) {
  const keep = useRef<HTMLButtonElement>(null);
  useEffect(() => keep.current?.focus(), []);
  return (
    // Esc is a short cut for the first of the buttons inside.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      className={styles.question}
      role="alertdialog"
      aria-label={text}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onAnswer(false);
      }}
    >
      <p dir="auto">{text}</p>
      <div className={styles.actions}>
        <Button ref={keep} onClick={() => onAnswer(false)}>
          {t('library_collections_keep')}
        </Button>
        <Button variant="danger" onClick={() => onAnswer(true)}>
          {t('library_collections_remove')}
        </Button>
      </div>
    </div>
  );
}
