import { queryAll } from '../dom';
import { sameAs } from './clean-text';
import { own, textOf, typesOf } from './json-ld';
import type { PageFacts } from './page-facts';

/** Places whose pages are one video each. */
const videoPage =
  /^(?:(?:m\.|music\.)?youtube\.com\/(?:watch|shorts|live)|youtu\.be\/|(?:player\.)?vimeo\.com\/(?:\w+\/)?\d|dailymotion\.com\/video|ted\.com\/talks|twitch\.tv\/videos|loom\.com\/share|media\.ccc\.de\/v)/;
const videoPath = /\/(?:videos?|watch|talks?|presentations?|webinars?|lectures?|mediathek)\/[^/]+/i;
const player = 'video, iframe[src*="youtube"], iframe[src*="vimeo"], iframe[src*="/embed"]';

/** Whether the address alone says that a page is one video. */
export function isVideoAddress({ host, path }: PageFacts): boolean {
  return videoPage.test(host + path);
}

/**
 * Where it shows that a page is a video; undefined for any other. Articles have videos in them: what
 * describes one counts on their pages only where it has the page's own title.
 */
export function isVideo(
  { document, main, tags, path }: PageFacts,
  title: string | undefined,
  isArticle: boolean,
): string | undefined {
  if (main && typesOf(main).includes('VideoObject')) {
    if (!isArticle || sameAs(textOf(own(main, 'name')), title)) return 'json-ld:@type=VideoObject';
  }
  if (tags.get('og:type')?.[0]?.startsWith('video')) return 'meta:og:type';
  if (!videoPath.test(path)) return undefined;
  const isStated = tags.get('twitter:card')?.[0] === 'player' || tags.has('og:video');
  const isShown = queryAll(document, player, 1).length > 0;
  return (isArticle ? isStated && isShown : isStated || isShown) ? 'url:path' : undefined;
}
