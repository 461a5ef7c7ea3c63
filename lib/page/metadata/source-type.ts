import { isEpisode } from './episode';
import { found, type Found } from './found';
import { typesOf } from './json-ld';
import type { PageFacts } from './page-facts';
import { isThread } from './thread-page';
import { isVideo, isVideoAddress } from './video-page';

const byJsonLd: readonly (readonly [RegExp, string])[] = [
  [/^(PodcastEpisode|RadioEpisode)$/, 'podcast'],
  [/^(ScholarlyArticle|MedicalScholarlyArticle|Thesis|Report)$/, 'research'],
  [/^(Book|Chapter)$/, 'book'],
  [/^DiscussionForumPosting$/, 'thread'],
  [/^SocialMediaPosting$/, 'post'],
  // None of the codex's kinds, whatever film and sound stand there too.
  [/^(Product|ProductGroup|\w*Application|SoftwareSourceCode|JobPosting|Dataset)$/, ''],
];
const article = /(?:Article|BlogPosting)$/;
const citation =
  /^citation_(?:doi|journal_title|conference_title|dissertation|technical_report|arxiv_id|pdf_url)/;

/**
 * The codex's kind of source, only when the page itself or its address says what it is; empty where
 * it says that it is something else. `names` are what it is called: its site first, then its title.
 */
export function readSourceType(
  facts: PageFacts,
  names: readonly (string | undefined)[],
): Found<string> | undefined {
  const { main, tags } = facts;
  const types = main ? typesOf(main) : [];
  for (const [pattern, value] of byJsonLd) {
    const type = types.find((candidate) => pattern.test(candidate));
    if (type) return found(value, `json-ld:@type=${type}`);
  }
  if (tags.has('citation_isbn')) return found('book', 'meta:citation_isbn');
  const cited = [...tags.keys()].find((name) => citation.test(name));
  if (cited) return found('research', `meta:${cited}`);
  const openGraph = tags.get('og:type')?.[0]?.toLowerCase() ?? '';
  if (isVideoAddress(facts)) return found('talk', 'url:host');
  const thread = isThread(facts);
  if (thread) return found('thread', thread);
  const isArticle = types.find((type) => article.test(type));
  const isLikeArticle = isArticle !== undefined || openGraph.startsWith('article');
  const isFilm = types.includes('VideoObject') || openGraph.startsWith('video');
  const episode = isEpisode(facts, names, isLikeArticle || isFilm);
  if (episode) return found('podcast', episode, 'medium');
  const video = isVideo(facts, names[2], isLikeArticle);
  if (video) return found('talk', video);
  // Sound alone, on a page that calls itself nothing else.
  if (types.includes('AudioObject') && !isLikeArticle) {
    return found('podcast', 'json-ld:@type=AudioObject', 'medium');
  }
  if (/^books?(?:\.book)?$/.test(openGraph)) return found('book', 'meta:og:type');
  if (isArticle) return found('essay', `json-ld:@type=${isArticle}`);
  if (openGraph.startsWith('product')) return found('', 'meta:og:type');
  return isLikeArticle ? found('essay', 'meta:og:type') : undefined;
}
