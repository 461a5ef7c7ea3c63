import { queryAll } from '../dom';
import { typesOf, type JsonLdNode } from './json-ld';
import type { Found, MetaTags } from './meta-tags';

const byJsonLd: readonly (readonly [RegExp, string])[] = [
  [/^(PodcastEpisode|RadioEpisode)$/, 'podcast'],
  [/^(ScholarlyArticle|MedicalScholarlyArticle|Thesis|Report)$/, 'research'],
  [/^(Book|Chapter)$/, 'book'],
  [/^DiscussionForumPosting$/, 'thread'],
  [/^SocialMediaPosting$/, 'post'],
  [/^(AudioObject)$/, 'podcast'],
  [/^(VideoObject)$/, 'talk'],
  [/(Article|BlogPosting)$/, 'essay'],
];

const byOpenGraph: readonly (readonly [RegExp, string])[] = [
  [/^(podcast|music\.episode|music\.podcast|audio\.episode)/, 'podcast'],
  [/^book/, 'book'],
  [/^video/, 'talk'],
  [/^article/, 'essay'],
];

/** The codex's kind of source, only when the page itself says what it is. */
export function readSourceType(
  document: Document,
  main: JsonLdNode | undefined,
  tags: MetaTags,
  names: readonly (string | undefined)[],
): Found<string> | undefined {
  const types = main ? typesOf(main) : [];
  for (const [pattern, value] of byJsonLd) {
    const type = types.find((candidate) => pattern.test(candidate));
    if (type && value !== 'essay') return { value, from: `json-ld:@type=${type}`.slice(0, 120) };
  }
  const citation = [
    'citation_doi',
    'citation_journal_title',
    'citation_arxiv_id',
    'citation_pdf_url',
  ].find((name) => tags.has(name));
  if (citation) return { value: 'research', from: `meta:${citation}` };
  const openGraph = tags.get('og:type')?.[0]?.toLowerCase() ?? '';
  for (const [pattern, value] of byOpenGraph) {
    if (value !== 'essay' && pattern.test(openGraph)) return { value, from: 'meta:og:type' };
  }
  if (isEpisode(document, tags, names)) return { value: 'podcast', from: 'audio' };
  const essay = types.find((type) => /(Article|BlogPosting)$/.test(type));
  if (essay) return { value: 'essay', from: `json-ld:@type=${essay}`.slice(0, 120) };
  return openGraph.startsWith('article') ? { value: 'essay', from: 'meta:og:type' } : undefined;
}

/** Sound as the page's own content, on a page that calls itself a podcast or an episode. */
function isEpisode(
  document: Document,
  tags: MetaTags,
  names: readonly (string | undefined)[],
): boolean {
  const hasAudio =
    tags.has('og:audio') ||
    tags.has('twitter:player:stream') ||
    queryAll(document, 'audio').length > 0;
  if (!hasAudio) return false;
  if (names.some((name) => name && /\b(?:podcasts?|episodes?)\b/i.test(name))) return true;
  const markup =
    '[itemtype$="PodcastEpisode" i], [itemtype$="RadioEpisode" i], [class*="episode" i]';
  const feed = 'link[type="application/rss+xml" i][title*="podcast" i]';
  return queryAll(document, `${markup}, ${feed}`).length > 0;
}
