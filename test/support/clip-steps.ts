/** Clips by a command, and what is then on the disk. */
import type { Page } from 'playwright-core';
import type { Clip } from '../../lib/core/insight/clip.ts';
import type { Insight } from '../../lib/core/insight/insight.ts';
import type { Source } from '../../lib/core/source/source.ts';
import type { Extension } from './extension.ts';
import { storedRows } from './stored.ts';
import { until } from './until.ts';

export interface ClipOnDisk {
  readonly clip: Clip;
  readonly source: Source;
  readonly draft: Insight;
}

/** Does what makes a clip and gives the one that was stored by it; `library` is any page of the extension. */
export async function clipMadeBy(
  library: Page,
  makeIt: () => Promise<unknown>,
): Promise<ClipOnDisk> {
  const before = new Set((await storedRows(library, 'clips')).map(({ id }) => id));
  await makeIt();
  // A toast of an earlier clip may still say “Saved”: the clip itself is waited for.
  const clip = await until('the clip to be stored', async () =>
    (await storedRows(library, 'clips')).find(({ id }) => !before.has(id)),
  );
  const sources = await storedRows(library, 'sources');
  const insights = await storedRows(library, 'insights');
  return {
    clip,
    source: sources.find(({ key }) => key === clip.sourceKey)!,
    draft: insights.find(({ key }) => key === clip.insightKey)!,
  };
}

/** Runs a command that clips on the page. */
export function clipByCommand(
  extension: Extension,
  library: Page,
  page: Page,
  command = 'clip-selection',
): Promise<ClipOnDisk> {
  return clipMadeBy(library, () => extension.runCommand(command, page));
}
