/**
 * Finds an installed browser that can load an unpacked extension. Runs before anything is
 * installed, so it uses Node's own modules only.
 */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Chromium, Edge and Brave come before Chrome, which since version 137 ignores --load-extension. */
const linuxNames = [
  'chromium',
  'chromium-browser',
  'microsoft-edge-stable',
  'microsoft-edge',
  'brave-browser',
  'brave',
  'google-chrome-stable',
  'google-chrome',
];

const macApplications = [
  'Chromium.app/Contents/MacOS/Chromium',
  'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'Brave Browser.app/Contents/MacOS/Brave Browser',
  'Google Chrome.app/Contents/MacOS/Google Chrome',
];

const windowsPrograms = [
  'Chromium\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
  'BraveSoftware\\Brave-Browser\\Application\\brave.exe',
  'Google\\Chrome\\Application\\chrome.exe',
];

/** The path of the first browser found, or undefined. `COUNTERPOINT_BROWSER` overrides the search. */
export function findBrowser(env = process.env, platform = process.platform) {
  if (env.COUNTERPOINT_BROWSER) return env.COUNTERPOINT_BROWSER;
  return candidates(env, platform).find((path) => existsSync(path));
}

function candidates(env, platform) {
  if (platform === 'darwin') {
    const folders = ['/Applications', join(env.HOME ?? '', 'Applications')];
    return folders.flatMap((folder) => macApplications.map((name) => join(folder, name)));
  }
  if (platform === 'win32') {
    const folders = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(Boolean);
    return folders.flatMap((folder) => windowsPrograms.map((name) => join(folder, name)));
  }
  const folders = (env.PATH ?? '').split(delimiter).filter(Boolean);
  return linuxNames.flatMap((name) => folders.map((folder) => join(folder, name)));
}

/** Chromium refuses its sandbox to root, and root is what a container runs as. */
export const rootFlags = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

/** Keeps an automated browser from calling home and from asking about itself. */
export const chromiumFlags = [
  ...rootFlags,
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
