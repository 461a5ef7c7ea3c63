/**
 * Gives what `make` makes, made once and not before it is asked for. For Intl objects, of which a
 * browser takes some twenty milliseconds to make the first of each kind.
 */
export function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
