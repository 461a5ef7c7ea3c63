import { getAttribute, queryAll } from '../dom';
import { podcastPlayer } from '../podcast-player';
import { addressesOf, isNode, listOf, own, typesOf, type JsonLdNode } from './json-ld';
import { isAddressOf } from './main-entity';
import type { PageFacts } from './page-facts';

/** Places that host podcasts and nothing much else. */
export const podcastHost =
  /(?:^|\.)(?:transistor\.fm|simplecast\.com|buzzsprout\.com|acast\.com|ivoox\.com|podbean\.com|libsyn\.com|anchor\.fm|castbox\.fm|fireside\.fm|castos\.com|captivate\.fm|podigee\.io|audioboom\.com|art19\.com|omny\.fm|redcircle\.com|spreaker\.com|megaphone\.fm|overcast\.fm|pca\.st|pocketcasts\.com|player\.fm|podchaser\.com|radiopublic\.com|stitcher\.com|blubrry\.net|rss\.com|zencast\.fm|podcasts\.apple\.com|podcasts\.google\.com|share\.snipd\.com)$|podcast/;
/** Who counts the hearers of podcasts, by the addresses of the sound. */
const counted =
  /podtrac\.com|chtbl\.com|chrt\.fm|pdst\.fm|pscrb\.fm|op3\.dev|mgln\.ai|pdcn\.co|redcircle\.com|omnycontent|simplecastaudio|podcasts?[./]/i;
const episodePath =
  /\/(?:podcasts?|episodes?|shows?\/[^/]+\/episodes?|folgen?|folge)\/[^/]+|\/episode\/|\bpodcast\w*[-/]?\w*\d/i;
const word = /\b(?:podcasts?|episodes?|episodio|épisode|folge)\b/i;
/** How episodes are counted: `Episode 4`, `Ep. 12`, `S2E5`, `#45`, `117: …`, `(16) …`. */
const numbered =
  /\b(?:episode|episodio|épisode|folge|avsnitt|aflevering|ep)\.? ?#?\d|\bs\d{1,2} ?e\d|(?:^|\s)#\d{1,4}\b|^\d{1,4} ?[:–—|]|^\(\d{1,4}\) /i;
const markup =
  '[itemtype$="PodcastEpisode" i], [itemtype$="RadioEpisode" i], [itemtype$="AudioObject" i], [typeof~="PodcastEpisode"]';
const feed =
  'link[type="application/rss+xml" i][title*="podcast" i], link[href*="podcast" i][type="application/rss+xml" i]';
const named = '[class*="episode" i], [class*="powerpress" i], [class*="podlove" i]';
/** Links that lead to the same to hear elsewhere. */
const apps =
  'a[href*="podcasts.apple.com/"], a[href*="open.spotify.com/episode/"], a[href*="overcast.fm/"], a[href*="pca.st/"]';
const ownSound = ['og:audio', 'og:audio:url', 'og:audio:secure_url', 'twitter:player:stream'];

/**
 * Where it shows that a page is an episode; undefined for any other. No one sign is enough on a page
 * that calls itself an article or a video (`isOther`): articles are read aloud, and many have a
 * podcast beside them. What the page gives as its own sound is, when it is served as podcasts are.
 */
export function isEpisode(
  facts: PageFacts,
  names: readonly (string | undefined)[],
  isOther: boolean,
): string | undefined {
  const { document, tags, host, path, isElsewhere } = facts;
  if (
    /^(?:podcast|music\.(?:episode|podcast)|audio\.episode)/i.test(tags.get('og:type')?.[0] ?? '')
  )
    return 'meta:og:type';
  if (hasEpisode(facts)) return 'json-ld:@type=PodcastEpisode';
  const stated = ownSound.flatMap((name) => tags.get(name) ?? []).filter(isSound);
  const inner = soundOfMain(facts);
  if ([...stated, ...inner].some(isPodcast)) return 'sound:host';
  const players = queryAll(document, 'audio, audio source, iframe, a[href*=".mp3" i]', 30)
    .map((each) => [
      each.tagName,
      ['src', 'data-src', 'href'].map((name) => getAttribute(each, name)).find(Boolean),
    ])
    .filter(([tag, address]) => tag !== 'IFRAME' || podcastPlayer.test(address ?? ''));
  const sound = (stated[0] ?? inner[0] ?? players[0]) !== undefined;
  const isServed = players.some(([tag, address]) => tag !== 'IFRAME' && isPodcast(address ?? ''));
  const isNamed = names.some((name) => name && word.test(name));
  const signs: (readonly [boolean, number, string])[] = [
    [podcastHost.test(host) && path.length > 1, 2, 'url:host'],
    [episodePath.test(path), 2, 'url:path'],
    [sound, isServed ? 2 : 1, 'audio'],
    [isNamed, 1, 'title'],
    [names.some((name) => name && numbered.test(name)), 1, 'title'],
  ];
  // A podcast beside an article has its feed and its links as well.
  if (signs.some(([holds]) => holds)) {
    const has = (selector: string): boolean =>
      queryAll(document, selector, 20).some((each) => !isElsewhere(each));
    const keywords = `${tags.get('keywords')?.[0]} ${tags.get('article:section')?.[0]}`;
    signs.push(
      [has(markup), 1, 'itemtype'],
      [has(feed), 1, 'link:feed'],
      [/\bpodcast/i.test(keywords), 1, 'meta:keywords'],
      [has(named), 1, 'class:episode'],
      [has(apps), 1, 'link:apps'],
    );
  }
  const seen = signs.filter(([holds]) => holds);
  const weight = seen.reduce((sum, [, each]) => sum + each, 0);
  return weight >= (isOther ? 3 : 2) ? seen[0]?.[2] : undefined;
}

/** Whether the page describes one episode, which is not said to be elsewhere. */
function hasEpisode({ nodes, url }: PageFacts): boolean {
  const episodes = nodes.filter((node) =>
    typesOf(node).some((type) => /^(?:Podcast|Radio)Episode$/.test(type)),
  );
  const addresses = episodes.flatMap(addressesOf);
  return (
    new Set(episodes.map((node) => own(node, 'name'))).size === 1 &&
    (addresses.length === 0 || addresses.some((each) => isAddressOf(each, url)))
  );
}

/** The addresses of the sound that the page's JSON-LD gives as a part of what it is about. */
function soundOfMain({ main }: PageFacts): string[] {
  return ['audio', 'associatedMedia', 'encoding']
    .flatMap((key) => listOf(main && own(main, key)))
    .flatMap((item) => (isNode(item) ? addressesOfSound(item) : item))
    .filter((address) => typeof address === 'string')
    .filter((address) => isSound(address) && /mp3|m4a|audio|podcast/i.test(address));
}

function addressesOfSound(node: JsonLdNode): unknown[] {
  return ['contentUrl', 'url', '@id', 'embedUrl'].map((key) => own(node, key));
}

function isSound(address: string): boolean {
  return !/\.(?:mp4|m3u8|webm)\b/i.test(address);
}

function isPodcast(address: string): boolean {
  return counted.test(address) || podcastPlayer.test(address);
}
