import { isSameSite } from '../../core/source/same-site';

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
  if (!isSameSite(canonical.hostname, page.hostname)) return undefined;
  if (canonical.pathname === '/' && canonical.search === '' && page.pathname.length > 1) {
    return undefined;
  }
  canonical.hash = '';
  return canonical.href;
}
