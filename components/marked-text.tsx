import type { ReactNode } from 'react';
import { findTerms } from './find-terms';

export interface MarkedTextProps {
  readonly text: string;
  readonly terms: readonly string[];
}

/** The text with every occurrence of a term (`findTerms`) in a `<mark>`: text nodes, never markup. */
export function MarkedText({ text, terms }: MarkedTextProps) {
  const parts: ReactNode[] = [];
  let at = 0;
  for (const { start, end } of findTerms(text, terms)) {
    parts.push(text.slice(at, start), <mark key={start}>{text.slice(start, end)}</mark>);
    at = end;
  }
  return (
    <>
      {parts}
      {text.slice(at)}
    </>
  );
}
