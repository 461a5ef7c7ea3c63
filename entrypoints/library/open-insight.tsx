import { useState } from 'react';
import { Button } from '@/components/button';
import { EmptyState } from '@/components/empty-state';
import { InsightActions } from '@/components/library/insight-actions';
import { InsightView } from '@/components/library/insight-view';
import { RoomMessage } from '@/components/library/room-message';
import { copyCitation } from '@/lib/actions/export-cards';
import type { Insight } from '@/lib/core/insight/insight';
import { t } from '@/lib/i18n';
import { useInsight } from '@/lib/storage/hooks';
import { ports } from '@/lib/wire';
import { collectionName } from './collection-name';
import { EditInsight } from './edit-insight';
import { hrefOfNamed } from './href-of-named';
import { showInsight } from './shown-insight';
import type { Done } from './use-done';
import type { HandOut } from './use-hand-out';
import type { LibraryData } from './use-library';
import { useLinkEdits } from './use-link-edits';
import { hrefOf } from './use-route';

export interface OpenInsightProps {
  readonly openKey: string;
  readonly editing: boolean;
  readonly data: LibraryData;
  readonly done: Done;
  readonly handOut: HandOut;
  readonly onTrash: (key: string) => void;
  /** Makes a card of a loaded codex one's own, and goes there. */
  readonly onCopyToOwn: (key: string) => void;
  /** Opens the picker that links an insight to another one. */
  readonly onLink: (key: string) => void;
}

/** The open insight, to read or to edit. */
export function OpenInsight(props: OpenInsightProps) {
  const { openKey, editing, data, done } = props;
  const insight = data.insightOf.get(openKey);
  if (!insight) return <AbsentInsight openKey={openKey} done={done} />;
  // An address may still say “edit” of a card that nobody edits here.
  return editing && collectionName(insight, data) === undefined ? (
    <EditInsight {...props} insight={insight} />
  ) : (
    <ReadInsight {...props} insight={insight} />
  );
}

function ReadInsight(props: OpenInsightProps & OfInsight) {
  const { insight, data, done, handOut, onTrash, onCopyToOwn, onLink } = props;
  const { key } = insight;
  const from = collectionName(insight, data);
  const isOwn = from === undefined;
  const links = useLinkEdits(data, done);
  const shown = showInsight(insight, insight.card, data);
  const editHref = hrefOf({ room: 'insights', key, editing: true });
  return (
    <InsightView
      insight={insight}
      from={from}
      onCopyToOwn={isOwn ? undefined : () => onCopyToOwn(key)}
      {...shown}
      editHref={editHref}
      listHref={hrefOf({ room: 'insights', editing: false })}
      hrefOfCard={(id) => hrefOfNamed(id, data)}
      onLink={() => onLink(key)}
      onRemove={(link) => void links.remove(key, link)}
      onEdit={(link, edit) => links.edit(key, link, edit)}
      actions={
        <InsightActions
          switchHref={isOwn ? editHref : undefined}
          editing={false}
          canCite={shown.citation !== ''}
          onCopy={() => void handOut.copy([key])}
          onDownload={() => void handOut.download([key])}
          onCite={() => void copyCitation(ports, key).then(handOut.sayCopied)}
          onDelete={isOwn ? () => onTrash(key) : undefined}
        />
      }
    />
  );
}

interface OfInsight {
  readonly insight: Insight;
}

/** An address without an insight: it lies in the trash, or never was. */
function AbsentInsight({ openKey, done }: Pick<OpenInsightProps, 'openKey' | 'done'>) {
  const stored = useInsight(openKey);
  // The button stays until the insight stands in its place, so that the keyboard goes on there.
  const [restored, setRestored] = useState(false);
  if (stored === undefined) return null;
  const inTrash = stored?.deletedAt !== undefined || restored;
  const restore = async () => {
    setRestored(done.check(await ports.store.restoreInsights([openKey])));
  };
  return (
    <RoomMessage>
      <EmptyState
        title={inTrash ? t('library_in_trash') : t('library_missing_title')}
        text={
          inTrash ? (
            <Button onClick={() => void restore()}>{t('library_restore')}</Button>
          ) : (
            t('library_missing_text')
          )
        }
        action={<a href={hrefOf({ room: 'insights', editing: false })}>{t('library_back')}</a>}
      />
    </RoomMessage>
  );
}
