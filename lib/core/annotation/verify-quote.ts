import { foldText } from './fold-text';

/**
 * Whether a quote's words stand in a text: `exact` to the character, `normalised` when only white space,
 * punctuation, case or typography differ, `absent` otherwise. A quote without letters is absent unless
 * it is exact.
 */
export function verifyQuote(quote: string, text: string): 'exact' | 'normalised' | 'absent' {
  if (quote !== '' && text.includes(quote)) return 'exact';
  const letters = foldText(quote);
  return letters !== '' && foldText(text).includes(letters) ? 'normalised' : 'absent';
}
