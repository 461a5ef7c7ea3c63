import { createContext, use, type Ref } from 'react';
import type { CustomItemComponentProps } from 'virtua';

/** How many items the list around a `CountedItem` has. */
export const ListSize = createContext(0);

/** A list item that says which of how many it is, since the others are not in the document. */
export function CountedItem({ style, index, children, ref }: CustomItemComponentProps) {
  return (
    <li
      ref={ref as Ref<HTMLLIElement>}
      // While it scrolls, the list around it takes no presses: they would be lost.
      style={{ ...style, pointerEvents: 'auto' }}
      aria-setsize={use(ListSize)}
      aria-posinset={index + 1}
    >
      {children}
    </li>
  );
}
