/** Which words of two texts differ, to show them side by side. */
import { align, type Run } from './three-way';

/** A stretch of one text; `differs` when the other one does not have it there. */
export interface WordRun {
  readonly text: string;
  readonly differs: boolean;
}

export interface WordDifference {
  readonly mine: readonly WordRun[];
  readonly theirs: readonly WordRun[];
}

/** Comparing more takes longer than a look at both; then all of it is told as different. */
const mostWords = 3_000;

/** Both texts cut where they begin and cease to differ; the runs of each put together are the text. */
export function diffWords(mine: string, theirs: string): WordDifference {
  const [own, there] = [wordsOf(mine), wordsOf(theirs)];
  const whole = (text: string): WordRun[] => (text === '' ? [] : [{ text, differs: true }]);
  if (own.length > mostWords || there.length > mostWords) {
    return { mine: whole(mine), theirs: whole(theirs) };
  }
  const result: { mine: WordRun[]; theirs: WordRun[] } = { mine: [], theirs: [] };
  const add = (row: WordRun[], words: readonly string[], { from, to }: Run, differs: boolean) => {
    if (to > from) row.push({ text: words.slice(from, to).join(''), differs });
  };
  for (const { kind, one, other } of align(own, there)) {
    add(result.mine, own, one, kind === 'differ');
    add(result.theirs, there, other, kind === 'differ');
  }
  return result;
}

/** Words with the space after them; space at the beginning is a word of its own. */
function wordsOf(text: string): string[] {
  return text.match(/^\s+|\S+\s*/g) ?? [];
}
