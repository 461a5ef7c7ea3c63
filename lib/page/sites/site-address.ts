const named =
  /^https?:\/\/(?:[^/]+\.)?(?:linkedin\.com\/.*?(activity|ugcPost|share)(?::|-|%3a)(\d{15,})|arxiv\.org\/\w+\/(\d{4}\.\d{4,5}))/i;

/**
 * The one address of what a site shows under several, a post or all versions of a paper; empty for any
 * other page. Told by the address alone: the companion, which reads no site's form, asks as well.
 */
export function siteAddress(url: string): string {
  const [, kind, id, paper] = named.exec(url) ?? [];
  if (paper) return `https://arxiv.org/abs/${paper}`;
  return id ? `https://www.linkedin.com/feed/update/urn:li:${kind}:${id}/` : '';
}
