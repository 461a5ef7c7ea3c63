/** Names that stand in the text of cues become the speakers of those cues. */
import { shareTime, type Part } from './share-time';
import { beginsTurn, labelAt, type SpeakerLabel } from './speaker-label';
import type { TranscriptCue } from './transcript';

/** In a shorter transcript a name need not come twice. */
const few = 12;
/** Where more of the cues than this name their speaker, one that names nobody means nobody. */
const nearlyAll = 0.9;
const bracketed = /\[[^[\]]*\]|\([^()]*\)/g;

interface Line {
  readonly text: string;
  readonly label: SpeakerLabel | undefined;
}

/**
 * Takes `Name:` from the beginning of cues and lines and makes it their speaker, and the speaker of
 * the cues that follow without a name. What looks like a name but comes once in a long transcript is
 * left in the text, unless it is of several words and others were found. Cues that have a speaker
 * stay as they are.
 */
export function labelSpeakers(cues: readonly TranscriptCue[]): readonly TranscriptCue[] {
  const read = cues.map((cue) => (cue.speaker === undefined ? linesOf(cue.text) : []));
  const names = knownNames(read, cues.length);
  if (names.size === 0) return cues;
  const labelled = cues.flatMap((cue, at) => {
    const lines = read[at] ?? [];
    if (!lines.some(({ label }) => label && names.has(label.name))) return [cue];
    return partsOf(cue, lines, names);
  });
  return carrySpeakers(labelled, true);
}

function linesOf(text: string): Line[] {
  return text.split('\n').map((line) => ({ text: line, label: labelAt(line) }));
}

function knownNames(read: readonly (readonly Line[])[], cues: number): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const { label } of read.flat()) {
    if (label) counts.set(label.name, (counts.get(label.name) ?? 0) + 1);
  }
  if (cues < few) return new Set(counts.keys());
  const often = [...counts].filter(([, count]) => count > 1).map(([name]) => name);
  const others = often.length > 0 ? [...counts.keys()].filter((name) => /[ _\d]/.test(name)) : [];
  return new Set([...often, ...others]);
}

function partsOf(
  cue: TranscriptCue,
  lines: readonly Line[],
  names: ReadonlySet<string>,
): TranscriptCue[] {
  const parts: Part[] = [];
  for (const { text, label } of lines) {
    const last = parts.at(-1);
    if (label && names.has(label.name)) {
      const said = { text: text.slice(label.from), speaker: label.name };
      parts.push(
        last
          ? { ...said, joint: '\n' }
          : { ...said, ...(cue.joint !== undefined && { joint: cue.joint }) },
      );
    } else if (last) {
      const between = last.text === '' ? '' : '\n';
      parts[parts.length - 1] = { ...last, text: last.text + between + text };
    } else {
      parts.push({ text, ...(cue.joint !== undefined && { joint: cue.joint }) });
    }
  }
  const language = cue.language === undefined ? {} : { language: cue.language };
  return shareTime(
    cue,
    parts.map((part) => ({ ...part, ...language })),
  );
}

/**
 * Gives a cue that names nobody the speaker of the cue before, where a transcript names speakers only
 * when they change: not where nearly all cues name theirs, unless `always`. A sound is nobody's, and
 * behind a mark that somebody else begins, such as `>>`, the speaker is unknown.
 */
export function carrySpeakers(
  cues: readonly TranscriptCue[],
  always = false,
): readonly TranscriptCue[] {
  const named = cues.filter(({ speaker }) => speaker !== undefined).length;
  if (named === 0 || (!always && named >= cues.length * nearlyAll)) return cues;
  let speaker: string | undefined;
  return cues.map((cue) => {
    if (cue.speaker !== undefined) {
      ({ speaker } = cue);
      return cue;
    }
    if (beginsTurn(cue.text)) speaker = undefined;
    // What stands between two voices of a caption is neither's.
    if (speaker === undefined || cue.joint !== undefined || isSound(cue.text)) return cue;
    return { ...cue, speaker };
  });
}

/** Music, or a description of what is heard: `[Applause]`. */
function isSound(text: string): boolean {
  return /^[\u266a\u266b]/.test(text) || !/[\p{L}\p{N}]/u.test(text.replace(bracketed, ''));
}
