/** Whole pages for the speed bench: of mixed length as they are, and of a given length, joined. */
import { readQueries } from './match-data';
import { seeded } from './seeded';

const tasks = ['t1a', 't1b', 't1c', 't5c', 't6'];

/** So many values in a seeded order; all of them for as many or more. */
export function sampled<T>(values: readonly T[], count: number): T[] {
  const random = seeded(5);
  return values
    .map((value) => ({ value, at: random() }))
    .sort((a, b) => a.at - b.at)
    .slice(0, count)
    .map(({ value }) => value);
}

/** Every page of the development tasks, in a seeded order. */
export function readPages(folder: string): string[] {
  const texts = tasks.flatMap((task) => readQueries(folder, task).map(({ text }) => text));
  return sampled(texts, texts.length);
}

const wordsIn = (text: string) => text.split(/\s+/).length;

/** So many pages whose lengths are spread as those of all: evenly from shortest to longest. */
export function spread(pages: readonly string[], count: number): string[] {
  if (count >= pages.length) return [...pages];
  const byLength = [...pages].sort((a, b) => wordsIn(a) - wordsIn(b));
  return Array.from(
    { length: count },
    (_, at) => byLength[Math.floor(((at + 0.5) / count) * byLength.length)] ?? '',
  );
}

/** So many pages of exactly so many words, joined from pages and cut. */
export function pagesOfLength(pages: readonly string[], words: number, count: number): string[] {
  let next = 0;
  return Array.from({ length: count }, () => {
    // Line ends stay, as they part a page into passages.
    const parts: string[] = [];
    while (parts.length / 2 < words) {
      const page = pages[next % pages.length] ?? '';
      next += 1;
      parts.push(...page.trim().split(/(\s+)/), '\n');
    }
    return parts.slice(0, words * 2).join('');
  });
}
