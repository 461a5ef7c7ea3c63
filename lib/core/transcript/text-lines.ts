const byteOrderMark = '\ufeff';

/** The lines of a file, whichever way it ends them, without a byte order mark at its beginning. */
export function textLines(text: string): string[] {
  const from = text.startsWith(byteOrderMark) ? 1 : 0;
  return text
    .slice(from)
    .replaceAll('\0', '\ufffd')
    .split(/\r\n|\n|\r/);
}
