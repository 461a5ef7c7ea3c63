/** Cards in and out of a zip file. */
import { FlateErrorCode, strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { err, ok, type Result } from '../result';
import { portablePath } from './portable-path';

export interface TextFile {
  readonly path: string;
  readonly text: string;
}

export type UnzipFailure =
  | { readonly kind: 'not-a-zip'; readonly detail: string }
  /** More files, or more bytes once unpacked, than any library of cards has. */
  | { readonly kind: 'zip-too-large'; readonly detail: string };

const mostEntries = 100_000;
const mostFiles = 20_000;
const mostBytesOfFile = 5_000_000;
const mostBytes = 300_000_000;

/** The earliest time that a zip can hold: the same files make the same bytes on any day. */
const noTime = new Date(1980, 0, 1);

/** A zip of text files. Names are made portable; of two that clash on some system the later gets `-2`. */
export function zipFiles(
  files: readonly { readonly name: string; readonly text: string }[],
): Uint8Array {
  const entries: Record<string, Uint8Array> = {};
  const taken = new Set<string>();
  for (const { name, text } of files) {
    const wanted = portablePath(name);
    const dot = wanted.lastIndexOf('.');
    const [stem, ending] = dot > 0 ? [wanted.slice(0, dot), wanted.slice(dot)] : [wanted, ''];
    let path = wanted;
    for (let n = 2; taken.has(path.toLowerCase()); n += 1) path = `${stem}-${n}${ending}`;
    taken.add(path.toLowerCase());
    entries[path] = strToU8(text);
  }
  return zipSync(entries, { mtime: noTime });
}

/**
 * The Markdown and JSON files of a zip, in its order; anything else in it, hidden files included,
 * is left out. Paths are made portable and stay inside. Sizes are checked before unpacking, and no
 * file unpacks beyond the size it declares.
 */
export function unzipFiles(bytes: Uint8Array): Result<TextFile[], UnzipFailure> {
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
        if (wanted && length > mostBytesOfFile) tooLarge = name.slice(0, 200);
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
  return ok(
    Object.entries(entries).map(([name, data]) => ({
      path: portablePath(name),
      text: decode(data),
    })),
  );
}

/** UTF-8; a byte order mark is kept, as a card must be able to leave byte for byte. */
function decode(data: Uint8Array): string {
  const marked = data[0] === 0xef && data[1] === 0xbb && data[2] === 0xbf;
  const text = strFromU8(data);
  return marked && !text.startsWith('\ufeff') ? `\ufeff${text}` : text;
}

/** fflate throws its own errors, and a RangeError where lengths in the file contradict each other. */
function isZipError(error: unknown): error is Error {
  return (
    error instanceof RangeError ||
    (error instanceof Error &&
      Object.values(FlateErrorCode).includes(Reflect.get(error, 'code') as 0))
  );
}
