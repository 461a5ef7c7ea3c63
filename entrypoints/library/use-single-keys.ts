import { useEffect, useState } from 'react';

export interface SingleKeyActions {
  readonly onSearch: () => void;
  readonly onHelp: () => void;
}

const storageKey = 'library-single-keys';

/**
 * `/` and `?` from anywhere outside a text field. They can be switched off (WCAG 2.2, 2.1.4): who
 * speaks to the computer would set them off by talking.
 */
export function useSingleKeys(actions: SingleKeyActions): [boolean, (on: boolean) => void] {
  const [on, setOn] = useState(() => localStorage.getItem(storageKey) !== 'off');
  useEffect(() => {
    if (!on) return;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isWritten(event.target)) return;
      if (event.key === '/') actions.onSearch();
      else if (event.key === '?') actions.onHelp();
      else return;
      event.preventDefault();
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  });
  return [
    on,
    (next) => {
      localStorage.setItem(storageKey, next ? 'on' : 'off');
      setOn(next);
    },
  ];
}

/** Whether a key pressed here may mean something by itself: switched on, and not in a text field. */
export function singleKeysAreOn(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || isWritten(event.target)) return false;
  return localStorage.getItem(storageKey) !== 'off';
}

function isWritten(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest('input:not([type="checkbox"]), textarea, select, dialog') !== null
  );
}
