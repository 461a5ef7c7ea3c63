import type { Passage } from '../core/source/snapshot';
import { isWebPage } from './dom';
import { inSlices } from './in-slices';
import { passageSteps } from './passages';
import type { NotAPage } from './take-snapshot';
import { textMapSteps } from './text-map';

/** Characters of a page that are read for a count nobody has asked for yet. */
const budget = 60_000;
/** Milliseconds of reading before the page gets its turn: nobody is waiting for the count. */
const slice = 8;

/**
 * The readable passages at the beginning of a page, in slices; nothing else is read, and the page is left
 * as it was.
 */
export async function takePassages(document: Document): Promise<Passage[] | NotAPage> {
  if (!isWebPage(document)) return { refused: 'not-a-page' };
  return await inSlices(steps(document), { slice });
}

function* steps(document: Document): Generator<void, Passage[]> {
  const map = yield* textMapSteps(document, { characters: budget });
  return yield* passageSteps(map);
}
