import { printedSite } from './printed';

/** The pages Simplecast makes for a show, and its player when it is opened by itself. */
export const simplecast = printedSite({
  host: /(?:^|\.)simplecast\.com$/,
  transcript: '#transcript, [id*="transcript" i], [class*="transcript" i]',
});
