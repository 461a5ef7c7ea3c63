/** One page, one key: what of an address names the page, and what only says how one came there. */
import { isSameSite } from './same-site';

/** Parameters that tell where a reader came from; none of them chooses what the page shows. */
const tracking =
  /^(utm_.+|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|twclid|ttclid|yclid|igshid|igsh|mc_cid|mc_eid|_hsenc|_hsmi|__hstc|__hssc|hsctatracking|mkt_tok|vero_id|oly_anon_id|oly_enc_id|rb_clickid|s_cid|li_fat_id|trk|trackingid|_ga|_gl|ref_src|ref_url|spm|wickedid|cmpid|ncid)$/i;

/** Sites whose own parameters say where the reader was, or who shared the link. */
const ofSite: readonly { readonly host: RegExp; readonly parameter: RegExp }[] = [
  {
    host: /(^|\.)(youtube\.com|youtube-nocookie\.com|youtu\.be)$/,
    parameter: /^(t|start|time_continue|si|feature|pp|ab_channel|app)$/,
  },
  { host: /(^|\.)(buzzsprout\.com|fireside\.fm|pca\.st|pocketcasts\.com)$/, parameter: /^t$/ },
  { host: /(^|\.)(open\.)?spotify\.com$/, parameter: /^(si|t|nd)$/ },
  { host: /(^|\.)(twitter\.com|x\.com)$/, parameter: /^(s|t)$/ },
  { host: /(^|\.)linkedin\.com$/, parameter: /^(rcm|originalsubdomain|lipi|midtoken)$/i },
  {
    host: /(^|\.)substack\.com$|(^|\.)lennysnewsletter\.com$/,
    parameter:
      /^(r|s|isfreemail|publication_id|post_id|triedredirect|showwelcomeonshare|timestamp)$/i,
  },
  { host: /(^|\.)medium\.com$/, parameter: /^(source|sk)$/ },
];

function parse(address: string): URL | undefined {
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  return url.protocol === 'http:' || url.protocol === 'https:' ? url : undefined;
}

/**
 * An http(s) address as a card or a person should see it: without fragment, credentials and
 * tracking parameters; everything else, the order of parameters included, as it was. Undefined for
 * any other scheme. A fragment that routes (`#!/…`, `#/…`) names the page and stays.
 */
export function cleanUrl(address: string): string | undefined {
  const url = parse(address);
  if (url === undefined) return undefined;
  url.username = '';
  url.password = '';
  if (!/^#!?\//.test(url.hash)) url.hash = '';
  const own = url.search === '' ? [] : ofSite.filter(({ host }) => host.test(url.hostname));
  const kept = url.search
    .slice(1)
    .split('&')
    .filter((pair) => {
      const name = pair.split('=')[0] ?? '';
      return pair !== '' && !tracking.test(name) && !own.some((each) => each.parameter.test(name));
    });
  url.search = kept.length > 0 ? `?${kept.join('&')}` : '';
  return url.href;
}

/**
 * The clean address of a page: its canonical one where that can be trusted, on the same site and
 * no site root named by a page deeper in; else the page's own. Undefined when that is not http(s).
 */
export function sourceAddress(address: string, canonical?: string): string | undefined {
  const page = cleanUrl(address);
  const named = canonical === undefined ? undefined : cleanUrl(canonical);
  if (page === undefined || named === undefined) return page;
  const [from, to] = [new URL(page), new URL(named)];
  const isRoot = (url: URL): boolean =>
    url.pathname === '/' && url.search === '' && url.hash === '';
  const trusted = isSameSite(from.hostname, to.hostname) && (!isRoot(to) || isRoot(from));
  return trusted ? named : page;
}

/**
 * The key of a source: its `sourceAddress`, a trailing slash left out below the root, and a video
 * under its one long form.
 */
export function sourceKey(address: string, canonical?: string): string | undefined {
  const clean = sourceAddress(address, canonical);
  if (clean === undefined) return undefined;
  const url = new URL(clean);
  if (url.hostname === 'youtu.be' && url.pathname.length > 1) {
    return `https://www.youtube.com/watch?v=${url.pathname.slice(1).replace(/\/$/, '')}`;
  }
  if (/^((m|music)\.)?youtube\.com$/.test(url.hostname)) url.host = 'www.youtube.com';
  if (url.pathname.length > 1) url.pathname = url.pathname.replace(/\/+$/, '') || '/';
  // Out of a list it is the same video.
  const video = url.host === 'www.youtube.com' && url.searchParams.get('v');
  if (video) url.search = `?v=${encodeURIComponent(video)}`;
  return url.href;
}
