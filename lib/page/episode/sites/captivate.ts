import { printedSite } from './printed';

/** Captivate's pages for a show: the transcript is printed below the show notes. */
export const captivate = printedSite({
  host: /(?:^|\.)captivate\.fm$/,
  transcript: '#transcript, [class*="transcript" i], [id*="transcript" i]',
});
