import { indexSteps } from '../core/annotation/text-index';
import type { PageMetadata } from '../core/source/metadata';
import type { PageSnapshot } from '../core/source/snapshot';
import { isWebPage, selectionOf } from './dom';
import { openRoots, type OpenRoots } from './flat-tree';
import { inSlices } from './in-slices';
import { withLanguageOfText } from './language-of-page';
import { lazyIndex } from './lazy-index';
import { passageSteps } from './passages';
import { playersElsewhere } from './players-elsewhere';
import { readPlayback } from './playback';
import { focusIsElsewhere, readSelection } from './read-selection';
import { textMapSteps } from './text-map';

/** Given instead of a snapshot for a document that is no page to read, such as JSON or an image. */
export interface NotAPage {
  readonly refused: 'not-a-page';
}

/** Reads what a page says about itself; a script of its own in the page, see ARCHITECTURE.md. */
export type MetadataReader = (document: Document, url: string) => Generator<void, PageMetadata>;

/**
 * Milliseconds of reading before the page gets its turn; an ordinary page is read in one go.
 */
const slice = 100;

/**
 * One look at a page: metadata, visible text, readable passages, selection and playback. Plain data
 * that survives a message; the page is left as it was. A large page is read in slices.
 */
export async function takeSnapshot(
  document: Document,
  url: string,
  readMetadata: MetadataReader,
): Promise<PageSnapshot | NotAPage> {
  if (!isWebPage(document)) return { refused: 'not-a-page' };
  // What is playing goes on while the page is read: where it is now is what was asked for.
  const roots = openRoots(document);
  const playback = readPlayback(document, roots);
  const read = await inSlices(readingSteps(document, url, readMetadata, roots), { slice });
  const elsewhere = playback ? [] : playersElsewhere(document, roots);
  return {
    url: url.slice(0, 8_000),
    ...read,
    ...(playback && { playback }),
    ...(elsewhere.length > 0 && { playersElsewhere: elsewhere }),
  };
}

function* readingSteps(
  document: Document,
  url: string,
  readMetadata: MetadataReader,
  roots: OpenRoots,
): Generator<void, Omit<PageSnapshot, 'url' | 'playback' | 'playersElsewhere'>> {
  const map = yield* textMapSteps(document);
  // Describing a selection needs the index; of a large page that is made in steps as well.
  const isSelected = selectionOf(document)?.isCollapsed === false;
  const index = isSelected ? yield* indexSteps(map.text) : undefined;
  const asked = index ? () => index : lazyIndex(map.text);
  const selection = readSelection(document, map, asked, roots);
  const stated = yield* readMetadata(document, url);
  yield;
  const metadata = withLanguageOfText(document, stated);
  yield;
  const passages = yield* passageSteps(map);
  const elsewhere = !selection && focusIsElsewhere(document);
  return {
    metadata,
    text: map.text,
    passages,
    ...(selection && { selection }),
    ...(elsewhere && { focusElsewhere: true }),
  };
}
