import { contentOf } from '../dom';

const time = /\d:[0-5]\d(?!\d)/g;

/** Whether so many times such as `12:34` stand below an element: most pages are no episode's. */
export function holdsTimes(place: Element, fewest: number): boolean {
  let found = 0;
  const times = contentOf(place).matchAll(time);
  while (found < fewest && times.next().done !== true) found += 1;
  return found >= fewest;
}
