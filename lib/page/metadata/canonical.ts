import { cleanUrl } from '../../core/source/canonical-url';
import { isSameSite } from '../../core/source/same-site';
import { getAttribute, queryAll } from '../dom';
import { siteAddress } from '../sites/site-address';
import { found, type Found } from './found';
import { addressesOf } from './json-ld';
import type { PageHead } from './page-head';

/** The last step of a path that shows the same page another way. */
const otherForm =
  /\/(?:amp|print|printable|mobile|comments|index\.\w{3,5}|page\/\d+|[\d]{1,2}|amp\.html?)\/?$/i;
const otherFormParameter = /^(?:amp|print|printable|outputtype|output|view|mobile|m|share)$/i;

/**
 * A page's canonical address when it can be believed: http(s), of the same site, and not the site's
 * front page or a folder above given for an inner page. Undefined otherwise.
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
  const [to, from] = [steps(canonical), steps(page)];
  const isAbove = from.startsWith(to) && from !== to && !otherForm.test(page.pathname);
  if (canonical.search === '' && isAbove) return undefined;
  canonical.hash = '';
  return canonical.href;
}

/** The steps of a path, each with a stroke after it. */
function steps({ pathname }: URL): string {
  return `${pathname.replace(/\/+$/, '')}/`;
}

/**
 * The address under which the page is one source: the one its site is known to have for it. Of several
 * that the page gives, one that another statement or the page's own address confirms; a page shown in
 * another form, and silent about it, is the one it is a form of.
 */
export function readCanonical(head: PageHead): Found<string> | undefined {
  const { document, tags, main, url, names } = head;
  const known = siteAddress(url);
  if (known) return found(known, 'url');
  const accept = (address: string | null, from: string): Found<string>[] => {
    const value = acceptCanonical(address, url);
    return value && (!names || names(value)) ? [found(value, from)] : [];
  };
  const links = queryAll(document, 'link[rel~="canonical" i]', 5).flatMap((link) =>
    accept(getAttribute(link, 'href'), 'link:canonical'),
  );
  const others = [
    ...(tags.get('og:url') ?? []).slice(0, 3).flatMap((address) => accept(address, 'meta:og:url')),
    ...(main ? addressesOf(main).slice(0, 5) : [])
      .filter((address) => /^(?:https?:\/)?\/[^#]*$/.test(address))
      .flatMap((address) => accept(address, 'json-ld:url')),
  ];
  const all = [...links, ...others];
  const [first] = all;
  if (!first) return fromOtherForm(url);
  if (links.length === 1 && others.every(({ value }) => !isSame(value, url))) return first;
  const votes = (address: string): number =>
    all.filter(({ value }) => isSame(value, address)).length + (isSame(address, url) ? 1 : 0);
  return all.reduce((best, each) => (votes(each.value) > votes(best.value) ? each : best), first);
}

/** Whether two addresses are one but for scheme, `www.`, a slash at the end and how one came there. */
function isSame(a: string, b: string): boolean {
  const plain = (address: string): string =>
    (cleanUrl(address) ?? address)
      .replace(/^https?:\/\/(?:www\.|m\.)?/, '')
      .replace(/\/(?=$|\?)/, '');
  return plain(a) === plain(b);
}

/** The address of what an AMP, print or mobile form shows, taken from that form's own. */
function fromOtherForm(url: string): Found<string> | undefined {
  const clean = cleanUrl(url);
  if (!clean) return undefined;
  const page = new URL(clean);
  for (const name of Array.from(page.searchParams.keys())) {
    if (
      otherFormParameter.test(name) &&
      /^(?:1|true|amp|print|)$/i.test(page.searchParams.get(name) ?? '')
    ) {
      page.searchParams.delete(name);
    }
  }
  page.pathname = page.pathname.replace(/\/(?:amp|print)(?:\.html?)?\/?$/i, '');
  return page.href === clean || page.pathname.length < 2
    ? undefined
    : found(page.href, 'url:form', 'low');
}
