/** Runs the `run` of a TypeScript file, once everything is installed: `node test/bench/load.mjs FILE.ts ARGS`. */
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';

const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');
const [file, ...args] = process.argv.slice(2);
const server = await createServer({
  configFile: false,
  root,
  logLevel: 'error',
  resolve: { alias: { '@': root } },
  server: { middlewareMode: true, hmr: false, ws: false, watch: null },
  optimizeDeps: { noDiscovery: true, include: [] },
});
try {
  const bench = await server.ssrLoadModule(resolve(file));
  await bench.run(args);
} finally {
  await server.close();
}
