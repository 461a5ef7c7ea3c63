import { closest, contains, parentNode, isElement } from '../dom';

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
    while (around && heading && contains(around, heading)) {
      const parent = parentNode(around);
      around = isElement(parent) ? closest(parent, elsewhere) : null;
    }
    return around !== null && !/^(?:html|body|main|article)$/i.test(around.localName);
  };
}
