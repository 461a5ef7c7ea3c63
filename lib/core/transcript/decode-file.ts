import { decodeText } from '../exchange/decode-text';

/**
 * The text of a transcript's file: UTF-16 where its byte order mark says so, else UTF-8, and what is
 * no UTF-8 as Windows-1252, in which old programs write subtitles. Never throws.
 */
export function decodeFile(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return decodeText(bytes) ?? new TextDecoder('windows-1252').decode(bytes);
}
