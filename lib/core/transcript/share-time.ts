import type { TranscriptCue } from './transcript';

/** A voice in a caption, and what parts it from the voice before. */
export interface Part {
  readonly text: string;
  readonly speaker?: string;
  readonly language?: string;
  readonly joint?: '' | ' ' | '\n';
}

/**
 * Gives each voice of a caption its share of the caption's time, by its letters. The first begins
 * and the last ends with the caption. Times in seconds.
 */
export function shareTime(
  { start, end }: Pick<TranscriptCue, 'start' | 'end'>,
  parts: readonly Part[],
): TranscriptCue[] {
  const letters = parts.reduce((sum, { text }) => sum + text.length, 0);
  const length = start === undefined || end === undefined ? 0 : Math.max(0, end - start);
  let before = 0;
  return parts.map((part, at) => {
    const from = letters === 0 ? 0 : before / letters;
    before += part.text.length;
    const to = letters === 0 ? 1 : before / letters;
    const last = at === parts.length - 1;
    return {
      ...(start !== undefined && { start: start + length * from }),
      ...(end !== undefined && { end: last || start === undefined ? end : start + length * to }),
      ...part,
    };
  });
}
