/** How clips are attributed in cards that leave: a choice that is kept in the browser. */
import { browser } from 'wxt/browser';
import type { QuoteFormChoice } from '../actions/quoting-ports';
import { plainForm, type QuoteForm } from '../core/codex/quote-form';
import { z } from '../core/z';

const storageKey = 'quoteForm';

const chosenSchema = z.object({
  link: z.boolean().catch(plainForm.link),
  verified: z.boolean().catch(plainForm.verified),
});

async function form(): Promise<QuoteForm> {
  const stored = (await browser.storage.local.get(storageKey))[storageKey];
  return chosenSchema.parse(typeof stored === 'object' && stored !== null ? stored : {});
}

export const quoteFormChoice: QuoteFormChoice = {
  form,

  async choose(change) {
    await browser.storage.local.set({ [storageKey]: { ...(await form()), ...change } });
  },

  watch(changed) {
    const stored = (changes: Record<string, unknown>) => {
      if (storageKey in changes) changed();
    };
    browser.storage.local.onChanged.addListener(stored);
    return () => browser.storage.local.onChanged.removeListener(stored);
  },
};
