import type { ReactNode } from 'react';
import type { CodexDocument } from '@/lib/core/codex/codex-document';
import type { Clip } from '@/lib/core/insight/clip';
import type { Insight } from '@/lib/core/insight/insight';
import { t } from '@/lib/i18n';
import { Button } from '../button';
import { EmptyState } from '../empty-state';
import { StatusBadge } from '../status-badge';
import styles from './trash-view.module.css';
import { firstLine, titleOf } from './title-of';

/** Insights and documents by key, clips by id. */
export interface Trashed {
  readonly insights: readonly string[];
  readonly clips: readonly string[];
  readonly documents: readonly string[];
}

export interface TrashViewProps {
  /** The insights in the trash, last deleted first; undefined while loading. */
  readonly insights: readonly Insight[] | undefined;
  /** The clips in the trash whose insight is not there; undefined while loading. */
  readonly clips: readonly Clip[] | undefined;
  /** The contradictions and patterns in the trash; undefined while loading. */
  readonly documents?: readonly CodexDocument[] | undefined;
  /** The first quote that went with an insight, to tell drafts without a title apart. */
  readonly quoteOf: (key: string) => string | undefined;
  /** The title of an insight outside the trash; undefined where it is not one of one's own. */
  readonly insightTitleOf: (key: string) => string | undefined;
  readonly onRestore: (trashed: Trashed) => void;
}

/** What was deleted, and the way back. Nothing here is ever removed by itself. */
export function TrashView(props: TrashViewProps) {
  const { insights, clips, documents = [], quoteOf, insightTitleOf, onRestore } = props;
  const none: Trashed = { insights: [], clips: [], documents: [] };
  const insightRows = insights?.map((insight) => (
    <Row
      key={insight.key}
      name={titleOf(insight, quoteOf(insight.key))}
      about={insight.card.operator}
      deletedAt={insight.deletedAt}
      badge={insight.status === 'draft' ? <StatusBadge status="draft" /> : undefined}
      onRestore={() => onRestore({ ...none, insights: [insight.key] })}
    />
  ));
  const clipRows = clips?.map((clip) => (
    <Row
      key={clip.id}
      name={firstLine(clip.quote) || firstLine(clip.note) || t('library_moment')}
      about={insightTitleOf(clip.insightKey)}
      deletedAt={clip.deletedAt}
      onRestore={() => onRestore({ ...none, clips: [clip.id] })}
    />
  ));
  const documentRows = documents.map(({ key, id, title, deletedAt }) => (
    <Row
      key={key}
      name={title || id}
      about={id}
      deletedAt={deletedAt}
      onRestore={() => onRestore({ ...none, documents: [key] })}
    />
  ));
  const restoreAll = () =>
    onRestore({
      insights: insights?.map(({ key }) => key) ?? [],
      clips: clips?.map(({ id }) => id) ?? [],
      documents: documents.map(({ key }) => key),
    });
  const hasClips = clipRows !== undefined && clipRows.length > 0;
  const count = (insights?.length ?? 0) + (clips?.length ?? 0) + documents.length;
  return (
    <section className={styles.view} aria-labelledby="trash-title">
      <div className={styles.head}>
        <h2 id="trash-title" tabIndex={-1} className={styles.title}>
          {t('library_room_trash')}
        </h2>
        {count > 1 ? <Button onClick={restoreAll}>{t('library_restore_all')}</Button> : null}
      </div>
      {insights && clips && count === 0 ? (
        <EmptyState title={t('library_trash_empty_title')} text={t('library_trash_empty_text')} />
      ) : null}
      {insights && insights.length > 0 ? (
        <>
          {insights.length < count ? (
            <h3 className={styles.kind}>{t('library_room_insights')}</h3>
          ) : null}
          <ul className={styles.list}>{insightRows}</ul>
        </>
      ) : null}
      {hasClips ? (
        <>
          <h3 className={styles.kind}>{t('library_trash_clips')}</h3>
          <ul className={styles.list}>{clipRows}</ul>
        </>
      ) : null}
      {documentRows.length > 0 ? (
        <>
          <h3 className={styles.kind}>{t('library_trash_documents')}</h3>
          <ul className={styles.list}>{documentRows}</ul>
        </>
      ) : null}
    </section>
  );
}

interface RowProps {
  readonly name: string;
  /** Whose insight it is, or the insight that a clip belongs to. */
  readonly about: string | undefined;
  readonly deletedAt: string | undefined;
  readonly badge?: ReactNode;
  readonly onRestore: () => void;
}

function Row({ name, about, deletedAt, badge, onRestore }: RowProps) {
  return (
    <li className={styles.row}>
      <div className={styles.words}>
        <p dir="auto" className={styles.name}>
          {name}
        </p>
        <p className={styles.about}>
          {about ? (
            <>
              <bdi>{about}</bdi> ·{' '}
            </>
          ) : null}
          {deletedAt ? t('library_deleted_on', new Date(deletedAt).toLocaleDateString()) : null}
        </p>
      </div>
      {badge}
      <Button aria-label={t('library_restore_named', name)} onClick={onRestore}>
        {t('library_restore')}
      </Button>
    </li>
  );
}
