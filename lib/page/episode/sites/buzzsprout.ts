import { printedSite } from './printed';

/** Buzzsprout: show notes, transcript and chapters stand in tabs of one page. */
export const buzzsprout = printedSite({
  host: /(?:^|\.)buzzsprout\.com$/,
  transcript: '#transcript, [id*="transcript" i], [class*="transcript" i]',
});
