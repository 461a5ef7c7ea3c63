import { getAttribute, queryAll } from '../dom';
import { podcastPlayer } from '../podcast-player';
import { addressesOf, isNode, listOf, own, typesOf } from './json-ld';
import { isAddressOf } from './main-entity';
import type { PageFacts } from './page-facts';
import { withClass } from './with-class';

/** Places that host podcasts and nothing much else. */
const hosts =
  'transistor.fm,simplecast.com,buzzsprout.com,acast.com,libsyn.com,podbean.com,anchor.fm,megaphone.fm,spreaker.com,art19.com,omny.fm,captivate.fm,fireside.fm,castos.com,podigee.io,audioboom.com,redcircle.com,ivoox.com,castbox.fm,overcast.fm,pca.st,pocketcasts.com,player.fm,blubrry.net,rss.com,share.snipd.com'.split(
    ',',
  );

/** Whether a host holds podcasts and nothing much else, by its name. */
export function isPodcastHost(host: string): boolean {
  return (
    host.includes('podcast') || hosts.some((each) => host === each || host.endsWith(`.${each}`))
  );
}

/** Who counts the hearers of podcasts, by the addresses of the sound. */
const counted =
  /podtrac|chtbl\.com|pdst\.fm|pscrb\.fm|op3\.dev|mgln\.ai|redcircle|omnycontent|podcasts?[./]/i;
const episodePath = /\/(?:podcasts?|episodes?|folgen?)\/[^/]+|\bpodcast\w*[-/]?\w*\d/i;
const word = /\b(?:podcasts?|episod\w+|folge)\b/i;
/** How episodes are counted: `Episode 4`, `Ep. 12`, `S2E5`, `#45`, `117: …`, `(16) …`. */
const numbered =
  /\b(?:episod\w+|folge|ep)\.? ?#?\d|\bs\d{1,2} ?e\d|(?:^|\s)#\d|^(?:\d{1,4} ?[:–—|]|\(\d{1,4}\) )/i;
const markup =
  '[itemtype$="PodcastEpisode" i], [itemtype$="AudioObject" i], [typeof~="PodcastEpisode"]';
const feed =
  'link[type="application/rss+xml" i][title*="podcast" i], link[href*="podcast" i][type="application/rss+xml" i]';
const named = withClass('episode powerpress podlove');
/** Links that lead to the same to hear elsewhere. */
const apps = 'a[href*="podcasts.apple.com/"], a[href*="open.spotify.com/episode/"]';
const ownSound = ['og:audio', 'og:audio:url', 'twitter:player:stream'];

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
  const stated = [
    ...ownSound.flatMap((name) => tags.get(name) ?? []),
    ...soundOfMain(facts),
  ].filter((address) => !/\.(?:mp4|m3u8|webm)\b/i.test(address));
  if (stated.some(isPodcast)) return 'sound:host';
  const players = queryAll(document, 'audio, audio source, iframe, a[href*=".mp3" i]', 30)
    .map((each) => [
      each.tagName,
      ['src', 'data-src', 'href'].map((name) => getAttribute(each, name)).find(Boolean),
    ])
    .filter(([tag, address]) => tag !== 'IFRAME' || podcastPlayer.test(address ?? ''));
  const sound = (stated[0] ?? players[0]) !== undefined;
  const isServed = players.some(([tag, address]) => tag !== 'IFRAME' && isPodcast(address ?? ''));
  const isNamed = names.some((name) => name && word.test(name));
  const signs: (readonly [boolean, number, string])[] = [
    [isPodcastHost(host) && path.length > 1, 2, 'url:host'],
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
  return weight > (isOther ? 2 : 1) ? seen[0]?.[2] : undefined;
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
  return ['audio', 'associatedMedia']
    .flatMap((key) => listOf(main && own(main, key)))
    .flatMap((item) =>
      isNode(item) ? ['contentUrl', 'url', '@id'].map((key) => own(item, key)) : item,
    )
    .filter((address) => typeof address === 'string');
}

function isPodcast(address: string): boolean {
  return counted.test(address) || podcastPlayer.test(address);
}
