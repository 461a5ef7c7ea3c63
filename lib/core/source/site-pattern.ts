/** Match patterns of the extension platform, as far as the companion needs them. */

/** Every http(s) page. */
export const everySite = '*://*/*';

/** The pattern of all pages of the address's host; undefined where that is not http(s). */
export function sitePattern(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const { protocol, hostname } = new URL(address);
  return protocol === 'http:' || protocol === 'https:' ? `*://${hostname}/*` : undefined;
}

/**
 * The pattern of what a person typed to name a site: a host (`example.org`, with or without what
 * stands before it and after it in an address). Undefined where no host can be read from it.
 */
export function readSite(typed: string): string | undefined {
  const words = typed.trim().replace(/^\*?\./, '');
  if (words === '' || /\s/.test(words)) return undefined;
  const pattern = sitePattern(/^[a-z][a-z\d+.-]*:\/\//i.test(words) ? words : `https://${words}`);
  return pattern !== undefined && /\.|^\*:\/\/localhost\//.test(pattern) ? pattern : undefined;
}

/** The host that a pattern is about; empty for every site. */
export function siteName(pattern: string): string {
  const host = /^\*:\/\/([^/]+)\/\*$/.exec(pattern)?.[1] ?? '';
  return host === '*' ? '' : host;
}

/** Whether one of the patterns holds the address. */
export function holdsSite(patterns: readonly string[], address: string): boolean {
  const own = sitePattern(address);
  return own !== undefined && (patterns.includes(own) || patterns.includes(everySite));
}
