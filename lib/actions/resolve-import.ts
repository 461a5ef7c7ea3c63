/** A person's choice where an imported file and an insight changed the same words, and the way back. */
import { mergeImported } from '../core/codex/merge-card';
import type { MergeChoices } from '../core/codex/merge-fields';
import { projectCard } from '../core/codex/project-card';
import { writeCard } from '../core/codex/write-card';
import type { Insight } from '../core/insight/insight';
import type { Link } from '../core/insight/link';
import { likestForm } from '../core/insight/merge-import';
import { nextStamp } from '../core/insight/next-stamp';
import { takeText } from '../core/insight/take-text';
import { err, ok, type Result } from '../core/result';
import type { FolderStore } from './folder-ports';
import { loadProjection } from './load-projection';
import type { Clock, NoteStore, StorageFailure } from './ports';

interface ResolvePorts {
  readonly store: NoteStore;
  readonly folderStore: FolderStore;
  readonly clock: Clock;
}

/** What was chosen, and all that it takes to undo it. */
export interface ImportResolution {
  readonly before: Insight;
  readonly after: Insight;
  readonly clips: readonly string[];
  readonly links: readonly Link[];
}

/** The insight was edited or deleted meanwhile: look at both again. */
type Overtaken = { readonly kind: 'overtaken' };

/**
 * Gives the insight what was chosen, and the file as the text it last came in with. Clips and links
 * whose words the merged text has not go to the trash with it, in the same transaction.
 */
export async function resolveImport(
  { store, folderStore, clock }: ResolvePorts,
  insightKey: string,
  theirs: string,
  choices: MergeChoices,
): Promise<Result<ImportResolution, StorageFailure | Overtaken>> {
  const before = await store.getInsight(insightKey);
  if (!before || before.deletedAt !== undefined) return err({ kind: 'overtaken' });
  const { partsOf } = await loadProjection(store);
  const parts = partsOf(before);
  const sent = { ...parts, form: likestForm(parts, theirs) };
  const mine = writeCard(projectCard(sent), before.original);
  const merged = mergeImported(mine, before.original, theirs, choices);
  if (merged.conflicts.length > 0) return err({ kind: 'overtaken' });
  const { insight, gone } = takeText(sent, merged.text, clock.now());
  const after = { ...insight, original: theirs };
  const links = (await store.allLinks()).filter(({ id }) => gone.links.includes(id));
  const agreed = await folderStore.agree(
    [{ insightKey, insight: { before, after }, gone }],
    clock.now(),
  );
  if (!agreed.ok) return agreed;
  return agreed.value.length > 0
    ? err({ kind: 'overtaken' })
    : ok({ before, after, clips: gone.clips, links });
}

/** Brings the insight back as it was, with its clips and links. */
export async function undoImport(
  { folderStore, clock }: ResolvePorts,
  { before, after, clips, links }: ImportResolution,
): Promise<Result<void, StorageFailure | Overtaken>> {
  const restored = { ...before, updatedAt: nextStamp(after.updatedAt, clock.now()) };
  const agreed = await folderStore.agree(
    [
      {
        insightKey: before.key,
        insight: { before: after, after: restored },
        back: { clips, links },
      },
    ],
    clock.now(),
  );
  if (!agreed.ok) return agreed;
  return agreed.value.length > 0 ? err({ kind: 'overtaken' }) : ok(undefined);
}
