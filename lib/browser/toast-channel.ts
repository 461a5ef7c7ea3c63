/** The toast's end of its channel to the background: one question, one answer. */
import { browser } from 'wxt/browser';
import type { ToastAction, ToastAnswer } from '../core/insight/toast';

/** Asks the background, which wakes for the message; rejects when the extension is gone. */
export function askBackground(action: ToastAction): Promise<ToastAnswer> {
  return browser.runtime.sendMessage(action);
}
