/**
 * `npm start`: sets up what is missing, builds, and opens a browser with the extension, a sample
 * library and sample pages. With no display, or with `npm start -- --tour`, the same is shown as a
 * tour without a window.
 */
import { handOver } from './hand-over.mjs';
import { runWithProgress, someLines } from './progress.mjs';
import { npm, orSayWhatIsMissing, root, setUp, SetupError } from './setup.mjs';

const hasDisplay =
  process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

async function main(args) {
  await setUp();
  const [command, buildArgs] = npm(['run', '-s', 'build']);
  const shell = process.platform === 'win32' && command === 'npm';
  const built = await runWithProgress('build', command, buildArgs, { cwd: root, shell });
  if (built.code !== 0) throw new SetupError(`${someLines(built.output)}\nThe build failed.`);
  const tour = args.includes('--tour');
  if (!tour && !hasDisplay) console.log('There is no display here, so this is the tour instead.');
  return runScript(tour || !hasDisplay ? 'tour' : 'sample');
}

/** Hands the terminal over to a script of package.json; gives its exit code. */
function runScript(name) {
  const [command, args] = npm(['run', '-s', name]);
  const shell = process.platform === 'win32' && command === 'npm';
  return handOver(command, args, { cwd: root, shell });
}

await orSayWhatIsMissing(() => main(process.argv.slice(2)));
