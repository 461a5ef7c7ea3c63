/**
 * The episode of a page and its player. Apart from `wire.ts`, so that what shows no episode loads
 * nothing of it.
 */
export { episodePages } from './browser/episode-pages';
