/** Hands files and text to the person, with no permission asked for. */
import type { FileSaver } from '../actions/ports';

export const files: FileSaver = {
  save(name, content, type) {
    const part = typeof content === 'string' ? content : new Uint8Array(content);
    const url = URL.createObjectURL(new Blob([part], { type }));
    const link = document.createElement('a');
    link.href = url;
    link.download = name;
    link.click();
    // The download has taken its own hold of the blob by the time the next task runs.
    setTimeout(() => URL.revokeObjectURL(url), 60_000);
  },

  async copy(text) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      // The browser refuses when the page is not in front; the caller says so and offers a file.
      return false;
    }
  },
};
