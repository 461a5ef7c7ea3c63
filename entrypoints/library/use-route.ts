import { useSyncExternalStore } from 'react';

/** Where in the library the person is: the address after `#`, so that back and forward work. */
export type Route =
  | { readonly room: 'insights'; readonly key?: string; readonly editing: boolean }
  /** Two insights side by side. */
  | { readonly room: 'compare'; readonly left: string; readonly right: string }
  /** Contradictions and patterns; one of them open when a key is given. */
  | { readonly room: 'documents'; readonly key?: string }
  /** The findings over one collection, one's own when none is named. */
  | { readonly room: 'check'; readonly collection?: string }
  | { readonly room: 'collections' }
  | { readonly room: 'folder' }
  /** A broken file to be mended. */
  | { readonly room: 'mend'; readonly key: string }
  /** Settings; `site` is the one the person came from. */
  | { readonly room: 'settings'; readonly site?: string }
  | { readonly room: 'import' }
  | { readonly room: 'trash' };

/** The address of a place in the library. */
export function hrefOf(route: Route): string {
  const to = (...parts: readonly (string | undefined)[]): string =>
    `#/${parts.flatMap((part) => (part === undefined ? [] : encodeURIComponent(part))).join('/')}`;
  switch (route.room) {
    case 'insights':
      if (route.key === undefined) return '#/';
      return to('insight', route.key, route.editing ? 'edit' : undefined);
    case 'compare':
      return to('compare', route.left, route.right);
    case 'documents':
      return to('documents', route.key);
    case 'check':
      return to('check', route.collection);
    case 'settings':
      return to('settings', route.site);
    case 'mend':
      return to('mend', route.key);
    case 'collections':
    case 'folder':
    case 'import':
    case 'trash':
      return to(route.room);
    default:
      return route satisfies never;
  }
}

/** An address that leads nowhere shows the list. */
export function routeOf(hash: string): Route {
  const [room, first = '', second = ''] = hash.replace(/^#\/?/, '').split('/');
  const [key, other] = [decode(first), decode(second)];
  if (room === 'collections' || room === 'folder' || room === 'import' || room === 'trash') {
    return { room };
  }
  if (room === 'documents') return key === '' ? { room } : { room, key };
  if (room === 'check') return key === '' ? { room } : { room, collection: key };
  if (room === 'settings') return key === '' ? { room } : { room, site: key };
  if (room === 'mend' && key !== '') return { room, key };
  if (room === 'compare' && key !== '' && other !== '') return { room, left: key, right: other };
  if (room !== 'insight' || key === '') return { room: 'insights', editing: false };
  return { room: 'insights', key, editing: second === 'edit' };
}

/** The present place; the page draws anew when it changes. */
export function useRoute(): Route {
  return routeOf(useSyncExternalStore(watchHash, () => location.hash));
}

function watchHash(changed: () => void): () => void {
  addEventListener('hashchange', changed);
  return () => removeEventListener('hashchange', changed);
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    // A stray per cent sign: the key it was meant to be is not to be had, so none will fit.
    return part;
  }
}
