/**
 * From the command's event to the clip on disk, in the real extension's service worker, with a three-hour
 * transcript kept: what was just said, and a quote selected in the page. `npm run build`, then
 * `npm run bench:capture`. Includes reading the page and its episode.
 */
import { launchExtension } from '../support/extension';
import { bytes, html, paths } from '../support/handlers';
import { spokenTone } from '../support/media';
import { playFrom, selectWords } from '../support/page-steps';
import { serve } from '../support/server';
import { quantile } from './interval';
import { captions, madeEpisode } from './made-transcript';
import { putRows } from './put-rows';
import { seeded } from './seeded';

declare const chrome: {
  tabs: { query(what: object): Promise<unknown[]> };
  commands: { onCommand: { dispatch(command: string, tab: unknown): void } };
};

const runs = 30;
const limit = 150;
const address = 'https://longwave.example/12';

/** Sentences to make an episode of, unlike each other. */
function sentences(): string[] {
  const random = seeded(7);
  const words = Array.from(
    { length: 4_000 },
    (_, n) => `${'bcdfghklmnprst'[n % 14]}${'aeiou'[n % 5]}${n.toString(36)}`,
  );
  return Array.from({ length: 3_000 }, () => {
    const length = 6 + Math.floor(random() * 12);
    const said = Array.from(
      { length },
      () => words[Math.floor(random() ** 2 * words.length)] ?? '',
    );
    return `${said.join(' ')}.`;
  });
}

/** Runs the bench; exits with 1 where what was just said takes longer than the limit, at the 95th of a hundred. */
export async function run(): Promise<void> {
  const episode = madeEpisode(sentences(), captions, seeded(11));
  const quoteCue = episode.cues.find(
    ({ start = 0, text }) => start > 100 && text.split(' ').length === 14,
  );
  const quote = quoteCue?.text ?? '';
  const server = await serve({
    'longwave.example': paths({
      '/sound.wav': bytes(spokenTone(240), 'audio/wav'),
      '/12': html(`<!doctype html><html lang="en"><title>12</title><h1>12</h1><p>Notes: ${quote}</p>
        <audio src="/sound.wav" loop></audio></html>`),
    }),
  });
  const extension = await launchExtension({ server });
  try {
    const library = await extension.openOwn('library.html');
    const page = await extension.open(address);
    await playFrom(page, 60);
    await extension.runCommand('mark-moment', page);
    await putRows(library, 'transcripts', [
      {
        sourceKey: address,
        transcript: {
          cues: episode.cues,
          chapters: [],
          clock: 'transcript',
          origin: { form: 'vtt', kind: 'file' },
        },
        speakers: {},
        savedAt: new Date().toISOString(),
      },
    ]);
    const worker = extension.context.serviceWorkers().at(-1);
    if (!worker) throw new Error('no service worker');
    const timed = (command: string) =>
      worker.evaluate(async (name) => {
        const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
        const database = await new Promise<IDBDatabase>((resolve) => {
          const opening = indexedDB.open('counterpoint');
          opening.addEventListener('success', () => resolve(opening.result));
        });
        const count = () =>
          new Promise<number>((resolve) => {
            const counting = database.transaction('clips').objectStore('clips').count();
            counting.addEventListener('success', () => resolve(counting.result));
          });
        const before = await count();
        const start = performance.now();
        chrome.commands.onCommand.dispatch(name, tab);
        while ((await count()) === before) {
          if (performance.now() - start > 10_000) throw new Error('no clip');
        }
        const took = performance.now() - start;
        database.close();
        return took;
      }, command);

    let isKept = true;
    for (const [name, command] of [
      ['what was just said', 'clip-recent'],
      ['a selected quote, aligned', 'clip-selection'],
    ] as const) {
      const times: number[] = [];
      for (let n = 0; n < runs; n += 1) {
        if (command === 'clip-selection') {
          // Another selection each time: the same words are not clipped twice.
          const words = quote.split(' ');
          const part = words.slice(n % 5, words.length - Math.floor(n / 5));
          await selectWords(page, part.join(' '));
        }
        times.push(await timed(command));
      }
      const p95 = quantile(times, 0.95);
      if (command === 'clip-recent') isKept = p95 <= limit;
      console.log(
        `${name}: median ${quantile(times, 0.5).toFixed(0)} ms, 95th ${p95.toFixed(0)} ms, most ${Math.max(...times).toFixed(0)} ms (${runs} clips; ${episode.cues.length} cues; at most ${limit} ms)`,
      );
    }
    process.exitCode = isKept ? 0 : 1;
  } finally {
    await extension.close();
    await server.close();
  }
}
