import { applyPatch, isEmptyPatch, type CardPatch } from '@/components/library/card-patch';
import { editCard } from '@/lib/actions/edit-card';
import { ports } from '@/lib/wire';

/**
 * What a person typed and the database has not confirmed yet. A page that is being closed cannot
 * wait for a database; local storage takes the words before the page is gone, and the next library
 * page puts them where they belong.
 */
type Unsaved =
  | { readonly kind: 'card'; readonly key: string; readonly patch: CardPatch }
  | { readonly kind: 'note'; readonly clipId: string; readonly note: string };

const prefix = 'library-unsaved ';

/** Keeps a card's unconfirmed edits; an empty patch forgets them. */
export function keepCardEdits(key: string, patch: CardPatch): void {
  if (isEmptyPatch(patch)) localStorage.removeItem(`${prefix}card ${key}`);
  else put(`card ${key}`, { kind: 'card', key, patch });
}

/** Writes a note to the store, kept until the store has confirmed it. */
export async function saveNote(clipId: string, note: string) {
  put(`note ${clipId}`, { kind: 'note', clipId, note });
  const saved = await ports.store.setNote(clipId, note);
  if (saved.ok) localStorage.removeItem(`${prefix}note ${clipId}`);
  return saved;
}

/** Writes everything that an earlier page could not; what fails again stays for the next time. */
export async function replayUnsaved(): Promise<void> {
  for (const name of Object.keys(localStorage).filter((each) => each.startsWith(prefix))) {
    const text = localStorage.getItem(name);
    if (text === null) continue;
    const unsaved = JSON.parse(text) as Unsaved;
    const saved =
      unsaved.kind === 'card'
        ? await editCard(ports, unsaved.key, (card) => applyPatch(card, unsaved.patch))
        : await ports.store.setNote(unsaved.clipId, unsaved.note);
    // Another page may have put newer words there meanwhile.
    if (saved.ok && localStorage.getItem(name) === text) localStorage.removeItem(name);
  }
}

function put(name: string, unsaved: Unsaved): void {
  try {
    localStorage.setItem(prefix + name, JSON.stringify(unsaved));
  } catch (error) {
    // Full: this net is gone, but the write to the database that follows is still made.
    if (!(error instanceof DOMException) || error.name !== 'QuotaExceededError') throw error;
  }
}
