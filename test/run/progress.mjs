/**
 * Runs a command and shows that it is alive. Used before anything is installed, so it uses Node's
 * own modules only.
 */
import { spawn } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';

const quietSeconds = 2;
const lineSeconds = 5;

/**
 * Runs `command` with `args` (no shell, so paths may hold spaces) and resolves to
 * `{ code, output, seconds }`, whatever the exit code. On a terminal one line counts the seconds;
 * elsewhere a line every five seconds says what is going on. `inherit: true` lets the command
 * write for itself. `onOutput` is called with every piece of text it writes.
 */
export async function runWithProgress(label, command, args, options = {}) {
  const { inherit = false, quiet = false, onOutput, ...spawnOptions } = options;
  const started = performance.now();
  const seconds = () => (performance.now() - started) / 1000;
  let output = '';
  const child = spawn(command, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    ...spawnOptions,
  });
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text) => {
      output += text;
      onOutput?.(text);
      if (inherit) process.stdout.write(text);
    });
  }
  const stopTicking = inherit || quiet ? () => undefined : tick(label, seconds);
  const code = await new Promise((resolve) => {
    child.on('error', (error) => {
      output += `${error.message}\n`;
      resolve(127);
    });
    child.on('close', (exitCode, signal) => resolve(exitCode ?? `ended by ${signal}`));
  });
  stopTicking(code === 0);
  return { code, output, seconds: seconds() };
}

/**
 * Says every few seconds that `label` still runs. Returns the function that ends it, which leaves
 * one closing line if anything was shown.
 */
export function tick(label, seconds) {
  const ending = new AbortController();
  const terminal = process.stdout.isTTY;
  let shown = false;
  const show = () => {
    shown = true;
    const text = `  ${label} … ${Math.round(seconds())} s`;
    process.stdout.write(terminal ? `\r${text}` : `${text}\n`);
  };
  void (async () => {
    for (let wait = quietSeconds; ; wait = terminal ? 1 : lineSeconds) {
      try {
        await delay(wait * 1000, undefined, { signal: ending.signal, ref: false });
      } catch {
        return;
      }
      show();
    }
  })();
  return (succeeded) => {
    ending.abort();
    if (!shown) return;
    const text = `  ${label} ${succeeded ? 'done' : 'failed'} after ${seconds().toFixed(1)} s`;
    process.stdout.write(`${terminal ? '\r' : ''}${text}\n`);
  };
}

/** The last `count` lines of a command's output: what to show when it failed. */
export function lastLines(output, count = 30) {
  return output.trimEnd().split('\n').slice(-count).join('\n');
}
