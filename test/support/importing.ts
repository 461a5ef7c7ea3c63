/** Cards as files, brought into a library in memory. */
import { importCards, type ImportPorts, type ImportReport } from '../../lib/actions/import-cards';
import type { Card } from '../../lib/core/codex/card';
import { writeCard } from '../../lib/core/codex/write-card';
import type { ImportFile } from '../../lib/core/insight/plan-import';
import type { Result } from '../../lib/core/result';
import { anInsight } from './builders';

/** A card that lacks nothing. */
export const fullCard = anInsight().card;

export function cardFile(id: string, over: Partial<Card> = {}): ImportFile {
  return { path: `insights/${id}.md`, text: writeCard({ ...fullCard, id, ...over }) };
}

/** What a result holds; a failure throws. */
export function valueOf<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

export async function importInto(
  ports: ImportPorts,
  files: readonly ImportFile[],
): Promise<ImportReport> {
  return valueOf(await importCards(ports, files));
}

/** The report of an import that did nothing. */
export const nothingImported: ImportReport = {
  added: 0,
  updated: 0,
  unchanged: 0,
  broken: [],
  merged: 0,
  conflicts: [],
  inTrash: [],
  skipped: [],
};
