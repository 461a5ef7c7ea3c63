import { useEffect } from 'react';

/**
 * Alt+A, wherever the focus is: the key that writes an A, or the one in its place where that writes no
 * Latin letter. Not with Ctrl, which with Alt is another key that writes (AltGr).
 */
export function useAltA(act: () => void): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const { altKey, ctrlKey, metaKey, key, code } = event;
      if (!altKey || ctrlKey || metaKey || event.repeat) return;
      if (key.toLowerCase() !== 'a' && (code !== 'KeyA' || key <= '\u007f')) return;
      event.preventDefault();
      act();
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  });
}
