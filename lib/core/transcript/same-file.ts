/**
 * Whether two addresses lead to the same file: without the scheme, the query and the fragment, and
 * without the services that count downloads and put their own address before the file's, as in
 * `https://count.example/pts/redirect.mp3/files.example/12.mp3`.
 */
export function sameFile(a: string, b: string): boolean {
  const [one, other] = [placeOf(a), placeOf(b)];
  if (one === '' || other === '') return false;
  const [shorter, longer] = one.length < other.length ? [one, other] : [other, one];
  return longer === shorter || longer.endsWith(`/${shorter}`);
}

function placeOf(address: string): string {
  if (!URL.canParse(address)) return '';
  const { hostname, pathname } = new URL(address);
  // A host alone is no file.
  return pathname.length < 2 ? '' : hostname.replace(/^www\./, '') + pathname;
}
