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

/** What was chosen, whether or not the browser still grants it. */
async function chosen(): Promise<z.infer<typeof chosenSchema>> {
  const stored = (await browser.storage.local.get(storageKey))[storageKey];
  return chosenSchema.parse(typeof stored === 'object' && stored !== null ? stored : {});
}

/** A host may also have been granted for something else, such as loading a codex from it. */
async function reach(): Promise<CompanionReach> {
  const choice = await chosen();
  const granted = await Promise.all(
    choice.sites.map((site) => browser.permissions.contains({ origins: [site] })),
  );
  return { ...choice, sites: choice.sites.filter((_, at) => granted[at]) };
}

async function choose(change: Partial<CompanionReach>): Promise<void> {
  await browser.storage.local.set({ [storageKey]: { ...(await chosen()), ...change } });
  await registerCompanion();
}

/**
 * Brings the registration in line with the reach. To be called when the browser or the extension has
 * started anew and when a permission came or went: people take them back in the browser's own pages.
 */
export async function registerCompanion(): Promise<void> {
  const { sites, excluded } = await reach();
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
    const { sites, excluded } = await chosen();
    await choose({
      sites: [...new Set([...sites, pattern])],
      excluded: excluded.filter((each) => each !== pattern),
    });
    return true;
  },

  async disallow(pattern) {
    const { sites } = await chosen();
    await choose({ sites: sites.filter((each) => each !== pattern) });
    await browser.permissions.remove({ origins: [pattern] });
  },

  exclude: (patterns) => choose({ excluded: [...new Set(patterns)] }),
  setButton: (on) => choose({ button: on }),

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
