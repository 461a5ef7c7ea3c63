/** Where the companion runs: what the person chose, what the browser grants, and the script's registration. */
import { browser } from 'wxt/browser';
import type { CompanionReach, CompanionSites } from '../actions/companion-ports';
import { z } from '../core/z';

const storageKey = 'companion';
const scriptId = 'companion';

const chosenSchema = z.object({
  sites: z.array(z.string()).catch([]),
  excluded: z.array(z.string()).catch([]),
  button: z.boolean().catch(false),
});

type Choice = z.infer<typeof chosenSchema>;

/** What was chosen, whether or not the browser still grants it. */
async function chosen(): Promise<Choice> {
  const stored = (await browser.storage.local.get(storageKey))[storageKey];
  return chosenSchema.parse(typeof stored === 'object' && stored !== null ? stored : {});
}

/** A choice without what the browser no longer grants. */
async function grantedOf(choice: Choice): Promise<Choice> {
  const granted = await Promise.all(
    choice.sites.map((site) => browser.permissions.contains({ origins: [site] })),
  );
  return { ...choice, sites: choice.sites.filter((_, at) => granted[at]) };
}

/** A host may also have been granted for something else, such as loading a codex from it. */
const reach = async (): Promise<CompanionReach> => grantedOf(await chosen());

/** One after the other, in whichever page of ours: no change is made to what another one is changing. */
const inTurn = (work: () => Promise<void>): Promise<void> =>
  navigator.locks.request('counterpoint-companion', work);

function choose(change: (before: Choice) => Partial<Choice>): Promise<void> {
  return inTurn(async () => {
    const before = await chosen();
    await keep({ ...before, ...change(before) });
  });
}

function keep(choice: Choice): Promise<void> {
  return browser.storage.local.set({ [storageKey]: choice });
}

/**
 * Brings the registration in line with the reach. For the background alone, which no click closes, after
 * every change of the reach and when the browser or the extension has started anew.
 */
export function registerCompanion(): Promise<void> {
  return inTurn(register);
}

async function register(): Promise<void> {
  const choice = await chosen();
  const granted = await grantedOf(choice);
  const { sites, excluded } = granted;
  // What was taken back is no longer chosen: granted again, it may be for something else.
  if (sites.length < choice.sites.length) await keep(granted);
  const before = await browser.scripting.getRegisteredContentScripts({ ids: [scriptId] });
  if (sites.length === 0) {
    if (before.length > 0) await browser.scripting.unregisterContentScripts({ ids: [scriptId] });
    return;
  }
  const script = {
    id: scriptId,
    js: ['companion.js'],
    css: ['companion.css'],
    matches: [...sites],
    excludeMatches: [...excluded],
    runAt: 'document_idle' as const,
    persistAcrossSessions: true,
  };
  if (before.length > 0) await browser.scripting.updateContentScripts([script]);
  else await browser.scripting.registerContentScripts([script]);
}

export const companionSites: CompanionSites = {
  reach,

  async allow(pattern) {
    // Nothing may be waited for before: the click would be forgotten.
    if (!(await browser.permissions.request({ origins: [pattern] }))) return false;
    await choose(({ sites, excluded }) => ({
      sites: [...new Set([...sites, pattern])],
      excluded: excluded.filter((each) => each !== pattern),
    }));
    return true;
  },

  async disallow(pattern) {
    // Both at once: the page may be closed as soon as it shows that the site is gone.
    await Promise.all([
      browser.permissions.remove({ origins: [pattern] }),
      choose(({ sites }) => ({ sites: sites.filter((each) => each !== pattern) })),
    ]);
  },

  exclude: (pattern) =>
    choose(({ excluded }) => ({ excluded: [...new Set([...excluded, pattern])] })),
  include: (pattern) =>
    choose(({ excluded }) => ({ excluded: excluded.filter((each) => each !== pattern) })),
  setButton: (on) => choose(() => ({ button: on })),

  watch(changed) {
    const stored = (changes: Record<string, unknown>) => {
      if (storageKey in changes) changed();
    };
    browser.storage.local.onChanged.addListener(stored);
    browser.permissions.onAdded.addListener(changed);
    browser.permissions.onRemoved.addListener(changed);
    return () => {
      browser.storage.local.onChanged.removeListener(stored);
      browser.permissions.onAdded.removeListener(changed);
      browser.permissions.onRemoved.removeListener(changed);
    };
  },
};
