/** File names that every system bears. */

/** Names that Windows keeps for devices, whatever their ending. */
const reserved = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)/i;

/** Characters that Windows forbids, and control characters. */
// eslint-disable-next-line no-control-regex
const forbidden = /[<>:"|?*\0-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;

/** Cut from the front to length, so that an ending stays, and never through a surrogate pair. */
function shorten(segment: string): string {
  const letters = Array.from(segment);
  return letters.length <= 120
    ? segment
    : letters.slice(0, 100).concat(letters.slice(-20)).join('');
}

function portableSegment(segment: string): string {
  const plain = shorten(segment.normalize('NFC'))
    .replace(forbidden, '-')
    .replace(/[. ]+$/, '')
    .trim();
  return reserved.test(plain) ? `_${plain}` : plain;
}

/**
 * A relative path that stays inside its folder and is legal on Windows, macOS and Linux: drives,
 * leading slashes and `..` are left out, forbidden characters become `-`.
 */
export function portablePath(path: string): string {
  const segments = path
    .replace(/^[a-z]:(?=[\\/])/i, '')
    .split(/[\\/]+/)
    .map(portableSegment)
    .filter((segment) => segment !== '');
  return segments.join('/') || 'file';
}
