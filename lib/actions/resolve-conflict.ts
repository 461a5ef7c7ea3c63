/** A person's choice where both sides changed the same words, and the way back from it. */
import type { CardFault } from '../core/codex/card-fault';
import { mergeCards } from '../core/codex/merge-card';
import type { MergeChoices, MergeConflict } from '../core/codex/merge-fields';
import type { QuoteForm } from '../core/codex/quote-form';
import { projectCard } from '../core/codex/project-card';
import { readCard } from '../core/codex/read-card';
import { writeCard } from '../core/codex/write-card';
import type { Conflict } from '../core/insight/folder-file';
import type { Insight } from '../core/insight/insight';
import { likestForm } from '../core/insight/merge-import';
import type { Link } from '../core/insight/link';
import { nextStamp } from '../core/insight/next-stamp';
import { takeText } from '../core/insight/take-text';
import { err, ok, type Result } from '../core/result';
import type { Folder, FolderFailure } from './folder-ports';
import { loadProjection } from './load-projection';
import type { NoteStore, StorageFailure } from './ports';
import type { FolderPorts } from './sync-folder';

/** What was chosen, and all that it takes to undo it. */
export interface Resolution {
  readonly conflict: Conflict;
  readonly before: Insight;
  readonly after: Insight;
  /** What the file says now. */
  readonly text: string;
  readonly clips: readonly string[];
  readonly links: readonly Link[];
}

export type ResolveFailure =
  | FolderFailure
  | StorageFailure
  /** Insight or file were edited or deleted meanwhile: look at both again. */
  | { readonly kind: 'overtaken' }
  /** With the words that the person wrote for a part, the text is no card. */
  | { readonly kind: 'no-card'; readonly fault: CardFault };

/**
 * The parts that a person has to choose; empty when the insight was edited so that none is left. `base`
 * is what both were made of, where that is known; `likest` is the form that the file's clips left in.
 */
export async function conflictParts(
  store: NoteStore,
  insight: Insight,
  base: string | undefined,
  theirs: string,
  form?: QuoteForm | 'likest',
): Promise<readonly MergeConflict[]> {
  const { partsOf } = await loadProjection(store, form === 'likest' ? undefined : form);
  const parts = partsOf(insight);
  const sent = form === 'likest' ? { ...parts, form: likestForm(parts, theirs) } : parts;
  const mine = writeCard(projectCard(sent), insight.original);
  return mergeCards({ base, mine, theirs }).conflicts;
}

/** Gives both sides the merged text, when the choices leave nothing open. */
export function resolveConflict(
  ports: FolderPorts,
  folder: Folder,
  insightKey: string,
  choices: MergeChoices,
  form?: QuoteForm,
): Promise<Result<Resolution, ResolveFailure>> {
  return ports.inTurn(async () => {
    const { store, folderStore, clock } = ports;
    const overtaken = err({ kind: 'overtaken' } as const);
    if ((await folder.access()) !== 'granted') return err({ kind: 'no-access' });
    const conflicts = await folderStore.conflicts();
    const conflict = conflicts.find((each) => each.insightKey === insightKey);
    const before = await store.getInsight(insightKey);
    if (!conflict || !before || before.deletedAt !== undefined) return overtaken;
    const { path, theirs } = conflict;
    const file = await folder.read(path);
    if (!file.ok) return file;
    if (file.value?.text !== theirs) return overtaken;

    const { project, partsOf } = await loadProjection(store, form);
    const mine = writeCard(project(before), before.original);
    const merged = mergeCards({ base: conflict.base || undefined, mine, theirs, choices });
    if (merged.conflicts.length > 0) return overtaken;
    const { text } = merged;
    const read = readCard(text);
    if (!read.ok) return err({ kind: 'no-card', fault: read.error });
    const { insight: after, gone } = takeText(partsOf(before), text, clock.now());
    const links = (await store.allLinks()).filter(({ id }) => gone.links.includes(id));
    const agreed = await folderStore.agree(
      [
        {
          insightKey,
          insight: { before, after },
          gone,
          record: { path, insightKey, base: theirs, writing: text },
          settled: true,
        },
      ],
      clock.now(),
    );
    if (!agreed.ok) return agreed;
    if (agreed.value.length > 0) return overtaken;
    const resolution = { conflict, before, after, text, clips: gone.clips, links };
    const written = await writeAgreed(ports, folder, resolution, theirs, text, text);
    return written.ok ? ok(resolution) : written;
  });
}

/** Brings back the conflict, with what both sides said then. */
export function undoResolution(
  ports: FolderPorts,
  folder: Folder,
  resolution: Resolution,
): Promise<Result<void, ResolveFailure>> {
  return ports.inTurn(async () => {
    const { folderStore, clock } = ports;
    const { conflict, before, after, text, clips, links } = resolution;
    const { insightKey, path, base, theirs } = conflict;
    if ((await folder.access()) !== 'granted') return err({ kind: 'no-access' });
    const file = await folder.read(path);
    if (!file.ok) return file;
    if (file.value?.text !== text) return err({ kind: 'overtaken' });
    const restored = { ...before, updatedAt: nextStamp(after.updatedAt, clock.now()) };
    const agreed = await folderStore.agree(
      [
        {
          insightKey,
          insight: { before: after, after: restored },
          record: { path, insightKey, base, writing: theirs },
          conflict,
          back: { clips, links },
        },
      ],
      clock.now(),
    );
    if (!agreed.ok) return agreed;
    if (agreed.value.length > 0) return err({ kind: 'overtaken' });
    return writeAgreed(ports, folder, resolution, text, theirs, base);
  });
}

async function writeAgreed(
  { folderStore, clock }: FolderPorts,
  folder: Folder,
  { conflict: { path, insightKey } }: Resolution,
  expected: string,
  text: string,
  base: string,
): Promise<Result<void, FolderFailure | StorageFailure>> {
  const written = await folder.write(path, expected, text);
  if (!written.ok) return written;
  // Edited in this very moment: the next look merges what is there with what was chosen.
  if (written.value === 'changed') return ok(undefined);
  const agreed = await folderStore.agree(
    [{ insightKey, record: { path, insightKey, base } }],
    clock.now(),
  );
  return agreed.ok ? ok(undefined) : agreed;
}
