import { printedSite } from './printed';

/** Overcast's public pages: a player, the names of show and episode, the show notes. */
export const overcast = printedSite({
  host: /^overcast\.fm$/,
  path: /^\/\+/,
  title: 'h2.title, .title',
  show: '.caption2 a, a[href^="/itunes"]',
});
