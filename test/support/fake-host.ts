/** A host in a plain map: what it has, how it behaves, and what it was asked for. */
import type {
  FetchFailure,
  FetchOptions,
  HostFetcher,
} from '../../lib/actions/collection-ports.ts';
import { err, ok } from '../../lib/core/result.ts';

export interface FakeHost extends HostFetcher {
  /** By address. */
  readonly files: Map<string, string>;
  /** What an address fails with, that many more times. */
  readonly failures: Map<string, { readonly failure: FetchFailure; times: number }>;
  /** Whether it gives entity tags. */
  hasTags: boolean;
  /** The addresses that were asked for, in order. */
  readonly asked: string[];
  /** How many requests were under way at most. */
  most: number;
  /** Called before each answer. */
  before: (address: string) => void;
}

export function fakeHost(): FakeHost {
  let open = 0;
  const host: FakeHost = {
    files: new Map(),
    failures: new Map(),
    hasTags: true,
    asked: [],
    most: 0,
    before: () => undefined,
    allow: () => Promise.resolve(true),
    giveUp: () => Promise.resolve(),
    async fetchText(address: string, { signal, tag }: FetchOptions) {
      host.asked.push(address);
      open += 1;
      host.most = Math.max(host.most, open);
      await Promise.resolve();
      host.before(address);
      open -= 1;
      if (signal.aborted) return err({ kind: 'cancelled' });
      const failing = host.failures.get(address);
      if (failing && failing.times > 0) {
        failing.times -= 1;
        return err(failing.failure);
      }
      const text = host.files.get(address);
      if (text === undefined) return err({ kind: 'refused', status: 404 });
      const current = `"${text.length} ${text}"`;
      if (host.hasTags && tag === current) return ok({ kind: 'unchanged' });
      return ok({ kind: 'text', text, ...(host.hasTags && { tag: current }) });
    },
  };
  return host;
}
