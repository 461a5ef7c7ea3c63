import { useState } from 'react';
import type { ShownImport } from '@/components/library/import-report';
import type { ImportProgress } from '@/components/library/import-view';
import { importCards } from '@/lib/actions/import-cards';
import { importDocuments } from '@/lib/actions/import-documents';
import type { ImportFile } from '@/lib/core/insight/plan-import';
import { ports } from '@/lib/wire';
import { linkPorts } from '@/lib/wire-links';
import { faultText } from './fault-text';
import { readFiles, type NamedFile } from './read-files';
import { storageFailureText } from './use-done';
import { hrefOf } from './use-route';

export interface ImportState {
  readonly progress: ImportProgress | undefined;
  readonly report: ShownImport | undefined;
  readonly run: (files: Promise<readonly NamedFile[]>) => Promise<void>;
}

const nothing = { added: 0, updated: 0, unchanged: 0, kept: [], inTrash: [], skipped: [] };

/** Brings in the contradictions and patterns among the files that are no cards. */
function importOthers(files: readonly ImportFile[], skipped: readonly string[]) {
  const paths = new Set(skipped);
  return importDocuments(
    linkPorts,
    files.filter(({ path }) => paths.has(path)),
  );
}

/** The import under way or the last one; it goes on while the person looks at another room. */
export function useImport(): ImportState {
  const [progress, setProgress] = useState<ImportProgress>();
  const [report, setReport] = useState<ShownImport>();

  const importAll = async (found: Promise<readonly NamedFile[]>): Promise<ShownImport> => {
    const tell = (done: number, total: number) => setProgress({ done, total });
    const read = await readFiles(await found, tell);
    const unread = read.unread.map(({ path, reason }) => ({
      name: path,
      reason: faultText(reason),
    }));
    const imported = await importCards(ports, read.files, tell);
    if (!imported.ok) {
      const failure = storageFailureText(imported.error);
      return { ...nothing, files: read.files.length, broken: unread, failure };
    }
    const { added, updated, unchanged, broken, conflicts, inTrash, skipped } = imported.value;
    const documents = await importOthers(read.files, skipped);
    if (!documents.ok) {
      const failure = storageFailureText(documents.error);
      return { ...nothing, files: read.files.length, broken: unread, failure };
    }
    const others = documents.value;
    const cameIn = others.added + others.updated;
    return {
      files: read.files.length,
      added,
      updated,
      unchanged,
      kept: [...conflicts.map(({ id }) => id), ...others.kept],
      inTrash: inTrash.map(({ id }) => id),
      skipped: [...read.skipped, ...others.others],
      documents:
        cameIn + others.unchanged > 0
          ? { cameIn, unchanged: others.unchanged, href: hrefOf({ room: 'documents' }) }
          : undefined,
      broken: [
        ...unread,
        ...[...broken, ...others.broken].map(({ path, line, reason, detail }) => ({
          name: path,
          line,
          reason: faultText(reason, detail),
        })),
      ],
    };
  };

  return {
    progress,
    report,
    async run(files) {
      setProgress({ done: 0, total: 0 });
      setReport(undefined);
      try {
        setReport(await importAll(files));
      } finally {
        setProgress(undefined);
      }
    },
  };
}
