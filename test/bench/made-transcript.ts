/**
 * Episodes made from sentences, with the true time of every word, and quotes of them that are altered
 * as people and other captions alter them. Same seed, same episode.
 */
import type { TranscriptCue } from '../../lib/core/transcript/transcript';

type Random = () => number;

export interface MadeEpisode {
  readonly cues: readonly TranscriptCue[];
  readonly words: readonly string[];
  /** Seconds at which each word begins. */
  readonly times: readonly number[];
}

export interface EpisodeShape {
  /** Seconds the episode lasts. */
  readonly length: number;
  /** Most seconds and most words a cue has: captions are short, paragraphs on a page are long. */
  readonly cueSeconds: number;
  readonly cueWords: number;
}

export const captions: EpisodeShape = { length: 10_800, cueSeconds: 6, cueWords: 14 };
export const paragraphs: EpisodeShape = { length: 10_800, cueSeconds: 60, cueWords: 120 };

/** Two voices talk in turns of some sentences, at a pace of their own, with pauses. */
export function madeEpisode(
  sentences: readonly string[],
  { length, cueSeconds, cueWords }: EpisodeShape,
  random: Random,
): MadeEpisode {
  const words: string[] = [];
  const times: number[] = [];
  const cues: TranscriptCue[] = [];
  let now = 2 + random() * 5;
  let at = Math.floor(random() * sentences.length);
  let left = 0;
  let voice = 0;
  let pace = 2.6;
  let open: { start: number; words: string[] } | undefined;
  const close = (): void => {
    if (!open || open.words.length === 0) return;
    const speaker = voice === 0 ? 'Ivo Tarn' : 'Sanne Wirth';
    cues.push({ start: round(open.start), end: round(now), text: open.words.join(' '), speaker });
    open = undefined;
  };
  while (now < length) {
    if (left === 0) {
      close();
      voice = 1 - voice;
      left = 1 + Math.floor(random() * 6);
      pace = 2 + random() * 1.4;
      now += random() * 0.8;
    }
    const sentence = (sentences[at % sentences.length] ?? '')
      .split(/\s+/)
      .filter((word) => word !== '');
    at += 1;
    left -= 1;
    for (const word of sentence) {
      open ??= { start: now, words: [] };
      open.words.push(word);
      words.push(word);
      times.push(now);
      // Long words take longer, and nobody speaks like a clock.
      now += ((0.4 + word.length / 8) / pace) * (0.7 + random() * 0.6);
      if (now - open.start > cueSeconds * (0.6 + random() * 0.4) || open.words.length >= cueWords)
        close();
    }
    now += 0.2 + random() * 0.6;
  }
  close();
  return { cues, words, times };
}

function round(seconds: number): number {
  return Math.round(seconds * 1000) / 1000;
}

/** So many of the words dropped, replaced by others or followed by one more; at 0 only the look differs. */
export function alteredQuote(
  words: readonly string[],
  share: number,
  others: readonly string[],
  random: Random,
): string {
  const other = () => others[Math.floor(random() * others.length)] ?? 'well';
  const altered = words.flatMap((word) => {
    if (random() >= share) return [restyled(word, random)];
    const how = Math.floor(random() * 3);
    if (how === 0) return [];
    return how === 1 ? [other()] : [word, other()];
  });
  return altered.join(' ');
}

/** Case and punctuation as another hand would set them, and now and then a filler. */
function restyled(word: string, random: Random): string {
  const chance = random();
  if (chance < 0.05) return word.toUpperCase();
  if (chance < 0.1) return word.replace(/[.,;:!?]+$/, '');
  if (chance < 0.15) return `${word},`;
  if (chance < 0.17) return `um, ${word}`;
  return word.replaceAll("'", '\u2019');
}

/**
 * Sentences of invented words whose frequencies follow Zipf's law, where there is no text at hand. Every
 * word has a few that like to follow it, as in speech.
 */
export function inventedSentences(count: number, random: Random): string[] {
  const kinds = 9_000;
  const zipf = (): number => Math.min(kinds - 1, Math.floor(kinds ** random() * 1.0) - 1);
  const followers = Array.from({ length: kinds }, () => [zipf(), zipf(), zipf()] as const);
  let kind = zipf();
  return Array.from({ length: count }, () => {
    const length = 5 + Math.floor(random() * 18);
    const words = Array.from({ length }, () => {
      kind = random() < 0.3 ? (followers[kind]?.[Math.floor(random() * 3)] ?? 0) : zipf();
      return invented(kind);
    });
    return `${words.join(' ')}.`;
  });
}

const syllables = Array.from('bdfgklmnprstvz', (consonant) =>
  Array.from('aeiou', (vowel) => consonant + vowel),
).flat();

function invented(kind: number): string {
  let word = '';
  for (let left = kind + 1; left > 0; left = Math.floor(left / syllables.length)) {
    word += syllables[left % syllables.length] ?? '';
  }
  return word;
}
