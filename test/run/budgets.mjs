/**
 * Weighs what `npm run build` made against its budgets. Sizes are gzip at level 9, in kB of 1000
 * bytes. A page counts with everything it loads before it can start: style sheets, scripts and
 * their static imports; what is imported on demand later does not.
 */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const built = fileURLToPath(new URL('../../.output/chrome-mv3', import.meta.url));

/** kB of 1000 bytes, gzip. */
const budgets = {
  'page-reader.js': 15,
  'page-metadata.js': 20.5,
  'page-pointer.js': 20,
  'page-highlights.js': 20,
  'page-episode.js': 20,
  // What a page with the companion and without clips gets.
  'companion.js + page-passages.js': 12,
  'toast.js': 12,
  'popup.html': 150,
  'sidepanel.html': 150,
  'matcher.js': 31.5,
  'background.js': 110,
  'library.html': 350,
};

/** The file itself and all it loads at once, as absolute paths; addresses start at `root`. */
export function loadedFiles(root, entry, seen = new Set()) {
  if (seen.has(entry)) return seen;
  seen.add(entry);
  const text = readFileSync(entry, 'utf8');
  for (const address of addresses(entry, text)) {
    const inRoot = address.startsWith('/');
    loadedFiles(root, inRoot ? join(root, address) : resolve(dirname(entry), address), seen);
  }
  return seen;
}

function addresses(path, text) {
  if (path.endsWith('.html')) {
    const tags = text.match(/<(script|link)\b[^>]*>/g) ?? [];
    return tags.flatMap((tag) => /\b(?:src|href)="([^"]+)"/.exec(tag)?.[1] ?? []);
  }
  if (!path.endsWith('.js')) return [];
  const imports =
    /(?<![\w$.])(?:import|export)\s*(?:[\w$*\s{},]+from\s*)?["'](\.{0,2}\/[^"']+)["']/g;
  return [...text.matchAll(imports)].map(([, address]) => address);
}

/** The weight of one file in bytes, as a web server would send it compressed. */
function weigh(path) {
  return gzipSync(readFileSync(path), { level: 9 }).length;
}

/** One line for each budget, and whether it is kept. */
export function checkBudgets() {
  return Object.entries(budgets).map(([name, limit]) => {
    const entries = name.split(' + ').map((entry) => join(built, entry));
    if (!entries.every((entry) => existsSync(entry))) {
      return { name, kept: false, line: `${name}: not built` };
    }
    const files = [...new Set(entries.flatMap((entry) => [...loadedFiles(built, entry)]))];
    const size = files.reduce((sum, file) => sum + weigh(file), 0) / 1000;
    const kept = size <= limit;
    const parts = files.length > 1 ? ` in ${files.length} files` : '';
    const line = `${name}: ${size.toFixed(1)} of ${limit} kB gzip${parts}${kept ? '' : ' — too big'}`;
    return { name, kept, line, files: files.map((file) => relative(built, file)) };
  });
}

/** What the match engine weighs by itself, in kB of 1000 bytes, gzip; it is part of the matcher. */
async function weighEngine() {
  const { build } = await import('vite');
  const [bundle] = [
    await build({
      configFile: false,
      root: fileURLToPath(new URL('../..', import.meta.url)),
      logLevel: 'error',
      build: { write: false, lib: { entry: 'test/run/engine.ts', formats: ['es'], fileName: 'e' } },
    }),
  ].flat();
  const code = bundle.output.map((chunk) => chunk.code ?? '').join('');
  return gzipSync(code, { level: 9 }).length / 1000;
}

const engineBudget = 25;

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const engine = await weighEngine();
  const fits = engine <= engineBudget;
  const results = [
    ...checkBudgets(),
    {
      kept: fits,
      line: `match engine alone: ${engine.toFixed(1)} of ${engineBudget} kB gzip${fits ? '' : ' — too big'}`,
    },
  ];
  for (const { line } of results) console.log(line);
  process.exitCode = results.every(({ kept }) => kept) ? 0 : 1;
}
