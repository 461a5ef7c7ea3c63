import { formOfType } from './sniff-form';
import type { Transcript } from './transcript';

/** In letters: an episode is longer, and a page that says that it has nothing is shorter. */
const fewest = 400;

/**
 * Whether what a host gave for a transcript of that type is one. Times or names make it one. Without
 * them it is words alone: it must have been said to be a page or plain text, and be of some length,
 * for a page that asks to sign in, or is sorry, is words too.
 */
export function looksSpoken({ cues, origin }: Transcript, type: string): boolean {
  if (cues.some(({ start, speaker }) => start !== undefined || speaker !== undefined)) return true;
  const declared = formOfType(type);
  const isPage = origin.form === 'html' || origin.form === 'text';
  if (isPage && declared !== undefined && declared !== 'html' && declared !== 'text') return false;
  return cues.reduce((letters, { text }) => letters + text.length, 0) >= fewest;
}
