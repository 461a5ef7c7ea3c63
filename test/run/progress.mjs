/**
 * Runs a command and shows that it is alive. Used before anything is installed, so it uses Node's
 * own modules only.
 */
import { spawn } from 'node:child_process';

const quietSeconds = 2;
const silentSeconds = 5;

/**
 * Runs `command` with `args` (no shell, so paths may hold spaces) and resolves to
 * `{ code, output, seconds }`, whatever the exit code; a command that is not there gives 127. With
 * `passOn` the command's output is shown as it comes. After two seconds without anything to see a
 * line says what is running: on a terminal it counts the seconds, elsewhere it comes every five.
 */
export async function runWithProgress(label, command, args, options = {}) {
  const { passOn = false, ...spawnOptions } = options;
  const started = performance.now();
  const seconds = () => (performance.now() - started) / 1000;
  const ticker = startTicker(label, seconds, {
    inPlace: process.stdout.isTTY && !passOn,
    wait: passOn ? silentSeconds : quietSeconds,
  });
  let output = '';
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...spawnOptions });
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      output += text;
      if (!passOn) return;
      ticker.somethingShown();
      process.stdout.write(text);
    });
  }
  const code = await new Promise((resolve) => {
    child.on('error', (error) => {
      output += `${error.message}\n`;
      resolve(127);
    });
    child.on('close', (exitCode, signal) => resolve(exitCode ?? `ended by ${signal}`));
  });
  ticker.stop();
  return { code, output, seconds: seconds() };
}

/**
 * Shows after `wait` seconds of silence, and then every five, that `label` still runs; with
 * `inPlace` one line counts every second instead. Call `somethingShown` when there was other output.
 */
export function startTicker(label, seconds, { inPlace, wait }) {
  let lastShown = performance.now();
  let patience = wait;
  let open = false;
  const timer = setInterval(() => {
    if (performance.now() - lastShown < patience * 1000) return;
    patience = inPlace ? 1 : silentSeconds;
    lastShown = performance.now();
    open = inPlace;
    const text = `  ${label} … ${Math.round(seconds())} s`;
    process.stdout.write(inPlace ? `\r${text}` : `${text}\n`);
  }, 500);
  return {
    somethingShown() {
      lastShown = performance.now();
      patience = wait;
    },
    stop() {
      clearInterval(timer);
      if (open) process.stdout.write('\r\u001B[2K');
    },
  };
}

/** The first and the last lines of a command's output: what to show when it failed. */
export function someLines(output, first = 15, last = 40) {
  const lines = output.trimEnd().split('\n');
  const left = lines.length - first - last;
  if (left <= 1) return lines.join('\n');
  return [...lines.slice(0, first), `… ${left} lines more …`, ...lines.slice(-last)].join('\n');
}
