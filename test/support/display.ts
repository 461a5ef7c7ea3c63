/** A virtual display with a window manager, for what only a display can show. */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Locator } from 'playwright-core';
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
  /** Right-clicks `target` and takes the entry that stands `fromBottom` places up in the menu. */
  chooseFromMenu(target: Locator, fromBottom: number): Promise<void>;
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

  const key = (...keys: string[]) => {
    xdotool('key', '--clearmodifiers', ...keys);
  };
  const windows = () => list(() => xdotool('search', '--onlyvisible', '--name', '.*')).length;

  return {
    env,
    args: ['--window-size=1200,800', '--window-position=0,0'],
    xdotool,
    async focusBrowser() {
      const window = await until('the browser window', () =>
        list(() => xdotool('search', '--onlyvisible', '--class', 'chromium')).at(-1),
      );
      xdotool('windowactivate', '--sync', window);
    },
    key,
    async chooseFromMenu(target, fromBottom) {
      const { x, y } = await onScreen(target);
      const before = windows();
      xdotool('mousemove', String(x), String(y), 'click', '3');
      await until('the menu', () => windows() > before);
      // A menu that has only just opened misses keys that come faster than a person's: it may miss
      // some that lead to the last entry, as long as one of them arrives.
      const ends = Array.from({ length: 6 }, () => 'End');
      const ups = Array.from({ length: fromBottom - 1 }, () => 'Up');
      xdotool('key', '--delay', '150', ...ends, ...ups, 'Return');
    },
    async close() {
      await end(manager);
      await end(server);
    },
  };
}

/** The lines xdotool printed; none when it found nothing, for which it exits with 1. */
function list(run: () => string): string[] {
  try {
    return run().split('\n').filter(Boolean);
  } catch (error) {
    if ((error as { status?: number }).status === 1) return [];
    throw error;
  }
}

/** The middle of an element in pixels of the screen; the window's own frame is above and beside. */
function onScreen(target: Locator): Promise<{ x: number; y: number }> {
  return target.evaluate((element) => {
    const box = element.getBoundingClientRect();
    const edge = (outerWidth - innerWidth) / 2;
    return {
      x: Math.round(screenX + edge + box.x + Math.min(box.width / 2, 40)),
      y: Math.round(
        screenY + outerHeight - innerHeight - edge + box.y + Math.min(box.height / 2, 12),
      ),
    };
  });
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
