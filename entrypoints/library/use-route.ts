import { useSyncExternalStore } from 'react';

/** Where in the library the person is: the address after `#`, so that back and forward work. */
export type Route =
  | { readonly room: 'insights'; readonly key?: string; readonly editing: boolean }
  | { readonly room: 'import' }
  | { readonly room: 'trash' };

/** The address of a place in the library. */
export function hrefOf(route: Route): string {
  if (route.room !== 'insights') return `#/${route.room}`;
  if (route.key === undefined) return '#/';
  return `#/insight/${encodeURIComponent(route.key)}${route.editing ? '/edit' : ''}`;
}

/** An address that leads nowhere shows the list. */
export function routeOf(hash: string): Route {
  const [room, key, last] = hash.replace(/^#\/?/, '').split('/');
  if (room === 'import' || room === 'trash') return { room };
  if (room === 'insight' && key) {
    return { room: 'insights', key: decode(key), editing: last === 'edit' };
  }
  return { room: 'insights', editing: false };
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
