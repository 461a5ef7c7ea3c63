import { indexText, type TextIndex } from '../core/annotation/text-index';

/** The index of a text, made when it is first asked for. */
export function lazyIndex(text: string): () => TextIndex {
  let index: TextIndex | undefined;
  return () => (index ??= indexText(text));
}
