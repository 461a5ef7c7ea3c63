import { printedSite } from './printed';

/** The share pages of Pocket Casts; what they know stands in their JSON-LD. */
export const pocketCasts = printedSite({
  host: /(?:^|\.)(?:pca\.st|pocketcasts\.com)$/,
  description: '.section--show-notes, [class*="show-notes" i]',
});
