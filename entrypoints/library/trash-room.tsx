import { titleOf } from '@/components/library/title-of';
import { TrashView, type Trashed } from '@/components/library/trash-view';
import type { Clip } from '@/lib/core/insight/clip';
import type { Insight } from '@/lib/core/insight/insight';
import { tn } from '@/lib/i18n';
import { useClipsTrashedWith, useTrashedDocuments } from '@/lib/storage/hooks';
import { linkPorts } from '@/lib/wire-links';
import type { Done } from './use-done';
import type { LibraryData } from './use-library';

export interface TrashRoomProps {
  readonly insights: readonly Insight[] | undefined;
  /** Those whose insight is not in the trash. */
  readonly clips: readonly Clip[] | undefined;
  readonly data: LibraryData;
  readonly done: Done;
}

const none: readonly Insight[] = [];

/** The trash over the store. */
export function TrashRoom({ insights, clips, data, done }: TrashRoomProps) {
  const { store, clock, documents: documentStore } = linkPorts;
  const documents = useTrashedDocuments();
  const along = useClipsTrashedWith(insights ?? none);
  // The oldest last, so that it stays.
  const quotes = new Map(
    along
      ?.flatMap(({ insightKey, quote }) => (quote === '' ? [] : [[insightKey, quote] as const]))
      .toReversed(),
  );
  const restore = async (trashed: Trashed) => {
    if (!done.check(await store.restoreInsights(trashed.insights))) return;
    for (const id of trashed.clips) {
      if (!done.check(await store.redoCapture(id))) return;
    }
    if (!done.check(await documentStore.restoreDocuments(trashed.documents))) return;
    done.say(restoredText(trashed), () => putBack(trashed));
  };
  const putBack = async (trashed: Trashed) => {
    for (const id of trashed.clips) {
      if (!done.check(await store.undoCapture(id, clock.now()))) return;
    }
    if (!done.check(await store.trashInsights(trashed.insights, clock.now()))) return;
    done.check(await documentStore.trashDocuments(trashed.documents, clock.now()));
  };
  const insightTitleOf = (key: string) => {
    const insight = data.insightOf.get(key);
    return insight && titleOf(insight, data.quoteOf(key));
  };
  return (
    <TrashView
      insights={insights}
      clips={clips}
      documents={documents}
      quoteOf={(key) => quotes.get(key)}
      insightTitleOf={insightTitleOf}
      onRestore={(trashed) => void restore(trashed)}
    />
  );
}

function restoredText({ insights, clips, documents }: Trashed): string {
  const said = [
    insights.length > 0 ? tn('library_restored', insights.length) : '',
    clips.length > 0 ? tn('library_restored_clips', clips.length) : '',
    documents.length > 0 ? tn('library_restored_documents', documents.length) : '',
  ];
  return said.filter((part) => part !== '').join(' ');
}
