import { useState } from 'react';
import { Button } from '@/components/button';
import { EmptyState } from '@/components/empty-state';
import { DocumentView } from '@/components/library/document-view';
import { RoomMessage } from '@/components/library/room-message';
import { titleOf } from '@/components/library/title-of';
import { useTextEdits } from '@/components/library/use-text-edits';
import { Notice } from '@/components/notice';
import type { CodexDocument } from '@/lib/core/codex/codex-document';
import { documentBody } from '@/lib/core/codex/document-body';
import { documentSides } from '@/lib/core/codex/document-links';
import { editDocument } from '@/lib/core/codex/edit-document';
import { readDocument } from '@/lib/core/codex/read-document';
import { ownCollection } from '@/lib/core/insight/insight';
import { t } from '@/lib/i18n';
import { useTrashedDocuments } from '@/lib/storage/hooks';
import { linkPorts } from '@/lib/wire-links';
import { faultText } from './fault-text';
import { hrefOfNamed } from './href-of-named';
import { keptText } from './kept-text';
import { documentTitle } from './shown-links';
import type { Done } from './use-done';
import type { LibraryData } from './use-library';
import { hrefOf } from './use-route';

export interface OpenDocumentProps {
  readonly openKey: string;
  readonly data: LibraryData;
  readonly done: Done;
}

const listHref = hrefOf({ room: 'documents' });

/** The open contradiction or pattern. */
export function OpenDocument({ openKey, data, done }: OpenDocumentProps) {
  const document = data.documents.find(({ key }) => key === openKey);
  if (!document) return <AbsentDocument openKey={openKey} done={done} />;
  return <PresentDocument document={document} data={data} done={done} />;
}

interface PresentDocumentProps extends Pick<OpenDocumentProps, 'data' | 'done'> {
  readonly document: CodexDocument;
}

function PresentDocument({ document, data, done }: PresentDocumentProps) {
  const { documents, clock, files } = linkPorts;
  const { key, collection } = document;
  const isOwn = collection === ownCollection;
  const [kept] = useState(() => keptText(`library-unsaved-document ${key}`));
  const [[before], setLeft] = useState(() => {
    // A page that was closed in good time has stored it, without having heard so.
    kept.drop(document.text);
    return kept.left();
  });
  const edits = useTextEdits(document.text, {
    keep: (text) => kept.keep(text, document.text),
    save: async (text) => {
      const saved = await documents.updateDocument(
        key,
        (stored) => editDocument(stored, text),
        clock.now(),
      );
      if (saved.ok && saved.value === undefined) done.say(t('library_document_missing_title'));
      return done.check(saved) && saved.ok && saved.value !== undefined;
    },
  });
  // A document that was just written is opened to be finished.
  const [editing, setEditing] = useState(isOwn && isUnfinished(document));
  const shown = editDocument(document, edits.text);

  const trash = async () => {
    if (!(await edits.flush())) return;
    if (!done.check(await documents.trashDocuments([key], clock.now()))) return;
    location.assign(listHref);
    done.say(t('library_document_deleted', documentTitle(shown)), async () => {
      done.check(await documents.restoreDocuments([key]));
    });
  };
  const download = () => {
    const name = `${document.id}.md`;
    files.save(name, edits.text, 'text/markdown');
    done.say(t('library_document_downloaded', name));
  };
  const discard = () => {
    if (before !== undefined) kept.drop(before);
    setLeft(kept.left());
  };
  const take = () => {
    if (before !== undefined) edits.edit(before);
    setEditing(true);
    discard();
  };

  return (
    <DocumentView
      kind={shown.kind}
      id={shown.id}
      title={documentTitle(shown)}
      body={documentBody(edits.text)}
      cards={shown.names.map((id) => cardNamed(id, data))}
      collection={isOwn ? undefined : (data.collectionOf.get(collection)?.name ?? collection)}
      findings={isOwn ? findingsOf(shown) : []}
      hrefOfCard={(id) => hrefOfNamed(id, data)}
      listHref={listHref}
      edits={editing ? edits : undefined}
      onSwitch={
        isOwn
          ? () => {
              void edits.flush();
              setEditing(!editing);
            }
          : undefined
      }
      onDownload={download}
      onDelete={isOwn ? () => void trash() : undefined}
      notice={
        before !== undefined ? (
          <Notice
            tone="info"
            action={
              <>
                <Button onClick={take}>{t('library_kept_take')}</Button>
                <Button variant="quiet" onClick={discard}>
                  {t('library_kept_discard')}
                </Button>
              </>
            }
          >
            {t('library_document_kept')}
          </Notice>
        ) : null
      }
    />
  );
}

/** Written here, and never changed since. */
function isUnfinished({ original, createdAt, updatedAt }: CodexDocument): boolean {
  return original === undefined && createdAt === updatedAt;
}

function cardNamed(id: string, data: LibraryData) {
  const key = data.keyOf.get(id);
  const insight = key === undefined ? undefined : data.insightOf.get(key);
  const title = insight ? titleOf(insight, data.quoteOf(insight.key)) : id;
  return { id, title, href: insight && hrefOfNamed(id, data) };
}

/** What keeps the text from being read as a document, or from setting cards against each other. */
function findingsOf(document: CodexDocument): string[] {
  const read = readDocument(document.text);
  if (!read.ok) {
    const { line, reason, detail } = read.error;
    const why =
      reason === 'bad-id' ? t('library_document_bad_id', detail) : faultText(reason, detail);
    return [t('library_document_broken', line, why)];
  }
  const oneSided = document.kind === 'contradiction' && documentSides(document).length < 2;
  return oneSided ? [t('library_document_one_sided')] : [];
}

/** An address without a document: it lies in the trash, or never was. */
function AbsentDocument({ openKey, done }: Pick<OpenDocumentProps, 'openKey' | 'done'>) {
  const trashed = useTrashedDocuments();
  if (trashed === undefined) return null;
  const isTrashed = trashed.some(({ key }) => key === openKey);
  const restore = async () => {
    done.check(await linkPorts.documents.restoreDocuments([openKey]));
  };
  return (
    <RoomMessage>
      <EmptyState
        title={t(isTrashed ? 'library_document_in_trash' : 'library_document_missing_title')}
        text={
          isTrashed ? (
            <Button onClick={() => void restore()}>{t('library_restore')}</Button>
          ) : (
            t('library_missing_text')
          )
        }
        action={<a href={listHref}>{t('library_documents_back')}</a>}
      />
    </RoomMessage>
  );
}
