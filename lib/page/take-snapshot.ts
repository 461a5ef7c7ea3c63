import type { PageMetadata } from '../core/source/metadata';
import type { PageSnapshot } from '../core/source/snapshot';
import { contentTypeOf } from './dom';
import { lazyIndex } from './lazy-index';
import { readPassages } from './passages';
import { playersElsewhere } from './players-elsewhere';
import { readPlayback } from './playback';
import { readSelection } from './read-selection';
import { readTextMap } from './text-map';

/** Given instead of a snapshot for a document that is no web page, such as a PDF or an image. */
export interface NotAPage {
  readonly refused: 'not-a-page';
}

const pageTypes = /^(?:text\/html|application\/xhtml\+xml)$/i;

/** Reads what a page says about itself; a script of its own in the page, see ARCHITECTURE.md. */
export type MetadataReader = (document: Document, url: string) => PageMetadata;

/**
 * One look at a page: metadata, visible text, readable passages, selection and playback. Plain data
 * that survives a message; the page is left as it was.
 */
export function takeSnapshot(
  document: Document,
  url: string,
  readMetadata: MetadataReader,
): PageSnapshot | NotAPage {
  if (!pageTypes.test(contentTypeOf(document))) return { refused: 'not-a-page' };
  const map = readTextMap(document);
  const selection = readSelection(document, map, lazyIndex(map.text));
  const metadata = readMetadata(document, url);
  const passages = readPassages(map);
  const playback = readPlayback(document);
  const elsewhere = playback ? [] : playersElsewhere(document);
  return {
    url: url.slice(0, 8_000),
    metadata,
    text: map.text,
    passages,
    ...(selection && { selection }),
    ...(playback && { playback }),
    ...(elsewhere.length > 0 && { playersElsewhere: elsewhere }),
  };
}
