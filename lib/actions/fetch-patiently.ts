import type { Result } from '../core/result';
import type { FetchFailure, FetchOptions, Fetched, HostFetcher, Wait } from './collection-ports';

/** How long to wait before each new try, in milliseconds. */
const pauses = [500, 2_000, 6_000];
/** A host that asks for more patience than this is left alone. */
const longestPause = 30_000;

/**
 * Asks again, after a while, where the host is busy or did not answer; three times, then the failure
 * stands. A host that says how long to wait is waited for, up to half a minute.
 */
export async function fetchPatiently(
  { hosts, wait }: { readonly hosts: HostFetcher; readonly wait: Wait },
  address: string,
  options: FetchOptions,
): Promise<Result<Fetched, FetchFailure>> {
  for (let tries = 0; ; tries += 1) {
    const answer = await hosts.fetchText(address, options);
    if (answer.ok) return answer;
    const pause = pauses[tries];
    const { error } = answer;
    const mayHelp =
      error.kind === 'busy' || error.kind === 'unreachable' || error.kind === 'timed-out';
    if (!mayHelp || pause === undefined) return answer;
    const asked = error.kind === 'busy' ? (error.waitSeconds ?? 0) * 1000 : 0;
    if (asked > longestPause) return answer;
    await wait(Math.max(pause, asked), options.signal);
    if (options.signal.aborted) return { ok: false, error: { kind: 'cancelled' } };
  }
}
