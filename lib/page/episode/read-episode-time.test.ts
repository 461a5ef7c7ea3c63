import { afterEach, expect, test } from 'vitest';
import { readEpisode } from './read-episode';

afterEach(() => {
  document.body.innerHTML = '';
});

const words = 'weigh it twice and write down what the scale has told you before you sell '.repeat(
  3,
);

/** Milliseconds: the best of some. */
async function fastest(read: () => Promise<unknown>): Promise<number> {
  let best = Infinity;
  for (let n = 0; n < 5; n += 1) {
    const start = performance.now();
    await read();
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

function clock(seconds: number): string {
  const two = (value: number): string => String(Math.floor(value)).padStart(2, '0');
  return `${two(seconds / 3600)}:${two((seconds / 60) % 60)}:${two(seconds % 60)}`;
}

test('three hours printed on the page are read in time', async () => {
  const turns = Array.from(
    { length: 700 },
    (_, n) => `<p>${n % 2 === 0 ? 'Jane Example' : 'Otto Other'} (${clock(n * 15)}): ${words}</p>`,
  );
  document.body.innerHTML = `<main><div class="transcript">${turns.join('')}</div></main>`;
  const read = () => readEpisode(document, 'https://podcast.example/12');
  expect((await read()).transcript?.cues).toHaveLength(700);
  expect(await fastest(read)).toBeLessThan(150);
});

test('a long article, which is no episode, costs little', async () => {
  document.body.innerHTML = `<main><article>${`<p>${words}</p>`.repeat(1_200)}</article></main>`;
  const read = () => readEpisode(document, 'https://blog.example/long');
  expect((await read()).transcript).toBeUndefined();
  expect(await fastest(read)).toBeLessThan(60);
});

test('a page made to be slow is read all the same', async () => {
  const hostile = [
    '<div class="transcript">'.repeat(300) + '(00:00:01) '.repeat(2_000),
    `<p>${'('.repeat(50_000)}</p><p>${'1:'.repeat(50_000)}</p>`,
    `<article>${'<cite>A:</cite><time>0:01</time>'.repeat(5_000)}</article>`,
  ];
  const start = performance.now();
  for (const markup of hostile) {
    document.body.innerHTML = markup;
    await readEpisode(document, 'https://podcast.example/12');
  }
  expect(performance.now() - start).toBeLessThan(4_000);
});
