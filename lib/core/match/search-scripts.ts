/**
 * Scripts that are written without spaces. Where their words begin and end is a guess that depends on
 * what stands around them, so they are searched as runs of characters.
 */
import { fold } from './known-words';

const scripts = ['Han', 'Hiragana', 'Katakana', 'Thai', 'Lao', 'Khmer', 'Myanmar'];
const unspaced = String.raw`(?=[\p{L}\p{M}])[${scripts.map((name) => `\\p{scx=${name}}`).join('')}]`;
const runPattern = new RegExp(`(?:${unspaced})+`, 'gu');
const holdsRun = new RegExp(unspaced, 'u');

/** Whether a word holds anything of a script without spaces. */
export function isUnspaced(word: string): boolean {
  return holdsRun.test(word);
}

/** A text cut into runs of scripts without spaces (folded) and what stands between them. */
export function cutRuns(text: string): { readonly runs: string[]; readonly between: string[] } {
  const runs = (text.match(runPattern) ?? []).map(fold);
  return { runs, between: text.split(runPattern).filter((piece) => piece.trim() !== '') };
}
