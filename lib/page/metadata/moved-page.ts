import { cleanUrl } from '../../core/source/canonical-url';
import { isSameSite } from '../../core/source/same-site';
import { windowOf } from '../dom';

/** Whether an address, as a page's own description gives it, is that of what the page shows now. */
export type NamesPage = (address: string) => boolean;

/**
 * The address a document was loaded at, without what its scripts made of it since; undefined in a
 * document that is not shown.
 */
export function loadedAddress(document: Document): string | undefined {
  return windowOf(document)?.performance.getEntriesByType('navigation')[0]?.name;
}

/**
 * For a page whose scripts have changed path or query since it was loaded: tells what of its head
 * still describes it. Undefined for a page that is where it was loaded.
 */
export function namesMovedPage(url: string, loaded: string | undefined): NamesPage | undefined {
  if (loaded === undefined || loaded === url) return undefined;
  const [here, before] = [placeOf(url, url), placeOf(loaded, loaded)];
  // Scripts cannot leave the origin: another one is another document's.
  if (!here || !before || here.origin !== before.origin || isSame(here, before)) return undefined;
  return (address) => {
    // A fragment alone names a part of whatever page it is on.
    const named = address.startsWith('#') ? undefined : placeOf(address, url);
    if (!named || !isSameSite(named.host, here.host)) return false;
    if (isSame(named, here)) return true;
    // An address with fewer parameters names both, and then it may be the page before that it names.
    return isPart(named, here) && (!isPart(named, before) || isPart(before, here));
  };
}

interface Place {
  readonly origin: string;
  readonly host: string;
  readonly path: string;
  readonly parameters: readonly string[];
}

function placeOf(address: string, base: string): Place | undefined {
  const clean = URL.canParse(address, base) ? cleanUrl(new URL(address, base).href) : undefined;
  if (clean === undefined) return undefined;
  const { origin, hostname, pathname, searchParams } = new URL(clean);
  return {
    origin,
    host: hostname,
    path: pathname.replace(/\/+$/, ''),
    parameters: Array.from(searchParams, ([name, value]) => `${name}=${value}`),
  };
}

function isPart(inner: Place, outer: Place): boolean {
  return (
    inner.path === outer.path && inner.parameters.every((each) => outer.parameters.includes(each))
  );
}

function isSame(a: Place, b: Place): boolean {
  return isPart(a, b) && isPart(b, a);
}
