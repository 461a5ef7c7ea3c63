/** A folder that a person chose, over the File System Access interface of the web. */
import type {
  Folder,
  FolderAccess,
  FolderEntry,
  FolderFailure,
  FolderText,
} from '../actions/folder-ports';
import { decodeText } from '../core/exchange/decode-text';
import { err, ok, type Result } from '../core/result';

/** Hidden from the lists of folders like the other names that begin with a dot. */
const trashName = '.trash';

/** The methods that ask, which the DOM library does not know yet. */
interface AskedHandle {
  queryPermission?(options: { mode: 'readwrite' }): Promise<FolderAccess>;
  requestPermission?(options: { mode: 'readwrite' }): Promise<FolderAccess>;
}

/** The port over a directory's handle. Writes go to a file beside, which takes the place at once. */
export function openFolder(handle: FileSystemDirectoryHandle): Folder {
  const asked: AskedHandle = handle as unknown as AskedHandle;
  const readWrite = { mode: 'readwrite' } as const;
  return {
    name: handle.name,
    access: async () => (await asked.queryPermission?.(readWrite)) ?? 'granted',
    askAccess: async () => (await asked.requestPermission?.(readWrite)) ?? 'granted',
    list: () => attempt('', () => listAll(handle)),
    read: (path) => attempt(path, () => read(handle, path)),

    write: (path, expected, text) =>
      attempt(path, async () => {
        const there = await read(handle, path);
        if (there && there.text === text) return withoutText(there);
        if (there?.text !== expected || (there && expected === undefined)) return 'changed';
        const folder = await folderOf(handle, path, true);
        await replace(await folder.getFileHandle(nameOf(path), { create: true }), text);
        const after = await read(handle, path);
        return after?.text === text ? withoutText(after) : 'changed';
      }),

    moveToTrash: (path, expected) =>
      attempt(path, async () => {
        const there = await read(handle, path);
        if (there === undefined) return 'moved';
        if (there.text !== expected) return 'changed';
        const trash = await handle.getDirectoryHandle(trashName, { create: true });
        const name = await freeName(trash, nameOf(path));
        await replace(await trash.getFileHandle(name, { create: true }), expected);
        const kept = await read(handle, `${trashName}/${name}`);
        if (kept?.text !== expected) return 'changed';
        await (await folderOf(handle, path, false)).removeEntry(nameOf(path));
        return 'moved';
      }),
  };
}

/** Failures of the disk and of permission as values; any other error is a bug. */
async function attempt<T>(path: string, work: () => Promise<T>): Promise<Result<T, FolderFailure>> {
  try {
    return ok(await work());
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    switch (error.name) {
      case 'NotAllowedError':
      case 'SecurityError':
        return err({ kind: 'no-access' });
      case 'NotFoundError':
        return err({ kind: 'folder-gone' });
      case 'QuotaExceededError':
        return err({ kind: 'folder-full' });
      default:
        return err({ kind: 'folder-failed', path, detail: `${error.name}: ${error.message}` });
    }
  }
}

async function listAll(
  folder: FileSystemDirectoryHandle,
  above = '',
  found: FolderEntry[] = [],
): Promise<FolderEntry[]> {
  const files: Promise<void>[] = [];
  for await (const [name, entry] of folder.entries()) {
    if (name.startsWith('.') || name === 'node_modules') continue;
    const path = above + name;
    if (entry.kind === 'directory') {
      // A folder within that is gone by now has no files; the one at the top is another matter.
      await unlessMissing(() => listAll(entry, `${path}/`, found));
    } else if (/\.md$/i.test(name) || name === 'INDEX.json') {
      const stat = entry.getFile().then(
        ({ size, lastModified: modified }) => void found.push({ path, size, modified }),
        (error: unknown) => {
          if (!isNotFound(error)) throw error;
          // Somebody is just replacing it: there is a file, though nothing can be said of it.
          found.push({ path, size: -1, modified: -1 });
        },
      );
      files.push(stat);
    }
  }
  await Promise.all(files);
  return found;
}

async function read(top: FileSystemDirectoryHandle, path: string): Promise<FolderText | undefined> {
  const file = await unlessMissing(async () => {
    const folder = await folderOf(top, path, false);
    return await (await folder.getFileHandle(nameOf(path))).getFile();
  });
  // The folder itself may be what is missing.
  if (!file) return void (await top.entries().next());
  const text = decodeText(new Uint8Array(await file.arrayBuffer()));
  return { path, text, size: file.size, modified: file.lastModified };
}

async function unlessMissing<T>(look: () => Promise<T>): Promise<T | undefined> {
  try {
    return await look();
  } catch (error) {
    if (isNotFound(error)) return undefined;
    throw error;
  }
}

function isNotFound(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'NotFoundError';
}

async function replace(file: FileSystemFileHandle, text: string): Promise<void> {
  const stream = await file.createWritable();
  try {
    await stream.write(text);
  } catch (error) {
    await stream.abort();
    throw error;
  }
  await stream.close();
}

async function folderOf(
  top: FileSystemDirectoryHandle,
  path: string,
  create: boolean,
): Promise<FileSystemDirectoryHandle> {
  let folder = top;
  for (const name of path.split('/').slice(0, -1)) {
    folder = await folder.getDirectoryHandle(name, { create });
  }
  return folder;
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function withoutText({ path, size, modified }: FolderText): FolderEntry {
  return { path, size, modified };
}

/** The name, or the next with a number that the folder does not have. */
async function freeName(folder: FileSystemDirectoryHandle, name: string): Promise<string> {
  for (let n = 1; ; n += 1) {
    const next = n === 1 ? name : name.replace(/(\.[^.]*)?$/, `-${n}$1`);
    if (!(await unlessMissing(() => folder.getFileHandle(next)))) return next;
  }
}
