import type { KeyboardEvent } from 'react';

/** Whether a key belongs to an input method: Enter takes what it offers, Escape and arrows leave or choose it. */
export function isComposing({ nativeEvent }: KeyboardEvent): boolean {
  return nativeEvent.isComposing;
}
