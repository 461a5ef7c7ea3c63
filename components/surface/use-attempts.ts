import { useCallback, useState } from 'react';
import type { Result } from '@/lib/core/result';
import type { SurfaceFailure } from './surface-api';

/** What a person tries here, one thing after the other: the last failure, and the last thing done. */
export interface Attempts {
  /** Kept until the next attempt. */
  readonly failure?: SurfaceFailure | undefined;
  /** The last thing that happened, for the live region. */
  readonly said: string;
  /** Runs one attempt: its value, and `done` said, when it succeeds; the failure kept when not. */
  readonly attempt: <T>(
    doing: Promise<Result<T, SurfaceFailure>>,
    done?: string,
  ) => Promise<{ readonly value: T } | undefined>;
  readonly say: (what: string) => void;
  readonly report: (failure: SurfaceFailure | undefined) => void;
}

/** Attempts with one failure notice and one live region between them. */
export function useAttempts(): Attempts {
  const [failure, report] = useState<SurfaceFailure>();
  const [said, say] = useState('');
  const attempt = useCallback(
    async <T>(doing: Promise<Result<T, SurfaceFailure>>, done?: string) => {
      const answer = await doing.catch(unreachable);
      report(answer.ok ? undefined : answer.error);
      if (answer.ok && done) say(done);
      return answer.ok ? { value: answer.value } : undefined;
    },
    [],
  );
  return { failure, said, attempt, say, report };
}

/** A store that throws cannot be reached: said like every other failure. */
function unreachable(error: unknown): { ok: false; error: SurfaceFailure } {
  return { ok: false, error: { kind: 'storage-failed', detail: String(error) } };
}
