import { typesOf } from './json-ld';
import type { PageFacts } from './page-facts';

const forum = /^(?:discourse|phpbb|xenforo|vbulletin|flarum|nodebb|mybb|lemmy)/i;
const threadPath = /\/(?:t|d|topics?|threads?|discussions?|posts?)\/[^/]|viewtopic|showthread/;
/** A post and what was answered: places that hold nothing else, and Mastodon's addresses anywhere. */
const threadPage =
  /^(?:(?:\w+\.)?reddit\.com\/r\/\w+\/comments|bsky\.app\/profile\/[^/]+\/post|threads\.(?:net|com)\/@[^/]+\/post)\/|^[^/]+\/@[^/]+\/\d{15,}/;

/** Where it shows that a page is what several people said to each other; undefined for any other. */
export function isThread({ nodes, tags, host, path }: PageFacts): string | undefined {
  if (nodes.flatMap(typesOf).includes('QAPage')) return 'json-ld:@type=QAPage';
  if (threadPage.test(host + path)) return 'url:host';
  const isForum = forum.test(tags.get('generator')?.[0] ?? '') && threadPath.test(path);
  return isForum ? 'meta:generator' : undefined;
}
