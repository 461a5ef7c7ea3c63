import { spawn } from 'node:child_process';

/**
 * Hands the terminal over to a command; gives its exit code. `node` is the Node of package.json
 * where npm has put it on the path.
 */
export function handOver(command, args, options = {}) {
  const child = spawn(command, args, { stdio: 'inherit', ...options });
  // The terminal sends Ctrl-C to the child as well; it closes its browser and ends by itself.
  process.on('SIGINT', () => undefined);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => resolve(code ?? 1));
  });
}
