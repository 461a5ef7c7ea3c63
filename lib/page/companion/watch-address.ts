/** The view with the Navigation API, where the browser has it. */
type Navigating = Window & { readonly navigation?: EventTarget };

/** Milliseconds after a click in which an application without that API has changed its address. */
const settling = 400;

/**
 * Calls back whenever the page, without being loaded anew, shows another address; a fragment alone is
 * the same page unless it routes (`#/…`, `#!/…`).
 */
export function watchAddress(view: Navigating, changed: () => void): void {
  let last = pageOf(view.location.href);
  const check = (): void => {
    const now = pageOf(view.location.href);
    if (now === last) return;
    last = now;
    changed();
  };
  view.addEventListener('popstate', check);
  view.addEventListener('hashchange', check);
  if (view.navigation) view.navigation.addEventListener('currententrychange', check);
  else view.addEventListener('click', () => setTimeout(check, settling), true);
}

function pageOf(address: string): string {
  return address.replace(/#(?!!?\/).*$/, '');
}
