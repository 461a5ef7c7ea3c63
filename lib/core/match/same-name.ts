/** A name without case, accents and surplus white space. */
function foldName(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();
}

/** Whether a person the page names is a card's operator, or one of several ("A and B", "A & B"). */
export function sameName(person: string, operator: string): boolean {
  const name = foldName(person);
  if (name === '') return false;
  const folded = foldName(operator);
  return folded === name || folded.split(/ and |[,;&]/).some((part) => part.trim() === name);
}
