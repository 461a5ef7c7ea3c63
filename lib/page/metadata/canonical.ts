/**
 * A page's canonical address when it can be believed: http(s), of the same site, and not the site's
 * front page given for an inner page. Undefined otherwise.
 */
export function acceptCanonical(href: string | null | undefined, url: string): string | undefined {
  if (!href || href.length > 4_000 || !URL.canParse(url) || !URL.canParse(href.trim(), url)) {
    return undefined;
  }
  const canonical = new URL(href.trim(), url);
  const page = new URL(url);
  if (canonical.protocol !== 'https:' && canonical.protocol !== 'http:') return undefined;
  if (canonical.username || canonical.password) return undefined;
  if (siteOf(canonical.hostname) !== siteOf(page.hostname)) return undefined;
  if (canonical.pathname === '/' && canonical.search === '' && page.pathname.length > 1) {
    return undefined;
  }
  canonical.hash = '';
  return canonical.href;
}

/** Second-level labels under which countries register names. */
const registries = new Set('co com org net ac gov edu or ne go gob gov'.split(' '));

/** The registrable part of a host name, near enough to tell one site from another. */
function siteOf(host: string): string {
  if (/^[\d.]+$|:/.test(host)) return host;
  const labels = host.toLowerCase().split('.');
  const [second] = labels.slice(-2);
  const country = (labels.at(-1) ?? '').length === 2;
  const length = country && second && registries.has(second) ? 3 : 2;
  return labels.slice(-length).join('.');
}
