import { ImportView } from '@/components/library/import-view';
import { droppedFiles, namedFiles } from './read-files';
import type { ImportState } from './use-import';
import { hrefOf } from './use-route';

/** The import over the chosen files. */
export function ImportRoom({ progress, report, run }: ImportState) {
  return (
    <ImportView
      progress={progress}
      report={report}
      listHref={hrefOf({ room: 'insights', editing: false })}
      onFiles={(files) => void run(Promise.resolve(namedFiles(files)))}
      onDrop={(data) => void run(droppedFiles(data))}
    />
  );
}
