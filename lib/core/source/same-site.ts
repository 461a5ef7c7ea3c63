/** One rule for what is one site, near enough without the public suffix list. */

/** The last two labels are a registry, not a site: enough for the common second-level registries. */
const secondLevel = /^(ac|co|com|edu|go|gob|gov|ne|net|or|org)\.[a-z]{2}$/;
/** Each subdomain is somebody's own site. */
const hosting =
  /(^|\.)(substack\.com|github\.io|gitlab\.io|blogspot\.com|wordpress\.com|medium\.com|tumblr\.com|netlify\.app|vercel\.app|pages\.dev|workers\.dev|web\.app|firebaseapp\.com|herokuapp\.com|readthedocs\.io|hashnode\.dev|bearblog\.dev|notion\.site|webflow\.io|wixsite\.com|weebly\.com|neocities\.org|ghost\.io|beehiiv\.com|transistor\.fm|buzzsprout\.com|fireside\.fm|podbean\.com|libsyn\.com)$/;

/** Whether two host names, as `URL` writes them, belong to one owner. */
export function isSameSite(a: string, b: string): boolean {
  return a === b || siteOf(a) === siteOf(b);
}

function siteOf(host: string): string {
  const bare = host.replace(/^www\./, '');
  if (/^[\d.]+$|[[\]:]/.test(bare) || hosting.test(bare)) return bare;
  const labels = bare.split('.');
  return labels.slice(secondLevel.test(labels.slice(-2).join('.')) ? -3 : -2).join('.');
}
