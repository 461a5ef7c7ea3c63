/** A selector of the elements whose class has one of some words in it, in whatever case. */
export function withClass(words: string): string {
  return words
    .split(' ')
    .map((word) => `[class*="${word}" i]`)
    .join();
}
