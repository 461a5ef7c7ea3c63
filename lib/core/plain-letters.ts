/** Letters of Latin that no form of Unicode takes apart, as who lacks them on the keyboard writes them. */
const letters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ł: 'l',
  ı: 'i',
};

/** A text in lower case with ligatures and barred letters in plain ones: "œuvre" is "oeuvre". */
export function plainLetters(lower: string): string {
  return lower.replace(/\P{ASCII}/gu, (letter) => letters[letter] ?? letter);
}
