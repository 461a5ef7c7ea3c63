/** A transcript as a page that can be matched with insights, and the way back from its passages to the cues. */
import type { PageSnapshot, Passage } from '../source/snapshot';
import type { Transcript } from './transcript';

export interface SpokenPage {
  readonly snapshot: PageSnapshot;
  /** The first cue that a place in the snapshot's text belongs to. */
  readonly cueOf: (start: number) => number;
}

/** Letters of a passage, about a paragraph: one voice's, where voices are named. */
const paragraph = 600;

/** The page of the snapshot with what is said in place of what is written. Linear. */
export function spokenPage(
  { url, metadata }: Pick<PageSnapshot, 'url' | 'metadata'>,
  { cues }: Pick<Transcript, 'cues'>,
): SpokenPage {
  const passages: Passage[] = [];
  const starts: number[] = [];
  /** What is said, a passage each; cut out of the whole text each would keep a copy of it. */
  const parts: string[] = [];
  let part = '';
  let begin = 0;
  const close = () => {
    const said = part.trimEnd();
    if (said !== '') passages.push({ text: said, start: begin, end: begin + said.length });
    parts.push(part);
  };
  for (const [at, cue] of cues.entries()) {
    const changes = at > 0 && cue.speaker !== cues[at - 1]?.speaker;
    if (changes || part.length > paragraph) {
      close();
      begin += part.length + 1;
      part = '';
    }
    starts.push(begin + part.length);
    part += `${cue.text.replace(/\s+/g, ' ').trim()} `;
  }
  close();
  const text = parts.join('\n');
  return {
    snapshot: { url, metadata, text, passages },
    cueOf: (start) =>
      Math.max(
        0,
        starts.findLastIndex((from) => from <= start),
      ),
  };
}
