/** Starts the matcher and asks it. */
import { browser } from 'wxt/browser';
import type { Matcher, MatcherReply, MatcherRequest, QuestionKind } from '../actions/matcher-port';
import type { SurfacingWatch } from '../core/match/surfacing';

interface Waiting {
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: Error) => void;
  readonly watch: SurfacingWatch | undefined;
}

/**
 * A matcher of this page's own, started at once so that it reads the index while the page is read.
 * `bringUp` migrates a database that an older build left behind: the matcher itself cannot.
 */
export function startMatcher(bringUp: () => Promise<unknown>): Matcher {
  const waiting = new Map<number, Waiting>();
  let asked = 0;
  let worker: Worker | undefined;

  function start(): Worker {
    const started = new Worker(browser.runtime.getURL('/matcher.js' as '/popup.html'), {
      name: 'matcher',
    });
    started.addEventListener('message', ({ data }: MessageEvent<MatcherReply>) => {
      const asker = waiting.get(data.id);
      if (data.kind === 'progress') return asker?.watch?.onProgress?.(data.done, data.all);
      if (data.kind === 'first') return asker?.watch?.onFirst?.(data.first);
      waiting.delete(data.id);
      if (data.kind === 'answer') asker?.resolve(data.answer);
      else asker?.reject(new Error(data.detail));
    });
    started.addEventListener('error', ({ message }) => {
      // Whatever it held is lost: the next question starts another.
      started.terminate();
      worker = undefined;
      for (const { reject } of waiting.values()) reject(new Error(message));
      waiting.clear();
    });
    return started;
  }

  function send(
    kind: QuestionKind,
    ask: MatcherRequest['ask'],
    watch: Waiting['watch'],
  ): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const id = (asked += 1);
      waiting.set(id, { resolve, reject, watch });
      worker ??= start();
      worker.postMessage({ id, kind, ask }, []);
    });
  }

  worker = start();
  return {
    async ask(kind, ask, watch) {
      const answer = await send(kind, ask, watch).catch(async () => {
        await bringUp();
        return await send(kind, ask, watch);
      });
      return answer as never;
    },
  };
}
