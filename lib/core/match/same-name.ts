import { fold } from './known-words';

/** A name without case, accents and surplus white space. */
function foldName(name: string): string {
  return fold(name).replace(/\s+/g, ' ').trim();
}

/** Whether a person the page names is a card's operator, or one of several ("A and B", "A & B"). */
export function sameName(person: string, operator: string): boolean {
  const name = foldName(person);
  if (name === '') return false;
  const folded = foldName(operator);
  return folded === name || folded.split(/ and |[,;&]/).some((part) => part.trim() === name);
}
