/** The folder port over Node's file system, to meet real Git in tests. */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Folder, FolderText } from '../../lib/actions/folder-ports.ts';
import { ok } from '../../lib/core/result.ts';
import type { PlainFiles } from './folder-world.ts';

export function nodeFolder(top: string): Folder {
  const read = (path: string): FolderText | undefined => {
    const full = join(top, path);
    if (!existsSync(full)) return undefined;
    const { size, mtimeMs } = statSync(full);
    return { path, size, modified: mtimeMs, text: readFileSync(full, 'utf8') };
  };
  return {
    name: basename(top),
    access: async () => 'granted',
    askAccess: async () => 'granted',
    list: async () =>
      ok(
        pathsIn(top)
          .filter((path) => !/(^|\/)\./.test(path) && /\.md$|(^|\/)INDEX\.json$/i.test(path))
          .flatMap((path) => read(path) ?? []),
      ),
    read: async (path) => ok(read(path)),
    async write(path, expected, text) {
      const there = read(path);
      if (there?.text === text) return ok(there);
      if (there?.text !== expected) return ok('changed');
      mkdirSync(dirname(join(top, path)), { recursive: true });
      writeFileSync(join(top, `${path}.part`), text);
      renameSync(join(top, `${path}.part`), join(top, path));
      return ok(read(path) ?? 'changed');
    },
    async moveToTrash(path, expected) {
      const there = read(path);
      if (there === undefined) return ok('moved');
      if (there.text !== expected) return ok('changed');
      mkdirSync(join(top, '.trash'), { recursive: true });
      let to = `.trash/${basename(path)}`;
      for (let n = 2; existsSync(join(top, to)); n += 1) {
        to = `.trash/${basename(path, '.md')}-${n}.md`;
      }
      renameSync(join(top, path), join(top, to));
      return ok('moved');
    },
  };
}

export function nodeFiles(top: string): PlainFiles {
  return {
    async put(path, text) {
      mkdirSync(dirname(join(top, path)), { recursive: true });
      writeFileSync(join(top, path), text);
    },
    get: async (path) =>
      existsSync(join(top, path)) ? readFileSync(join(top, path), 'utf8') : undefined,
    remove: async (path) => rmSync(join(top, path)),
    paths: async () => pathsIn(top).sort(),
  };
}

function pathsIn(top: string): string[] {
  return readdirSync(top, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(top.length + 1));
}
