/** Quotes of made episodes are found where they were said, and quotes of something else are not. */
import { describe, expect, it } from 'vitest';
import { alignQuote } from '../../lib/core/transcript/align-quote';
import { indexTranscript } from '../../lib/core/transcript/index-transcript';
import { alteredQuote, captions, inventedSentences, madeEpisode } from './made-transcript';
import { seeded } from './seeded';

const sentences = inventedSentences(4_000, seeded(2));
const episode = madeEpisode(sentences.slice(0, 3_000), { ...captions, length: 3_600 }, seeded(3));
const index = indexTranscript(episode);

describe('made episodes', () => {
  it('are the same again', () => {
    const again = madeEpisode(sentences.slice(0, 3_000), { ...captions, length: 3_600 }, seeded(3));
    expect(again).toEqual(episode);
  });

  it.each([
    [0.05, 0.99],
    [0.15, 0.95],
  ])('give the time of a quote within 2 seconds, with %d of its words altered', (share, least) => {
    const random = seeded(4);
    const quotes = 300;
    let near = 0;
    for (let n = 0; n < quotes; n += 1) {
      const length = 8 + Math.floor(random() * 50);
      const from = Math.floor(random() * (episode.words.length - length));
      const quote = alteredQuote(
        episode.words.slice(from, from + length),
        share,
        episode.words,
        random,
      );
      const found = alignQuote(index, quote);
      if (Math.abs((found?.start ?? Infinity) - (episode.times[from] ?? 0)) <= 2) near += 1;
    }
    expect(near / quotes).toBeGreaterThanOrEqual(least);
  });

  it('hold no quote of something else', () => {
    expect(sentences.slice(3_000).filter((sentence) => alignQuote(index, sentence))).toEqual([]);
  });
});
