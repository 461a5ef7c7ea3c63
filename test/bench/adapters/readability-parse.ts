/** Readability's parse as its users call it: on a copy of the page, which it takes apart. */
import { Readability } from '@mozilla/readability';

export function read(): unknown {
  return new Readability(document.cloneNode(true) as Document).parse();
}
