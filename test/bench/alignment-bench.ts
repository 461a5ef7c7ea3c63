/**
 * How well quotes that differ from a transcript by some of their words are found in it: `npm run
 * bench:alignment [-- FOLDER]`. The folder holds match data (../shared/data/match); its speeches
 * become episodes, its arguments the quotes of something else. Without it both are invented. Folders
 * of real transcripts are read with `-- --transcripts FOLDER`: any caption file in it becomes an
 * episode, whose words are said at an even pace within their cue.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { alignQuote } from '../../lib/core/transcript/align-quote';
import { indexTranscript } from '../../lib/core/transcript/index-transcript';
import { readTranscript } from '../../lib/core/transcript/read-transcript';
import { cueEnd } from '../../lib/core/transcript/time-in-cue';
import { readCorpus } from './match-data';
import {
  alteredQuote,
  captions,
  inventedSentences,
  madeEpisode,
  paragraphs,
  type MadeEpisode,
} from './made-transcript';
import { printTable } from './print-table';
import { seeded } from './seeded';

const shares = [0, 0.05, 0.1, 0.15, 0.2];
/** Seconds. */
const tolerance = 2;
const quotesEach = 1_000;

interface Texts {
  readonly said: readonly string[];
  readonly unrelated: readonly string[];
}

function textsOf(folder: string): Texts {
  if (!existsSync(join(folder, 'corpus', 'speeches.jsonl.gz'))) {
    console.log(`No match data at ${folder}: episodes of invented words.`);
    const all = inventedSentences(12_000, seeded(3));
    return { said: all.slice(0, 9_000), unrelated: all.slice(9_000) };
  }
  const texts = (name: string) =>
    readCorpus(folder, name).map(({ fields }) => Object.values(fields).join('\n'));
  return {
    said: texts('speeches').flatMap((text) => sentencesOf(text)),
    unrelated: texts('arguana')
      .slice(0, 1_500)
      .flatMap((text) => sentencesOf(text)),
  };
}

function sentencesOf(text: string): string[] {
  return text
    .split(/(?<=[.!?])\s+|\n+/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence.split(/\s+/).length > 3);
}

/** The words of a real transcript, each at its share of its cue's time. */
function episodeOf(path: string): MadeEpisode | undefined {
  const { cues } = readTranscript(readFileSync(path, 'utf8'), path).transcript;
  const words: string[] = [];
  const times: number[] = [];
  for (const [at, { start, text }] of cues.entries()) {
    const end = cueEnd(cues, at);
    if (start === undefined || end === undefined) return undefined;
    for (const match of text.matchAll(/\S+/g)) {
      words.push(match[0]);
      times.push(start + ((end - start) * match.index) / Math.max(1, text.length));
    }
  }
  return words.length > 500 ? { cues, words, times } : undefined;
}

interface Outcome {
  near: number;
  wrong: number;
  missed: number;
}

function measure(
  episodes: readonly MadeEpisode[],
  share: number,
  others: readonly string[],
  lengths: readonly [number, number],
  heard: boolean,
): Outcome {
  const random = seeded(Math.round(share * 1000) + lengths[0]);
  const outcome = { near: 0, wrong: 0, missed: 0 };
  for (const episode of episodes) {
    const index = indexTranscript(episode);
    for (let n = 0; n < Math.ceil(quotesEach / episodes.length); n += 1) {
      const length = lengths[0] + Math.floor(random() * (lengths[1] - lengths[0] + 1));
      const from = Math.floor(random() * (episode.words.length - length));
      const quote = alteredQuote(episode.words.slice(from, from + length), share, others, random);
      // Whoever clips what was heard does it within a minute.
      const near = (episode.times[from] ?? 0) + random() * 60;
      const found = alignQuote(index, quote, heard ? near : undefined);
      if (!found) outcome.missed += 1;
      else if (Math.abs((found.start ?? Infinity) - (episode.times[from] ?? 0)) <= tolerance)
        outcome.near += 1;
      else outcome.wrong += 1;
    }
  }
  return outcome;
}

function percent(part: number, { near, wrong, missed }: Outcome): string {
  return `${((100 * part) / (near + wrong + missed)).toFixed(1)} %`;
}

