/** Clips what is not clipped yet. */
import { err, ok, type Result } from '../core/result';
import type { Clip } from '../core/insight/clip';
import {
  captureClip,
  type CaptureFailure,
  type CapturePorts,
  type CaptureRequest,
} from './capture-clip';
import { findSameClip } from './find-same-clip';
import type { Capture, OneAtATime } from './ports';

export interface CaptureOncePorts extends CapturePorts {
  readonly oneAtATime: OneAtATime;
}

/** What is stored now: a new capture, or the clip that held the same words before. */
export type CapturedOnce =
  | { readonly again: false; readonly clip: Clip; readonly draft?: Capture['draft'] }
  | { readonly again: true; readonly clip: Clip };

/**
 * As `captureClip`, except that words which are clipped already are not clipped twice, not even by
 * two calls at once; words given to an insight that the person named always are. A look that the
 * database refuses counts as nothing found: the write that follows says what is wrong.
 */
export function captureOnce(
  { oneAtATime, ...ports }: CaptureOncePorts,
  request: CaptureRequest,
): Promise<Result<CapturedOnce, CaptureFailure>> {
  return oneAtATime(async () => {
    const same = request.into ? undefined : await lookFor(ports, request);
    if (same) return ok({ again: true, clip: same });
    try {
      const captured = await captureClip(ports, request);
      return captured.ok ? ok({ again: false, ...captured.value }) : captured;
    } catch (error) {
      // A read on the way to the write was refused; writes themselves answer with a failure.
      return err({ kind: 'storage-failed', detail: String(error) });
    }
  });
}

async function lookFor(
  { store }: CapturePorts,
  { snapshot, what }: CaptureRequest,
): Promise<Clip | undefined> {
  try {
    return await findSameClip(store, snapshot, what);
  } catch {
    return undefined;
  }
}
