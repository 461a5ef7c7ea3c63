/** The address of a codex's `INDEX.json`, from what a person typed or pasted. */

/**
 * The address to ask for, or undefined where the words are none: only http and https, without a name
 * and password. A host without `https://` is taken as one, an address that ends in `/` means the
 * `INDEX.json` there, and GitHub's pages of a repository or of a file in it mean the file itself.
 */
export function indexAddress(typed: string): string | undefined {
  const words = typed.trim();
  const whole = /^[a-z][a-z\d+.-]*:/i.test(words) && !/^[\w.-]+:\d/.test(words);
  const address = whole ? words : `https://${words}`;
  if (words === '' || /\s/.test(words) || !URL.canParse(address)) return undefined;
  const url = new URL(address);
  const isWeb = url.protocol === 'https:' || url.protocol === 'http:';
  if (!isWeb || url.username !== '' || url.password !== '') return undefined;
  url.hash = '';
  const raw = rawAddress(url);
  if (raw !== undefined) return raw;
  if (url.pathname.endsWith('/')) url.pathname += 'INDEX.json';
  return url.href;
}

/** GitHub serves files from another host than the pages that show them. */
function rawAddress({ hostname, pathname }: URL): string | undefined {
  if (hostname !== 'github.com' && hostname !== 'www.github.com') return undefined;
  const [owner, repository, kind, ...rest] = pathname.split('/').filter((part) => part !== '');
  if (owner === undefined || repository === undefined) return undefined;
  const raw = `https://raw.githubusercontent.com/${owner}/${repository.replace(/\.git$/, '')}`;
  if (kind === undefined) return `${raw}/HEAD/INDEX.json`;
  if (kind === 'blob' || kind === 'raw') return `${raw}/${rest.join('/')}`;
  return kind === 'tree' ? `${raw}/${rest.join('/')}/INDEX.json` : undefined;
}

/** What a codex at this address may be called until somebody names it: its folder, or its host. */
export function nameOfAddress(address: string): string {
  const { hostname, pathname } = new URL(address);
  const folders = pathname.split('/').slice(0, -1).filter(Boolean).map(decode);
  const name = hostname === 'raw.githubusercontent.com' ? folders[1] : folders.at(-1);
  return name || hostname;
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
