import { expect, test } from 'vitest';
import { configureMessages, tn } from './i18n';

test.each([
  [0, 'transcript_fill_other 0'],
  [1, 'transcript_fill_one 1'],
  [999, 'transcript_fill_other 999'],
  [1000, 'transcript_fill_other 1,000'],
  [1_234_567, 'transcript_fill_other 1,234,567'],
])('%i in the form and figures it has in English', (count, expected) => {
  configureMessages((key, substitutions) => `${key} ${substitutions.join(' ')}`, 'en');
  expect(tn('transcript_fill', count)).toBe(expected);
});
