/** Text from other hosts: the one place of the extension that uses the network. */
import { browser } from 'wxt/browser';
import type { FetchFailure, FetchOptions, Fetched, HostFetcher } from '../actions/collection-ports';
import { err, ok, type Result } from '../core/result';

/** In milliseconds, for one whole answer. */
const longestAnswer = 30_000;

/** Asks through the browser's own permissions and network. */
export const hosts: HostFetcher = {
  allow: (address) => browser.permissions.request({ origins: [patternOf(address)] }),

  async giveUp(address) {
    await browser.permissions.remove({ origins: [patternOf(address)] });
  },

  async fetchText(address, options) {
    const { signal } = options;
    if (signal.aborted) return err({ kind: 'cancelled' });
    if (!(await browser.permissions.contains({ origins: [patternOf(address)] }))) {
      return err({ kind: 'not-allowed' });
    }
    const tooLate = AbortSignal.timeout(longestAnswer);
    try {
      const response = await fetch(address, {
        signal: AbortSignal.any([signal, tooLate]),
        headers: headersOf(options),
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        // Where a redirect leads is not told before it is followed, and following it would ask a host
        // that nobody has allowed.
        redirect: 'manual',
        // Another answer than the server's own would hide what has changed.
        cache: 'no-cache',
      });
      return await answerOf(response, options);
    } catch (error) {
      if (signal.aborted) return err({ kind: 'cancelled' });
      return err({
        kind: tooLate.aborted || isNamed(error, 'TimeoutError') ? 'timed-out' : 'unreachable',
      });
    }
  },
};

/** One host, every port and path of it: ports are no part of a pattern in every browser. */
function patternOf(address: string): string {
  const { protocol, hostname } = new URL(address);
  return `${protocol}//${hostname}/*`;
}

function headersOf({ tag, modified }: FetchOptions): Record<string, string> {
  return {
    Accept: 'text/markdown, application/json, text/plain;q=0.9, */*;q=0.5',
    ...(tag !== undefined && { 'If-None-Match': tag }),
    ...(modified !== undefined && tag === undefined && { 'If-Modified-Since': modified }),
  };
}

async function answerOf(
  response: Response,
  { most, orWebPage = false, onProgress }: FetchOptions,
): Promise<Result<Fetched, FetchFailure>> {
  const { status, headers } = response;
  if (response.type === 'opaqueredirect') return err({ kind: 'forwarded' });
  if (status === 304) return ok({ kind: 'unchanged' });
  if (status === 429 || status >= 500) {
    return err({ kind: 'busy', status, waitSeconds: secondsOf(headers.get('Retry-After')) });
  }
  if (!response.ok) return err({ kind: 'refused', status });
  const isPage = /^\s*(text\/html|application\/xhtml)/i.test(headers.get('Content-Type') ?? '');
  if (isPage && !orWebPage) {
    await response.body?.cancel();
    return err({ kind: 'web-page' });
  }
  const read = await readText(response, most, onProgress);
  if (!read.ok) return read;
  return ok({
    kind: 'text',
    text: read.value,
    tag: headers.get('ETag') ?? undefined,
    modified: headers.get('Last-Modified') ?? undefined,
  });
}

/** Counts while it reads: what a server says of the length need not be so. */
async function readText(
  response: Response,
  most: number,
  onProgress: FetchOptions['onProgress'],
): Promise<Result<string, FetchFailure>> {
  const reader = response.body?.getReader();
  if (!reader) return ok('');
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let text = '';
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    length += value?.length ?? 0;
    if (length > most) {
      await reader.cancel();
      return err({ kind: 'too-large' });
    }
    onProgress?.(length);
    try {
      text += decoder.decode(value, { stream: !done });
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      await reader.cancel();
      return err({ kind: 'not-text' });
    }
    if (done) return ok(text);
  }
}

/** Of a `Retry-After` in seconds; one that names a date is not waited for. */
function secondsOf(header: string | null): number | undefined {
  return header !== null && /^\d{1,6}$/.test(header.trim()) ? Number(header) : undefined;
}

function isNamed(error: unknown, name: string): boolean {
  return error instanceof Error && error.name === name;
}
