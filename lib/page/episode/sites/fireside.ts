import { printedSite } from './printed';

/** Fireside: its JSON-LD says nearly all; hosts and guests are printed beside it. */
export const fireside = printedSite({
  host: /(?:^|\.)fireside\.fm$/,
  transcript: '#transcript, .transcript, [class*="transcript" i]',
});
