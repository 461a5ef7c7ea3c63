/** How clips are attributed in cards that leave: a choice that is kept in the browser. */
import { browser } from 'wxt/browser';
import type { QuoteFormChoice } from '../actions/quoting-ports';
import { plainForm, type QuoteForm } from '../core/codex/quote-form';

type Choice = keyof QuoteForm;

/**
 * Each choice has a key of its own and is written without a look at what there is: two at once do not
 * meet, and a page that is closed at once has handed over what was chosen.
 */
const keyOf = (choice: Choice) => `quoteForm.${choice}`;
const keys = (Object.keys(plainForm) as Choice[]).map(keyOf);

export const quoteFormChoice: QuoteFormChoice = {
  async form() {
    const stored = await browser.storage.local.get(keys);
    const chosen = (choice: Choice): boolean => {
      const on = stored[keyOf(choice)];
      return typeof on === 'boolean' ? on : plainForm[choice];
    };
    return { link: chosen('link'), verified: chosen('verified') };
  },

  async choose(change) {
    const chosen = Object.entries(change).map(([choice, on]) => [keyOf(choice as Choice), on]);
    await browser.storage.local.set(Object.fromEntries(chosen) as Record<string, boolean>);
  },

  watch(changed) {
    const stored = (changes: Record<string, unknown>) => {
      if (keys.some((key) => key in changes)) changed();
    };
    browser.storage.local.onChanged.addListener(stored);
    return () => browser.storage.local.onChanged.removeListener(stored);
  },
};
