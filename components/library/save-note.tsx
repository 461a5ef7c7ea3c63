import { t, type MessageKey } from '@/lib/i18n';
import type { SaveState } from './use-card-edits';

const words: Readonly<Record<SaveState, MessageKey | undefined>> = {
  untouched: undefined,
  waiting: 'library_saving',
  saving: 'library_saving',
  saved: 'library_saved',
  failed: 'library_save_failed',
};

/** Whether what was typed is stored. Read out once it is, not on every key. */
export function SaveNote({ state }: { readonly state: SaveState }) {
  const word = words[state];
  const settled = state === 'saved' || state === 'failed';
  return <span role={settled ? 'status' : undefined}>{word ? t(word) : ''}</span>;
}
