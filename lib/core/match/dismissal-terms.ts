import { termOf } from './known-words';
import type { Match } from './match';

/** The most terms that one "not related" softens: the heaviest, which the match rested on. */
const mostTerms = 6;

/** The terms a match rested on, as the engine counts them. */
export function dismissedTerms({ reasons }: Match): string[] {
  const written = reasons.flatMap((reason) =>
    reason.kind === 'passage' ? reason.terms.map(({ term }) => term) : [],
  );
  const terms = written.map(termOf).filter((term) => term !== '' && term.length <= 64);
  return [...new Set(terms)].slice(0, mostTerms);
}
