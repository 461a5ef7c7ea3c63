import { printedSite } from './printed';

/** Transistor's own pages, and those it serves under the names of its shows. */
export const transistor = printedSite({
  host: /(?:^|\.)transistor\.fm$/,
  transcript: '.transcript, .episode-transcript, #transcript',
  file: [
    'a[href$="/transcript"], a[href$="/transcription"]',
    ({ href }) => href.replace(/\/transcript(?:ion)?$/, '/transcript.txt'),
    'text/plain',
  ],
});
