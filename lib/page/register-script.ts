/**
 * Keeps an injected script's work in the isolated world, for the extension to call with what it
 * wants: an argument, unlike a place both agree on, cannot be taken by another call. An own property
 * comes before a page's element of the same name. The newest copy counts, as after an update.
 */
export function registerScript(
  scope: object,
  name: string,
  run: (request: unknown) => unknown,
): void {
  Object.defineProperty(scope, keyOf(name), { value: run, configurable: true });
}

/** Whether a script of this name has been here before. */
export function isRegistered(scope: object, name: string): boolean {
  return Object.hasOwn(scope, keyOf(name));
}

/** Runs what a script that was put here before has registered; throws where there is none. */
export function callScript(scope: object, name: string, request?: unknown): unknown {
  const run: unknown = Object.getOwnPropertyDescriptor(scope, keyOf(name))?.value;
  if (typeof run !== 'function') throw new Error(`No script ${name} in this page`);
  return (run as (request: unknown) => unknown)(request);
}

function keyOf(name: string): string {
  return `counterpoint-${name}`;
}
