import { contentOf, queryAll } from '../dom';
import { cleanText } from '../metadata/clean-text';

const mostTried = 20;
const longestRead = 4_000;

/** The text of the first element that matches and has some, on one line. */
export function firstText(root: Document | Element, selector: string): string | undefined {
  for (const element of queryAll(root, selector, mostTried)) {
    const text = cleanText(contentOf(element).slice(0, longestRead));
    if (text) return text;
  }
  return undefined;
}
