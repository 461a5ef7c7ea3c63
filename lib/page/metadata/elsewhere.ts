import { closest, contains, isElement, localName, parentNode } from '../dom';

/** What stands below or beside an article's own text may still be about it. */
const elsewhere = ['nav, footer:not(article *), aside:not(article *)']
  .concat(
    ['comment', 'related', 'recommend', 'sidebar', 'promo', 'teaser'].flatMap((word) => [
      `[class*="${word}" i]`,
      `[id*="${word}" i]`,
    ]),
  )
  .join(', ');

/**
 * Tells whether an element belongs to menus, comments or other articles. What holds the heading as
 * well does not, whatever it is called: a whole page may be named after the sidebar it has.
 */
export function elsewhereFinder(heading: Element | undefined): (element: Element) => boolean {
  return (element) => {
    let around = closest(element, elsewhere);
    while (around && (isPage(around) || holds(around))) {
      const parent = parentNode(around);
      around = isElement(parent) ? closest(parent, elsewhere) : null;
    }
    return around !== null;
  };

  function holds(around: Element): boolean {
    return heading !== undefined && contains(around, heading);
  }
}

function isPage(element: Element): boolean {
  return /^(?:html|body|main|article)$/.test(localName(element));
}
