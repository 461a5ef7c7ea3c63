import { afterEach, expect, test } from 'vitest';
import { growth } from '../../../test/support/growth';
import { readEpisode } from './read-episode';

afterEach(() => {
  document.body.innerHTML = '';
});

const words = 'weigh it twice and write down what the scale has told you before you sell '.repeat(
  3,
);

function clock(seconds: number): string {
  const two = (value: number): string => String(Math.floor(value)).padStart(2, '0');
  return `${two(seconds / 3600)}:${two((seconds / 60) % 60)}:${two(seconds % 60)}`;
}

test('the time that printed hours take grows with the hours', async () => {
  const read = () => readEpisode(document, 'https://podcast.example/12');
  const grown = await growth(175, (turns) => {
    const spoken = Array.from(
      { length: turns },
      (_, n) =>
        `<p>${n % 2 === 0 ? 'Jane Example' : 'Otto Other'} (${clock(n * 15)}): ${words}</p>`,
    );
    document.body.innerHTML = `<main><div class="transcript">${spoken.join('')}</div></main>`;
    return async () => expect((await read()).transcript?.cues).toHaveLength(turns);
  });
  expect(grown).toBeLessThan(10);
});

test('and so does that of an article, which is no episode', async () => {
  const read = () => readEpisode(document, 'https://blog.example/long');
  const grown = await growth(1_200, (paragraphs) => {
    const text = `<p>${words}</p>`.repeat(paragraphs);
    document.body.innerHTML = `<main><article>${text}</article></main>`;
    return async () => expect((await read()).transcript).toBeUndefined();
  });
  expect(grown).toBeLessThan(10);
});

test('a page made to be slow is read all the same', async () => {
  const hostile = [
    '<div class="transcript">'.repeat(300) + '(00:00:01) '.repeat(2_000),
    `<p>${'('.repeat(50_000)}</p><p>${'1:'.repeat(50_000)}</p>`,
    `<article>${'<cite>A:</cite><time>0:01</time>'.repeat(5_000)}</article>`,
  ];
  // A hang would take minutes.
  const start = performance.now();
  for (const markup of hostile) {
    document.body.innerHTML = markup;
    await readEpisode(document, 'https://podcast.example/12');
  }
  expect(performance.now() - start).toBeLessThan(20_000);
});
