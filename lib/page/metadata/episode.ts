import { getAttribute, queryAll } from '../dom';
import { podcastPlayer } from '../podcast-player';
import type { PageFacts } from './page-facts';

/** Places that host podcasts and nothing much else. */
export const podcastHost =
  /(?:^|\.)(?:transistor\.fm|simplecast\.com|buzzsprout\.com|acast\.com|ivoox\.com|podbean\.com|libsyn\.com|anchor\.fm|castbox\.fm|fireside\.fm|castos\.com|captivate\.fm|podigee\.io|audioboom\.com|art19\.com|omny\.fm|redcircle\.com|spreaker\.com|megaphone\.fm|overcast\.fm|pca\.st|pocketcasts\.com|player\.fm|podchaser\.com|radiopublic\.com|stitcher\.com|blubrry\.net|rss\.com|zencast\.fm|podcasts\.apple\.com|podcasts\.google\.com|share\.snipd\.com)$|podcast/;
const episodePath =
  /\/(?:podcasts?|episodes?|shows?\/[^/]+\/episodes?|folgen?|folge)\/[^/]+|\bpodcast\w*[-/]\w*\d/i;
const word = /\b(?:podcasts?|episodes?|episodio|folge)\b/i;
const markup =
  '[itemtype$="PodcastEpisode" i], [itemtype$="RadioEpisode" i], [itemtype$="AudioObject" i], [typeof~="PodcastEpisode"]';
const feed =
  'link[type="application/rss+xml" i][title*="podcast" i], link[href*="podcast" i][type="application/rss+xml" i]';

/**
 * Where it shows that a page is an episode; undefined for any other. No one sign is enough on a page
 * that calls itself an article: articles are read aloud, and many have a podcast beside them.
 */
export function isEpisode(
  { document, tags, host, path }: PageFacts,
  names: readonly (string | undefined)[],
  isArticle: boolean,
): string | undefined {
  const openGraph = tags.get('og:type')?.[0] ?? '';
  if (/^(?:podcast|music\.(?:episode|podcast)|audio\.episode)/i.test(openGraph))
    return 'meta:og:type';
  const sound =
    ['og:audio', 'og:audio:url', 'twitter:player:stream'].find((name) =>
      tags.get(name)?.some((value) => !/\.(?:mp4|m3u8|webm)\b/i.test(value)),
    ) ??
    (queryAll(document, 'audio').length > 0 ? 'audio' : undefined) ??
    (queryAll(document, 'iframe', 30).some(isPlayer) ? 'iframe' : undefined);
  const signs: readonly (readonly [boolean, number, string])[] = [
    [podcastHost.test(host) && path.length > 1, 2, 'url:host'],
    [episodePath.test(path), 2, 'url:path'],
    [sound !== undefined, 1, sound ?? ''],
    [names.some((name) => name && word.test(name)), 1, 'title'],
    [queryAll(document, markup).length > 0, 1, 'itemtype'],
    [queryAll(document, feed).length > 0, 1, 'link:feed'],
    [
      /\bpodcast/i.test(`${tags.get('keywords')?.[0]} ${tags.get('article:section')?.[0]}`),
      1,
      'meta:keywords',
    ],
    [queryAll(document, '[class*="episode" i]').length > 0, 1, 'class:episode'],
  ];
  const seen = signs.filter(([holds]) => holds);
  const weight = seen.reduce((sum, [, each]) => sum + each, 0);
  const [, , from = ''] = seen[0] ?? [];
  return weight >= (isArticle ? 3 : 2) ? from : undefined;
}

function isPlayer(frame: Element): boolean {
  return podcastPlayer.test(getAttribute(frame, 'src') ?? getAttribute(frame, 'data-src') ?? '');
}
