/** How clips are attributed in cards that leave; only the library needs it. */
export { quoteFormChoice } from './browser/quote-form';
