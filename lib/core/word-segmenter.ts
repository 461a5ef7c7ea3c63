import { lazily } from './lazily';

/** Cuts any text into words by Unicode's rules (UAX 29), those of Chinese, Japanese and Thai by dictionary. */
export const wordSegmenter = lazily(() => new Intl.Segmenter('en', { granularity: 'word' }));
