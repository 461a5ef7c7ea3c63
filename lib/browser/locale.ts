/** The language the browser speaks with the person. */
import { browser } from 'wxt/browser';
import { configureMessages } from '../i18n';

/** BCP 47 tag and direction, as the browser gives them to extensions. */
export function uiLanguage(): { language: string; direction: 'ltr' | 'rtl' } {
  const direction = browser.i18n.getMessage('@@bidi_dir') === 'rtl' ? 'rtl' : 'ltr';
  return { language: browser.i18n.getUILanguage(), direction };
}

/** Lets `t` and `tn` look messages up in the browser's own tables. */
export function startMessages(): void {
  configureMessages(
    (key, substitutions) => browser.i18n.getMessage(key as 'extension_name', substitutions),
    uiLanguage().language,
  );
}
