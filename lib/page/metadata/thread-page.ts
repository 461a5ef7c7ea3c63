import { typesOf } from './json-ld';
import type { PageFacts } from './page-facts';

const forum =
  /^(?:discourse|phpbb|xenforo|vbulletin|flarum|nodebb|mybb|lemmy|simple machines|vanilla)/i;
const threadPath =
  /\/(?:t|d|topics?|threads?|discussions?|questions?|posts?|comments)\/[^/]|viewtopic|showthread/i;
/** A post and what was answered, by the addresses of places that hold nothing else. */
const threadPage =
  /^(?:(?:old\.|new\.|np\.)?reddit\.com\/r\/[^/]+\/comments\/|bsky\.app\/profile\/[^/]+\/post\/|threads\.(?:net|com)\/@[^/]+\/post\/|lobste\.rs\/s\/)/;

/** Where it shows that a page is what several people said to each other; undefined for any other. */
export function isThread({ nodes, tags, host, path }: PageFacts): string | undefined {
  const type = nodes.flatMap(typesOf).find((each) => each === 'QAPage');
  if (type) return `json-ld:@type=${type}`;
  if (threadPage.test(host + path)) return 'url:host';
  const isForum = forum.test(tags.get('generator')?.[0] ?? '') && threadPath.test(path);
  if (isForum) return 'meta:generator';
  const isToot = /^\/@[^/]+\/\d{12,}/.test(path) && tags.get('og:type')?.[0] !== 'website';
  return isToot ? 'url:path' : undefined;
}
