/** Looks messages up in the English file, as the browser does in the extension. */
import messages from '../../public/_locales/en/messages.json' with { type: 'json' };
import { configureMessages } from '../../lib/i18n.ts';

interface Entry {
  message: string;
  placeholders?: Record<string, { content: string }>;
}

export function useEnglishMessages(): void {
  const entries: Record<string, Entry> = messages;
  configureMessages((key, substitutions) => {
    const entry = entries[key];
    if (!entry) throw new Error(`no message ${key}`);
    return entry.message.replace(/\$(\d)/g, (_, n) => substitutions[Number(n) - 1] ?? '');
  }, 'en');
}
