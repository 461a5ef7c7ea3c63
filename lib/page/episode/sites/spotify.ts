import { printedSite } from './printed';

/**
 * Spotify: only what is visible. Its player may be in another device or in no element at all, its
 * transcripts come from a private service, and neither is asked.
 */
export const spotify = printedSite({
  host: /^open\.spotify\.com$/,
  path: /^\/(?:intl-[a-z]+\/)?episode\//,
  title: 'h1',
  show: 'main a[href*="/show/"], a[href*="/show/"]',
  transcript: '[data-testid*="transcript" i]',
});
