import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

interface SourceMap {
  readonly sources: readonly string[];
  readonly sourcesContent: readonly (string | null)[];
}

const packed = 'build/scripts/annotator.bundle.js.map';
const own = 'app:///src/annotator/anchoring/';
const search = 'app:///node_modules/approx-string-match/build/src/index.js';

/**
 * Writes the anchoring sources of the Hypothesis client, as its package's source map holds them, to
 * a folder and gives the path of a module there that exports its `describe` and `anchor`. The
 * package has no entry point for them. Nothing of it is kept in the project.
 */
export function hypothesisModule(folder: string): string {
  const require = createRequire(import.meta.url);
  const root = dirname(require.resolve('hypothesis/package.json'));
  const map = JSON.parse(readFileSync(join(root, packed), 'utf8')) as SourceMap;
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  map.sources.forEach((source, number) => {
    const text = map.sourcesContent[number];
    if (!text) return;
    if (source.startsWith(own)) write(`src/annotator/anchoring/${source.slice(own.length)}`, text);
    if (source === search) write('node_modules/approx-string-match/index.js', text);
  });
  write('adapter.ts', "export { anchor, describe } from './src/annotator/anchoring/html';\n");
  return join(folder, 'adapter.ts');
}
