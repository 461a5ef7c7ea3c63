/**
 * What a person typed and the database has not confirmed yet, in local storage: it takes the words
 * before a page that is being closed is gone, which a database does not.
 */
import type { KeptField } from '../components/library/kept-field';

/** The words typed on one card or one clip's note. */
export interface UnsavedSlot {
  readonly kind: 'card' | 'note';
  /** The insight's key, or the clip's id. */
  readonly id: string;
  readonly fields: readonly KeptField[];
}

const prefix = 'library-unsaved ';

/** The lock that a page holds for as long as its slots are its own. */
export function lockOf(tab: string): string {
  return prefix + tab;
}

/** The name of a page's slot in local storage; `tab` is the page's own name, without a space. */
export function slotName(tab: string, slot: number): string {
  return `${prefix}${tab} ${slot}`;
}

/** Which page a slot belongs to; undefined where the name is not a slot's. */
export function tabOfSlot(name: string): string | undefined {
  return name.startsWith(prefix) ? name.slice(prefix.length).split(' ')[0] : undefined;
}

export function readSlot(name: string): UnsavedSlot | undefined {
  const text = localStorage.getItem(name);
  if (text === null) return undefined;
  const slot = JSON.parse(text) as Partial<UnsavedSlot>;
  return slot.fields ? (slot as UnsavedSlot) : undefined;
}

export function putSlot(name: string, slot: UnsavedSlot): void {
  putText(name, JSON.stringify(slot));
}

/** Puts a text into local storage, if there is room. */
export function putText(name: string, text: string): void {
  try {
    localStorage.setItem(name, text);
  } catch (error) {
    // Full: this net is gone, but the write to the database that follows is still made.
    if (!(error instanceof DOMException) || error.name !== 'QuotaExceededError') throw error;
  }
}
