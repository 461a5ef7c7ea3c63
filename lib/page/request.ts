const key = 'counterpointRequest';

/**
 * What the extension asked of an injected script: it sets the request in the same isolated world
 * just before. Read once and removed; a page's element of that name is not an own property.
 */
export function takeRequest(scope: object): unknown {
  if (!Object.hasOwn(scope, key)) return undefined;
  const request: unknown = Reflect.get(scope, key);
  Reflect.deleteProperty(scope, key);
  return request;
}
