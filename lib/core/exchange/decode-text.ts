/**
 * The text of UTF-8 bytes, byte order mark and all, as a card must be able to leave byte for byte.
 * Undefined where the bytes are not UTF-8: decoding them anyway would lose what they say.
 */
export function decodeText(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}
