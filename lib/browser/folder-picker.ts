/** How a folder is chosen, and who is told when something in it changes. */

type Picker = (options: {
  readonly id: string;
  readonly mode: 'readwrite';
}) => Promise<FileSystemDirectoryHandle>;

interface Observer {
  observe(handle: FileSystemDirectoryHandle, options: { recursive: boolean }): Promise<void>;
  disconnect(): void;
}

/** Parts of the web that not every browser has and the DOM library does not know. */
const web = globalThis as unknown as {
  readonly showDirectoryPicker?: Picker;
  readonly FileSystemObserver?: new (told: () => void) => Observer;
};

/** Whether the browser can hand out folders at all. */
export function canPickFolder(): boolean {
  return web.showDirectoryPicker !== undefined;
}

/** The folder that the person chooses; undefined when they do not. Only in answer to a click. */
export async function pickFolder(): Promise<FileSystemDirectoryHandle | undefined> {
  try {
    return await web.showDirectoryPicker?.({ id: 'codex', mode: 'readwrite' });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return undefined;
    throw error;
  }
}

/**
 * Calls back when another program changed something in the folder, where the browser can tell;
 * returns the end of it.
 */
export function observeFolder(handle: FileSystemDirectoryHandle, told: () => void): () => void {
  if (!web.FileSystemObserver) return () => undefined;
  const observer = new web.FileSystemObserver(told);
  // A folder that is gone or closed to us cannot be observed; looking at it says so.
  observer.observe(handle, { recursive: true }).catch(() => undefined);
  return () => observer.disconnect();
}
