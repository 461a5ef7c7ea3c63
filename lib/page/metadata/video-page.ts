import { getAttribute, queryAll } from '../dom';
import { sameAs } from './clean-text';
import { own, textOf, typesOf } from './json-ld';
import type { PageFacts } from './page-facts';

/** Places whose pages are one video each. */
const videoPage =
  /^(?:(?:m\.|music\.)?youtube\.com\/(?:watch|shorts|live)|youtu\.be\/|(?:player\.)?vimeo\.com\/(?:(?:video|event)\/)?\d|dailymotion\.com\/video|dai\.ly\/|ted\.com\/talks|twitch\.tv\/videos|loom\.com\/share|rumble\.com\/v|bilibili\.com\/video|slideslive\.com\/\d|media\.ccc\.de\/v\/|infoq\.com\/presentations\/|videolectures\.net\/)/;
const videoPath =
  /\/(?:videos?|watch|talks?|presentations?|webinars?|lectures?|mediathek|player)\/[^/]+/i;
const player =
  /(?:youtube(?:-nocookie)?\.com|player\.vimeo\.com|wistia|dailymotion\.com)\/\w|\/videos\/embed\//i;

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
  const openGraph = tags.get('og:type')?.[0] ?? '';
  if (main && typesOf(main).includes('VideoObject')) {
    if (!isArticle || sameAs(textOf(own(main, 'name')), title)) return 'json-ld:@type=VideoObject';
  }
  if (/^video/i.test(openGraph)) return 'meta:og:type';
  if (!videoPath.test(path)) return undefined;
  const isPlayer = tags.get('twitter:card')?.[0] === 'player' || tags.has('og:video');
  const shown = queryAll(document, 'video, iframe, [itemtype$="VideoObject" i]', 30).some(
    (each) => each.tagName !== 'IFRAME' || player.test(getAttribute(each, 'src') ?? ''),
  );
  return (isPlayer ? 1 : 0) + (shown ? 1 : 0) > (isArticle ? 1 : 0) ? 'url:path' : undefined;
}
