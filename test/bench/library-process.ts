/** Starts a library in a process of its own, so that heaps and compiled code are not shared. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import type { Commands } from './library-child';

const root = fileURLToPath(new URL('../..', import.meta.url));
const outDir = join(root, '.output', 'bench');

/**
 * Bundles the child as the extension is bundled, libraries left outside: the server that runs benches
 * puts a look-up into every call between modules, which our engine alone would pay for.
 */
export async function bundleChild(): Promise<string> {
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    build: {
      ssr: 'test/bench/library-child.ts',
      outDir,
      emptyOutDir: true,
      target: 'node22',
      rollupOptions: { output: { entryFileNames: '[name].mjs', chunkFileNames: '[name].mjs' } },
    },
  });
  return join(outDir, 'library-child.mjs');
}

interface Answered {
  readonly value?: unknown;
  readonly error?: string;
}

export interface LibraryProcess {
  readonly name: string;
  readonly ask: <Name extends keyof Commands>(
    name: Name,
    ...args: Parameters<Commands[Name]>
  ) => ReturnType<Commands[Name]>;
  readonly stop: () => void;
}

const running = new Set<LibraryProcess>();

/** A library's process; `ask` rejects with what went wrong in it. Ask one thing at a time. */
export function startLibrary(child: string, name: string): LibraryProcess {
  const forked = fork(child, [name], {
    execArgv: ['--expose-gc', '--max-old-space-size=12000'],
    serialization: 'advanced',
  });
  const ended = once(forked, 'exit').then(() => ({ error: 'the process ended', value: undefined }));
  const ask = async (command: keyof Commands, ...args: readonly unknown[]): Promise<unknown> => {
    const answered = once(forked, 'message').then(([answer]) => answer as Answered);
    const call = { name: command, args };
    forked.send(call);
    const { error, value } = await Promise.race([answered, ended]);
    if (error !== undefined) throw new Error(`${name}: ${error}`);
    return value;
  };
  const started: LibraryProcess = {
    name,
    ask: ask as LibraryProcess['ask'],
    stop: () => {
      running.delete(started);
      forked.kill();
    },
  };
  running.add(started);
  return started;
}

/** Ends every process that is still there, so that a failure leaves none behind. */
export function stopLibraries(): void {
  for (const { stop } of running) stop();
}
