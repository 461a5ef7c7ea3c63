import { useMemo } from 'react';
import { ImportView } from '@/components/library/import-view';
import { useKeptFiles } from '@/lib/storage/hooks';
import { discardKeptFile } from './discard-kept-file';
import { keptFaultText } from './fault-text';
import { ImportConflict } from './import-conflict';
import { droppedFiles, namedFiles } from './read-files';
import type { Done } from './use-done';
import type { ImportState } from './use-import';
import type { LibraryData } from './use-library';
import { hrefOf } from './use-route';

export interface ImportRoomProps {
  readonly imports: ImportState;
  readonly data: LibraryData;
  readonly done: Done;
}

/** The import over the chosen files, and the files that wait to be mended. */
export function ImportRoom({ imports, data, done }: ImportRoomProps) {
  const { progress, report, unsettled, run, cancel } = imports;
  const kept = useKeptFiles();
  const shown = useMemo(
    () =>
      (kept ?? [])
        .toSorted((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
        .map((file) => ({
          key: file.key,
          path: file.path,
          line: file.line,
          reason: keptFaultText(file),
          edited: file.editedAt !== undefined,
          href: hrefOf({ room: 'mend', key: file.key }),
        })),
    [kept],
  );
  const discard = async (key: string) => {
    const file = kept?.find((each) => each.key === key);
    if (!file || !(await discardKeptFile(file, done))) return;
    document.querySelector<HTMLElement>('#import-title')?.focus();
  };
  return (
    <ImportView
      progress={progress}
      report={report}
      conflicts={unsettled.map((file) => (
        <ImportConflict
          key={file.path}
          file={file}
          data={data}
          done={done}
          onSettled={(settled) => imports.settle(file.path, settled)}
        />
      ))}
      keptFiles={shown}
      listHref={hrefOf({ room: 'insights', editing: false })}
      onCancel={cancel}
      onDiscard={(key) => void discard(key)}
      onFiles={(files) => void run(Promise.resolve(namedFiles(files)))}
      onDrop={(dropped) => void run(droppedFiles(dropped))}
    />
  );
}
