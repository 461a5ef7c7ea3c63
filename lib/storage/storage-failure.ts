/** What went wrong in the database, in words an action can act on. */
import type { StorageFailure } from '../actions/ports';

/** What a disk, a browser profile or another tab can do to us. Any other error is a bug of ours. */
const expected = new Set([
  'AbortError',
  'DatabaseClosedError',
  'InternalError',
  'InvalidStateError',
  'MissingAPIError',
  'NoSuchDatabaseError',
  'NotFoundError',
  'OpenFailedError',
  'QuotaExceededError',
  'SecurityError',
  'TimeoutError',
  'UnknownError',
  'UpgradeError',
  'VersionChangeError',
  'VersionError',
]);

/** Failures after which a connection is of no more use, though the database may be sound. */
const connectionLost = new Set(['DatabaseClosedError', 'InvalidStateError', 'UnknownError']);

interface NamedError {
  readonly name: string;
  readonly message: string;
  readonly inner?: unknown;
  readonly failures?: readonly unknown[];
}

/**
 * The failure an error stands for, or undefined when the error is a bug. A full disk hides inside:
 * Dexie reports an `AbortError` whose inner error is the `QuotaExceededError`, and a failed bulk
 * write carries one error for each record.
 */
export function storageFailure(error: unknown): StorageFailure | undefined {
  const chain = unwrap(error);
  const [outer] = chain;
  const innermost = chain.at(-1);
  if (!outer || !innermost || !chain.some(({ name }) => expected.has(name))) return undefined;
  if (chain.some(isFull)) return { kind: 'storage-full' };
  return { kind: 'storage-failed', detail: `${innermost.name}: ${innermost.message}` };
}

/** Whether opening the database anew and trying once more may help. */
export function mayReopen(error: unknown): boolean {
  return unwrap(error).some(({ name }) => connectionLost.has(name));
}

function isFull({ name, message }: NamedError): boolean {
  return name === 'QuotaExceededError' || /disk (?:is )?full|no space left/i.test(message);
}

/** The error, and the errors within it, from the outside in. */
function unwrap(error: unknown): NamedError[] {
  const chain: NamedError[] = [];
  let next = error;
  // Ten is deeper than any real nesting, and ends a ring of errors that hold each other.
  while (isNamed(next) && chain.length < 10) {
    chain.push(next);
    next = next.failures?.[0] ?? next.inner;
  }
  return chain;
}

function isNamed(error: unknown): error is NamedError {
  return typeof error === 'object' && error !== null && 'name' in error && 'message' in error;
}
