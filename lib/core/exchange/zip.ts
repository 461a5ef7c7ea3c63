/** Cards in and out of a zip file. */
import { FlateErrorCode, strToU8, unzipSync, zipSync } from 'fflate';
import { err, ok, type Result } from '../result';
import { decodeText } from './decode-text';
import { distinctPaths } from './distinct-paths';
import { portablePath } from './portable-path';

export interface TextFile {
  readonly path: string;
  readonly text: string;
}

export interface UnzippedFiles {
  readonly files: TextFile[];
  /** The paths of those that are not UTF-8. */
  readonly unread: string[];
}

export type UnzipFailure =
  | { readonly kind: 'not-a-zip'; readonly detail: string }
  /** More files, or more bytes once unpacked, than any library of cards has. */
  | { readonly kind: 'zip-too-large'; readonly detail: string };

const mostEntries = 100_000;
/** A zip without extensions counts no more. */
const mostFiles = 65_535;
const mostBytesOfFile = 5_000_000;
/** An index has a record of about a thousand bytes for each card. */
const mostBytesOfIndex = 30_000_000;
const mostBytes = 300_000_000;

/** The earliest time that a zip can hold: the same files make the same bytes on any day. */
const noTime = new Date(1980, 0, 1);

/**
 * Zips of text files: one, or several where one could not count them all or would hold more text than
 * `unzipFiles` takes; no file is split. Names are made portable; of two that clash on some system, even
 * in two zips, the later gets `-2`. `most` is for tests.
 */
export function zipFiles(
  files: readonly { readonly name: string; readonly text: string }[],
  most = { files: mostFiles, bytes: mostBytes },
): Uint8Array[] {
  const zips: Record<string, Uint8Array>[] = [];
  const distinct = distinctPaths();
  let count = most.files;
  let total = 0;
  for (const { name, text } of files) {
    const bytes = strToU8(text);
    count += 1;
    total += bytes.length;
    if (count > most.files || total > most.bytes) {
      zips.push({});
      count = 1;
      total = bytes.length;
    }
    const entries = zips.at(-1) ?? {};
    entries[distinct(portablePath(name))] = bytes;
  }
  return zips.map((entries) => zipSync(entries, { mtime: noTime }));
}

/**
 * The Markdown and JSON files of a zip, in its order; anything else in it, hidden files included,
 * is left out. Paths are made portable, stay inside and are told apart. Sizes are checked before
 * unpacking, and no file unpacks beyond the size it declares.
 */
export function unzipFiles(bytes: Uint8Array): Result<UnzippedFiles, UnzipFailure> {
  let seen = 0;
  let count = 0;
  let total = 0;
  let tooLarge = '';
  let entries: Record<string, Uint8Array>;
  try {
    entries = unzipSync(bytes, {
      filter: ({ name, size, originalSize }) => {
        const wanted =
          /\.(md|markdown|json)$/i.test(name) && !/(^|[\\/])(\.[^.\\/]|__MACOSX[\\/])/.test(name);
        const length = Math.max(size, originalSize);
        seen += 1;
        if (wanted) count += 1;
        if (wanted) total += length;
        const most = /\.json$/i.test(name) ? mostBytesOfIndex : mostBytesOfFile;
        if (wanted && length > most) tooLarge = name.slice(0, 200);
        else if (seen > mostEntries || count > mostFiles) tooLarge = `${seen} entries`;
        else if (total > mostBytes) tooLarge = `${total} bytes`;
        // Thrown to stop: answering false would only skip this one entry.
        if (tooLarge !== '') throw new RangeError(tooLarge);
        return wanted;
      },
    });
  } catch (error) {
    if (!isZipError(error)) throw error;
    if (tooLarge !== '') return err({ kind: 'zip-too-large', detail: tooLarge });
    return err({ kind: 'not-a-zip', detail: error.message });
  }
  const distinct = distinctPaths();
  const unzipped: UnzippedFiles = { files: [], unread: [] };
  for (const [name, data] of Object.entries(entries)) {
    const path = distinct(portablePath(name));
    const text = decodeText(data);
    if (text === undefined) unzipped.unread.push(path);
    else unzipped.files.push({ path, text });
  }
  return ok(unzipped);
}

/** fflate throws its own errors, and a RangeError where lengths in the file contradict each other. */
function isZipError(error: unknown): error is Error {
  return (
    error instanceof RangeError ||
    (error instanceof Error &&
      Object.values(FlateErrorCode).includes(Reflect.get(error, 'code') as 0))
  );
}
