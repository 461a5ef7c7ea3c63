import { useRef, useState } from 'react';
import type { ShownImport } from '@/components/library/import-report';
import type { ImportProgress } from '@/components/library/import-progress';
import { importCards, type ImportReport, type UnsettledFile } from '@/lib/actions/import-cards';
import { importDocuments, type DocumentImport } from '@/lib/actions/import-documents';
import type { ImportFile } from '@/lib/core/insight/plan-import';
import { t, tn } from '@/lib/i18n';
import { ports } from '@/lib/wire';
import { linkPorts } from '@/lib/wire-links';
import { kept } from '@/lib/wire-mending';
import { faultText } from './fault-text';
import { readFiles, type NamedFile, type ReadFiles } from './read-files';
import { storageFailureText, type Done } from './use-done';
import { hrefOf, routeOf } from './use-route';

export interface ImportState {
  readonly progress: ImportProgress | undefined;
  readonly report: ShownImport | undefined;
  /** Files of the last import that changed the words which were changed here. */
  readonly unsettled: readonly UnsettledFile[];
  readonly settle: (path: string, settled: boolean) => void;
  readonly run: (files: Promise<readonly NamedFile[]>) => Promise<void>;
  /** Calls the import off, as long as it has stored nothing. */
  readonly cancel: () => void;
}

const nothing = {
  added: 0,
  updated: 0,
  merged: 0,
  unchanged: 0,
  kept: [],
  inTrash: [],
  skipped: [],
};

const noDocuments: DocumentImport = {
  added: 0,
  updated: 0,
  unchanged: 0,
  kept: [],
  broken: [],
  others: [],
};

/** How often, in milliseconds, the page draws how far it is. */
const drawEvery = 80;

/** The most characters that are kept of a broken file, as the schema of kept files has it. */
const mostKept = 8_000_000;
/** Brings in the contradictions and patterns among the files that are no cards. */
function importOthers(files: readonly ImportFile[], skipped: readonly string[]) {
  const paths = new Set(skipped);
  return importDocuments(
    linkPorts,
    files.filter(({ path }) => paths.has(path)),
  );
}

/** The import under way or the last one; it goes on while the person looks at another room. */
export function useImport(done: Done): ImportState {
  const [progress, setProgress] = useState<ImportProgress>();
  const [report, setReport] = useState<ShownImport>();
  const [conflicts, setConflicts] = useState<readonly UnsettledFile[]>([]);
  const [settled, setSettled] = useState<ReadonlySet<string>>(new Set());
  const running = useRef<AbortController>(undefined);

  const importAll = async (
    found: Promise<readonly NamedFile[]>,
    signal: AbortSignal,
  ): Promise<ShownImport> => {
    let drawn = -drawEvery;
    const tell = (stage: ImportProgress['stage']) => (soFar: number, total: number) => {
      const isLast = stage === 'importing' && soFar === total;
      if (!isLast && performance.now() - drawn < drawEvery) return;
      drawn = performance.now();
      setProgress({ stage: isLast ? 'storing' : stage, done: soFar, total });
    };
    const read = await readFiles(await found, tell('reading'), signal);
    const imported = await importCards({ ...ports, kept }, read.files, tell('importing'), signal);
    if (imported.ok) {
      setConflicts(imported.value.conflicts);
      const documents = await importOthers(read.files, imported.value.skipped);
      if (documents.ok) return shownImport(read, imported.value, documents.value);
      const said = storageFailureText(documents.error);
      // The cards are in all the same.
      return { ...shownImport(read, imported.value, noDocuments), failure: said };
    }
    const failure =
      imported.error.kind === 'cancelled'
        ? t('library_import_cancelled')
        : storageFailureText(imported.error);
    return { ...nothing, files: read.files.length, broken: [], failure };
  };

  return {
    progress,
    report,
    unsettled: conflicts.filter(({ path }) => !settled.has(path)),
    settle: (path, isSettled) =>
      setSettled((before) => {
        const after = new Set(before);
        if (isSettled) after.add(path);
        else after.delete(path);
        return after;
      }),
    cancel: () => running.current?.abort(),
    async run(files) {
      running.current?.abort();
      const own = new AbortController();
      running.current = own;
      setProgress({ stage: 'reading', done: 0, total: 0 });
      setReport(undefined);
      setConflicts([]);
      setSettled(new Set());
      try {
        const shown = await importAll(files, own.signal);
        setReport(shown);
        // Whoever went on to another room hears of it there.
        if (routeOf(location.hash).room !== 'import') done.say(inOneLine(shown));
      } finally {
        if (running.current === own) setProgress(undefined);
      }
    },
  };
}

function shownImport(read: ReadFiles, imported: ImportReport, others: DocumentImport): ShownImport {
  const { added, updated, merged, unchanged, broken, conflicts, inTrash } = imported;
  const documentsIn = others.added + others.updated;
  const lengthOf = new Map(read.files.map(({ path, text }) => [path, text.length]));
  return {
    files: read.files.length,
    added,
    updated,
    merged,
    unchanged,
    kept: [...conflicts.map(({ id }) => id), ...others.kept],
    inTrash: inTrash.map(({ id }) => id),
    skipped: [...read.skipped, ...others.others],
    documents:
      documentsIn + others.unchanged > 0
        ? { cameIn: documentsIn, unchanged: others.unchanged, href: hrefOf({ room: 'documents' }) }
        : undefined,
    broken: [
      ...read.unread.map(({ path, reason }) => ({
        name: path,
        reason: faultText(reason),
        isKept: false,
      })),
      ...broken.map(({ path, line, reason, detail }) => ({
        name: path,
        line,
        reason: faultText(reason, detail),
        isKept: (lengthOf.get(path) ?? 0) <= mostKept,
      })),
      ...others.broken.map(({ path, line, reason, detail }) => ({
        name: path,
        line,
        reason: faultText(reason, detail),
        isKept: false,
      })),
    ],
  };
}

/** What an import did, for somebody who is looking at something else. */
function inOneLine({ added, updated, merged, broken, failure }: ShownImport): string {
  const counted = added + updated + merged;
  if (failure !== undefined) {
    return counted > 0 ? `${tn('library_import_came_in', counted)} ${failure}` : failure;
  }
  const cameIn =
    counted > 0 ? tn('library_import_came_in', counted) : t('library_import_nothing_changed');
  return broken.length === 0
    ? cameIn
    : `${cameIn} ${tn('library_import_broken_files', broken.length)}.`;
}