/** Whole sentences of something else, or so many words from the middle of one. */
function unrelatedAligned(
  episodes: readonly MadeEpisode[],
  sentences: readonly string[],
  words?: number,
  heard = false,
): string {
  const random = seeded(11);
  let [aligned, tried] = [0, 0];
  for (const episode of episodes) {
    const index = indexTranscript(episode);
    for (let n = 0; n < Math.ceil((2 * quotesEach) / episodes.length); n += 1) {
      const at = Math.floor(random() * sentences.length);
      const all = sentences
        .slice(at, at + 1 + Math.floor(random() * 3))
        .join(' ')
        .split(/\s+/);
      const from = Math.floor(random() * Math.max(0, all.length - (words ?? all.length)));
      const quote = all.slice(from, from + (words ?? all.length)).join(' ');
      tried += 1;
      const near = random() * (episode.times.at(-1) ?? 0);
      const found = alignQuote(index, quote, heard ? near : undefined);
      if (!found) continue;
      aligned += 1;
      const spoken = episode.cues
        .slice(found.cueFrom, found.cueTo + 1)
        .map(({ text }) => text)
        .join(' ');
      console.log(`aligned, ${found.score.toFixed(2)}: ${quote}\n  with: ${spoken}`);
    }
  }
  return `${aligned} of ${tried}`;
}

function speed(episode: MadeEpisode, others: readonly string[]): void {
  const random = seeded(5);
  const began = performance.now();
  const index = indexTranscript(episode);
  const prepared = performance.now() - began;
  const rows = [20, 60, 200, 1_000, 5_000].map((length) => {
    let used = 0;
    const times = Array.from({ length: 60 }, () => {
      const from = Math.floor(random() * (episode.words.length - length));
      const quote = alteredQuote(episode.words.slice(from, from + length), 0.1, others, random);
      const start = performance.now();
      const before = process.cpuUsage();
      alignQuote(index, quote);
      const { user, system } = process.cpuUsage(before);
      used += (user + system) / 1000;
      return performance.now() - start;
    }).sort((a, b) => a - b);
    const wall = [30, 57, 59].map((at) => `${(times[at] ?? 0).toFixed(1)} ms`);
    return [String(length), ...wall, `${(used / times.length).toFixed(1)} ms`];
  });
  console.log(
    `\nA transcript of ${(episode.times.at(-1) ?? 0).toFixed(0)} s, ${episode.words.length} words, ${episode.cues.length} cues, is prepared in ${prepared.toFixed(0)} ms.`,
  );
  printTable(['words of the quote', 'p50', 'p95', 'longest', 'mean CPU'], rows);
}

/** Runs the bench; see above. */
export function run(args: readonly string[]): void {
  const at = args.indexOf('--transcripts');
  const real = at === -1 ? '../shared/data/transcripts' : (args[at + 1] ?? '');
  const folder = resolve((at === 0 ? undefined : args[0]) ?? '../shared/data/match');
  const { said, unrelated } = textsOf(folder);
  const others = said.flatMap((sentence) => sentence.split(/\s+/));
  const random = seeded(1);
  const shapes: [string, readonly MadeEpisode[]][] = [
    ['captions', Array.from({ length: 3 }, () => madeEpisode(said, captions, random))],
    ['paragraphs', Array.from({ length: 3 }, () => madeEpisode(said, paragraphs, random))],
  ];
  if (existsSync(real)) {
    const files = readdirSync(real, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /\.(vtt|srt|json|txt|html?)$/.test(name),
    );
    const read = files.flatMap((name) => episodeOf(join(real, name)) ?? []);
    if (read.length > 0) shapes.push([`${read.length} real`, read]);
  }
  const rows = shapes.flatMap(([name, episodes]) =>
    (
      [
        [5, 7, false],
        [5, 7, true],
        [8, 60, false],
        [5, 60, false],
      ] as const
    ).flatMap(([fewest, longest, heard]) =>
      shares.map((share) => {
        const outcome = measure(episodes, share, others, [fewest, longest], heard);
        return [
          `${name}, ${fewest} to ${longest} words${heard ? ', time known' : ''}`,
          `${share * 100} %`,
          percent(outcome.near, outcome),
          percent(outcome.wrong, outcome),
          percent(outcome.missed, outcome),
        ];
      }),
    ),
  );
  printTable(
    ['transcript and quotes', 'words altered', `within ${tolerance} s`, 'elsewhere', 'not found'],
    rows,
  );
  console.log('');
  for (const [name, episodes] of shapes) {
    const sentences = unrelatedAligned(episodes, unrelated);
    const short = unrelatedAligned(episodes, unrelated, 6);
    const heard = unrelatedAligned(episodes, unrelated, 6, true);
    console.log(
      `Of something else aligned with ${name}: ${sentences} quotes, ${short} runs of 6 words, ${heard} of them beside a time.`,
    );
  }
  const [first] = shapes[0]?.[1] ?? [];
  if (first) speed(first, others);
}
