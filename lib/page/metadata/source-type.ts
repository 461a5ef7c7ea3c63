import { isEpisode } from './episode';
import { found, type Found } from './found';
import { typesOf } from './json-ld';
import type { PageFacts } from './page-facts';

const byJsonLd: readonly (readonly [RegExp, string])[] = [
  [/^(PodcastEpisode|RadioEpisode)$/, 'podcast'],
  [/^(ScholarlyArticle|MedicalScholarlyArticle|Thesis|Report)$/, 'research'],
  [/^(Book|Chapter)$/, 'book'],
  [/^DiscussionForumPosting$/, 'thread'],
  [/^SocialMediaPosting$/, 'post'],
  [/^AudioObject$/, 'podcast'],
];
const article = /(?:Article|BlogPosting)$/;
const citations = [
  'citation_doi',
  'citation_journal_title',
  'citation_arxiv_id',
  'citation_pdf_url',
];
/** Places whose pages are one video each. */
const videoPage =
  /^(?:(?:m\.|music\.)?youtube\.com\/(?:watch|shorts|live)|youtu\.be\/|(?:player\.)?vimeo\.com\/(?:video\/)?\d|dailymotion\.com\/video|ted\.com\/talks|twitch\.tv\/videos|loom\.com\/share)/;

/** The codex's kind of source, only when the page itself or its address says what it is. */
export function readSourceType(
  facts: PageFacts,
  names: readonly (string | undefined)[],
): Found<string> | undefined {
  const { main, tags, host, path } = facts;
  const types = main ? typesOf(main) : [];
  for (const [pattern, value] of byJsonLd) {
    const type = types.find((candidate) => pattern.test(candidate));
    if (type) return found(value, `json-ld:@type=${type}`);
  }
  const citation = citations.find((name) => tags.has(name));
  if (citation) return found('research', `meta:${citation}`);
  const openGraph = tags.get('og:type')?.[0]?.toLowerCase() ?? '';
  if (videoPage.test(host + path)) return found('talk', 'url:host');
  const isArticle = types.find((type) => article.test(type));
  const episode = isEpisode(facts, names, isArticle !== undefined);
  if (episode) return found('podcast', episode, 'medium');
  if (types.includes('VideoObject')) return found('talk', 'json-ld:@type=VideoObject');
  if (openGraph.startsWith('video')) return found('talk', 'meta:og:type');
  if (/^books?(?:\.book)?$/.test(openGraph)) return found('book', 'meta:og:type');
  if (isArticle) return found('essay', `json-ld:@type=${isArticle}`);
  return openGraph.startsWith('article') ? found('essay', 'meta:og:type') : undefined;
}
