/** The toolbar button: its popup, and the mark that asks for a click. */
import { browser } from 'wxt/browser';

/** Opens the popup where the browser allows it, to say there what cannot be said in the page. */
export async function openPopup(): Promise<void> {
  try {
    await browser.action.openPopup();
  } catch {
    // No window in front, or an older browser: a mark on the button asks for the click instead.
    await browser.action.setBadgeText({ text: '!' });
  }
}

/** Takes the mark off the button: the person has seen the popup, or has clipped since. */
export async function clearMark(): Promise<void> {
  await browser.action.setBadgeText({ text: '' });
}
