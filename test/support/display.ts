/** A virtual display with a window manager, for what only a display can show. */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { until } from './until.ts';

const tools = ['Xvfb', 'xdotool', 'openbox'];

/** Why there can be no virtual display here, in words; undefined when there can be one. */
export function displayMissing(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const missing = tools.filter((tool) => !folders.some((each) => existsSync(join(each, tool))));
  return missing.length > 0 ? `no virtual display: ${missing.join(', ')} not found` : undefined;
}

export interface Display {
  /** For `launchExtension({ headless: false, env, args })`. */
  readonly env: Readonly<Record<string, string>>;
  readonly args: readonly string[];
  /** Runs xdotool on this display; gives what it printed. */
  xdotool(...args: string[]): string;
  /** Gives the browser's window the keyboard. */
  focusBrowser(): Promise<void>;
  /** Presses keys as a person does, for example `alt+shift+s`. */
  key(...keys: string[]): void;
  close(): Promise<void>;
}

/** Starts Xvfb on a free display number, and openbox on it so that windows get the keyboard. */
export async function startDisplay(): Promise<Display> {
  const server = spawn(
    'Xvfb',
    ['-displayfd', '3', '-screen', '0', '1366x900x24', '-nolisten', 'tcp'],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] },
  );
  const number = await new Promise<string>((resolve, reject) => {
    let text = '';
    server.on('error', reject);
    server.on('exit', (code) => reject(new Error(`Xvfb ended with ${code}`)));
    server.stdio[3]?.on('data', (part: Buffer) => {
      text += part.toString();
      if (text.endsWith('\n')) resolve(text.trim());
    });
  });
  const env = { DISPLAY: `:${number}` };
  const allEnv = { ...process.env, ...env };
  const manager = spawn('openbox', [], { stdio: 'ignore', env: allEnv });
  const xdotool = (...args: string[]) =>
    execFileSync('xdotool', args, { env: allEnv, encoding: 'utf8', stdio: 'pipe' }).trim();

  return {
    env,
    args: ['--window-size=1200,800', '--window-position=0,0'],
    xdotool,
    async focusBrowser() {
      const window = await until('the browser window', () => visibleWindow(xdotool));
      xdotool('windowactivate', '--sync', window);
    },
    key: (...keys) => {
      xdotool('key', '--clearmodifiers', ...keys);
    },
    async close() {
      await end(manager);
      await end(server);
    },
  };
}

function visibleWindow(xdotool: Display['xdotool']): string | undefined {
  try {
    return xdotool('search', '--onlyvisible', '--class', 'chromium').split('\n').at(-1);
  } catch (error) {
    // xdotool exits with 1 when it finds no window, which is all that is expected here.
    if ((error as { status?: number }).status === 1) return undefined;
    throw error;
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => {
    child.once('exit', resolve);
  });
  child.removeAllListeners('error');
  child.kill('SIGTERM');
  await ended;
}
